using System.Data.Common;
using KamtibmasPortal.News.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace KamtibmasPortal.News.Storage.Postgres;

/// <summary>
/// The index as tsvector under GIN. Left alone the planner takes every unknown word for one in two hundred and walks a million rows for a
/// rare one; so it is told the way: always the bitmap of the index, over the newest months first, then over a year, then over the rest.
/// The rows it leads to are narrow; their words, which lie apart, are read only where a phrase must be proven.
/// </summary>
internal sealed class PostgresArticleSearch(PortalDbContext db, CommonTokens common, EntryShelf entries) : IArticleSearch
{
    /// <summary>Months that are looked at first, and after them, where they show that there is more than hardly anything.</summary>
    private static readonly int[] s_newest = [1, 3, Year];

    private const int Year = 12;

    /// <summary>Share of the entries beyond which those without the words are looked up instead: the fewer rows cost less.</summary>
    private const double NearlyAll = 0.7;

    /// <summary>Hits in the newest months up to which the rest is looked at in one: there cannot be many.</summary>
    private const int Hardly = 2;

    /// <summary>Entries of which so few hits tell anything.</summary>
    private const int Telling = 2000;

    /// <summary>Entries that may hold a phrase, read for an exact count of it: each costs as much as unpacking its words.</summary>
    private const int Read = 2000;

    private const string Timeout = "SET LOCAL statement_timeout = 3000; SET LOCAL work_mem = '32MB'; SET LOCAL jit = off; ";
    private const string ByBitmap = Timeout + "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off; ";
    private const string Span = """ "Number" >= @from AND "Number" < @before """;

    public async Task<IReadOnlyList<IndexHit>> FindAsync(SearchScope scope, bool oldestFirst, int take, CancellationToken cancellation)
    {
        if (scope.Expression is null)
        {
            return await HitsAsync(scope, $"""{Timeout}SELECT "Number", "ArticleId" FROM "SearchEntries" WHERE {Span} ORDER BY "Number" {Order(oldestFirst)} LIMIT @take""", take, cancellation);
        }

        if (await EdgesAsync(scope, cancellation) is not var (first, last))
        {
            return [];
        }

        var hits = new List<IndexHit>();
        foreach (var months in s_newest)
        {
            var (from, to) = oldestFirst ? (first, Math.Min(last, first + months - 1)) : (Math.Max(first, last - months + 1), last);
            hits.AddRange(await GatherAsync(scope, from, to, oldestFirst, take - hits.Count, cancellation));
            (first, last) = oldestFirst ? (to + 1, last) : (first, from - 1);
            if (hits.Count >= take || first > last)
            {
                return hits;
            }

            if (hits.Count <= Hardly && await HoldManyAsync(from, to, cancellation))
            {
                break;
            }
        }

        hits.AddRange(await GatherAsync(scope, first, last, oldestFirst, take - hits.Count, cancellation));
        return hits;
    }

    public async Task<HitCount> CountAsync(SearchScope scope, int limit, CancellationToken cancellation)
    {
        if (!TsText.HasSequence(scope.Expression))
        {
            return await CandidatesAsync(scope, limit, cancellation);
        }

        // Phrases are told by the words alone: beyond what is read only what was met counts.
        var candidates = await FindAsync(scope with { Expression = TsText.Loosened(scope.Expression!) }, oldestFirst: false, Read + 1, cancellation);
        var read = candidates.Take(Read).Select(c => c.Number).ToList();
        var found = (await AmongAsync(read, [scope.Expression!], cancellation))[0].Count;
        return found > limit ? new HitCount(limit, false) : new HitCount(found, candidates.Count <= Read);
    }

    public async Task<IReadOnlyList<long>> NumbersAsync(SearchScope scope, CancellationToken cancellation)
    {
        if (!await IsNearlyAllAsync(scope, cancellation) || await entries.FindAsync(db, new SearchScope(null), wait: false, cancellation) is not { } all)
        {
            return await NumbersOfAsync(scope, cancellation);
        }

        var others = (await NumbersOfAsync(scope with { Expression = TokenExpression.Not(scope.Expression!) }, cancellation)).ToHashSet();
        return [.. all.Numbers().Where(n => !others.Contains(n))];
    }

    public async Task<IReadOnlyList<IReadOnlySet<long>>> AmongAsync(IReadOnlyList<long> numbers, IReadOnlyList<TokenExpression> expressions, CancellationToken cancellation)
    {
        var answers = expressions.Select(_ => new HashSet<long>()).ToList();
        if (numbers.Count == 0 || expressions.Count == 0)
        {
            return answers;
        }

        // The words of titles stand in the row itself; those of texts lie apart and cost an unpacking each.
        var asked = string.Join(", ", expressions.Select((e, i) => $"\"{(TsText.IsOfTitle(e) ? "Title" : "Tokens")}\" @@ @e{i}::tsquery"));
        var sql = $"""{Timeout}SELECT "Number", {asked} FROM "SearchEntries" WHERE "Number" = ANY(@numbers)""";
        return await RunAsync<IReadOnlyList<IReadOnlySet<long>>>(new SearchScope(null), sql, command =>
        {
            command.Parameters.AddWithValue("numbers", numbers.ToArray());
            for (var i = 0; i < expressions.Count; i++)
            {
                command.Parameters.Add(Text($"e{i}", TsText.Query(expressions[i])));
            }
        }, async reader =>
        {
            while (await reader.ReadAsync(cancellation))
            {
                for (var i = 0; i < answers.Count; i++)
                {
                    if (reader.GetBoolean(i + 1))
                    {
                        answers[i].Add(reader.GetInt64(0));
                    }
                }
            }

            return answers;
        }, cancellation);
    }

    /// <summary>Hits of some months, both inclusive. Phrases are proven in the order asked for, and only until there are enough.</summary>
    private Task<IReadOnlyList<IndexHit>> GatherAsync(SearchScope scope, int first, int last, bool oldestFirst, int take, CancellationToken cancellation)
    {
        var (isPhrase, order) = (TsText.HasSequence(scope.Expression), Order(oldestFirst));
        var query = TsText.Query(scope.Expression!);
        scope = new SearchScope(TokenExpression.And([scope.Expression, TimeTokens.Covering(first, last)]), scope.From, scope.Before);
        var proof = isPhrase ? """WHERE "Tokens" @@ @phrase::tsquery""" : "";
        return HitsAsync(scope, $"""
            {ByBitmap}
            WITH hits AS MATERIALIZED (SELECT "Number", "ArticleId"{(isPhrase ? ", \"Tokens\"" : "")} FROM "SearchEntries" WHERE {Candidates(scope)})
            SELECT "Number", "ArticleId" FROM (SELECT * FROM hits ORDER BY "Number" {order} OFFSET 0) AS sorted {proof} LIMIT @take
            """, take, cancellation, isPhrase ? query : null);
    }

    /// <summary>Whether some months, both inclusive, hold enough to tell a rare word by: a portal that rested for a year has months of nothing.</summary>
    private async Task<bool> HoldManyAsync(int first, int last, CancellationToken cancellation) =>
        await entries.FindAsync(db, new SearchScope(null, TimeTokens.Start(first), TimeTokens.Start(last + 1)), wait: false, cancellation) is not { Count: < Telling };

    /// <summary>First and last month that hold anything within the span; null when nothing does.</summary>
    private async Task<(int First, int Last)?> EdgesAsync(SearchScope scope, CancellationToken cancellation)
    {
        var edges = await RunAsync(new SearchScope(null, scope.From, scope.Before), $"""{Timeout}SELECT min("Number"), max("Number") FROM "SearchEntries" WHERE {Span}""", null, async reader =>
        {
            await reader.ReadAsync(cancellation);
            return await reader.IsDBNullAsync(0, cancellation) ? ((long, long)?)null : (reader.GetInt64(0), reader.GetInt64(1));
        }, cancellation);
        return edges is var (least, most) ? (TimeTokens.MonthOf(least), TimeTokens.MonthOf(most)) : null;
    }

    /// <summary>As one value: a million rows cost twice what finding them does.</summary>
    private async Task<IReadOnlyList<long>> NumbersOfAsync(SearchScope scope, CancellationToken cancellation)
    {
        var way = scope.Expression is null ? Timeout : ByBitmap;
        scope = await WithMonthsAsync(scope, cancellation);
        return await RunAsync<IReadOnlyList<long>>(scope, $"""{way}SELECT array_agg("Number") FROM "SearchEntries" WHERE {Matches(scope)}""", null, async reader =>
        {
            await reader.ReadAsync(cancellation);
            return await reader.IsDBNullAsync(0, cancellation) ? [] : reader.GetFieldValue<long[]>(0);
        }, cancellation);
    }

    /// <summary>Whether nearly everything answers, by a look at the last whole month. Nothing but the way to the same answer hangs on it.</summary>
    private async Task<bool> IsNearlyAllAsync(SearchScope scope, CancellationToken cancellation)
    {
        if (scope is not { Expression: not (null or TokenDifference), From: 0, Before: long.MaxValue } || TsText.HasSequence(scope.Expression) || await EdgesAsync(scope, cancellation) is not var (first, last) || last <= first)
        {
            return false;
        }

        var month = new SearchScope(null, TimeTokens.Start(last - 1), TimeTokens.Start(last));
        return await entries.FindAsync(db, month, wait: false, cancellation) is { Count: > 0 } held
            && await CountedAsync(month with { Expression = TokenExpression.And([scope.Expression, TimeTokens.Covering(last - 1, last - 1)]) }, int.MaxValue - 1, cancellation) > NearlyAll * held.Count;
    }

    /// <summary>A span of time as lexemes too, where it leaves anything out.</summary>
    private async Task<SearchScope> WithMonthsAsync(SearchScope scope, CancellationToken cancellation) =>
        scope.Expression is not null && (scope.From > 0 || scope.Before < long.MaxValue) && await EdgesAsync(scope, cancellation) is var (first, last)
            ? scope with { Expression = TokenExpression.And([scope.Expression, TimeTokens.Covering(first, last)]) }
            : scope;

    /// <summary>What the index alone says, up to a limit: exact but for phrases.</summary>
    private async Task<HitCount> CandidatesAsync(SearchScope scope, int limit, CancellationToken cancellation)
    {
        if (common.Exceeds(scope, limit))
        {
            return new HitCount(limit, false);
        }

        // The bitmap of a common word is made whole however few of it are counted: the newest year may be enough of it.
        var asked = await WithMonthsAsync(scope, cancellation);
        var isMany = limit <= SearchQueries.CountLimit && await NewestYearAsync(scope, cancellation) is { } year && await CountedAsync(year, limit, cancellation) > limit;
        var count = isMany ? limit + 1L : await CountedAsync(asked, limit, cancellation);
        if (count <= limit)
        {
            return new HitCount((int)count, true);
        }

        common.Note(scope, limit);
        return new HitCount(limit, false);
    }

    private Task<int> CountedAsync(SearchScope scope, int limit, CancellationToken cancellation)
    {
        var way = scope.Expression is null ? Timeout : ByBitmap;
        return RunAsync(scope, $"""{way}SELECT count(*)::int FROM (SELECT 1 FROM "SearchEntries" WHERE {Candidates(scope)} LIMIT {limit + 1L}) AS counted""", null, async reader =>
        {
            await reader.ReadAsync(cancellation);
            return reader.GetInt32(0);
        }, cancellation);
    }

    /// <summary>The newest twelve months of a scope; null where it has hardly more than those, or is limited by time anyway.</summary>
    private async Task<SearchScope?> NewestYearAsync(SearchScope scope, CancellationToken cancellation) =>
        scope is { Expression: { } asked, From: 0, Before: long.MaxValue } && await EdgesAsync(scope, cancellation) is var (first, last) && last - first > 2 * Year
            ? scope with { Expression = TokenExpression.And([asked, TimeTokens.Covering(last - Year + 1, last)]) }
            : null;

    private static string Order(bool oldestFirst) => oldestFirst ? "ASC" : "DESC";

    private static string Matches(SearchScope scope) => scope.Expression is null ? Within(scope) : $"""{Candidates(scope)} {(TsText.HasSequence(scope.Expression) ? "AND \"Tokens\" @@ @query::tsquery" : "")}""";

    private static string Candidates(SearchScope scope) => scope.Expression is null ? Within(scope) : $""" "Tokens" @@ @loose::tsquery AND {Within(scope)}""";

    /// <summary>Asked of each of a million rows, a span that leaves nothing out takes a quarter of the time.</summary>
    private static string Within(SearchScope scope) => scope is { From: 0, Before: long.MaxValue } ? " TRUE " : Span;

    private static NpgsqlParameter Text(string name, string value) => new(name, NpgsqlDbType.Text) { Value = value };

    private Task<IReadOnlyList<IndexHit>> HitsAsync(SearchScope scope, string sql, int take, CancellationToken cancellation, string? phrase = null) =>
        RunAsync<IReadOnlyList<IndexHit>>(scope, sql, command =>
        {
            command.Parameters.AddWithValue("take", take);
            if (phrase is not null)
            {
                command.Parameters.Add(Text("phrase", phrase));
            }
        }, async reader =>
        {
            var hits = new List<IndexHit>();
            while (await reader.ReadAsync(cancellation))
            {
                hits.Add(new IndexHit(reader.GetInt64(0), reader.GetGuid(1)));
            }

            return hits;
        }, cancellation);

    private async Task<T> RunAsync<T>(SearchScope scope, string sql, Action<NpgsqlCommand>? prepare, Func<DbDataReader, Task<T>> read, CancellationToken cancellation)
    {
        // Settings of a transaction end with it; the caller's own would keep them.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        await using var command = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        command.Parameters.AddWithValue("from", scope.From);
        command.Parameters.AddWithValue("before", scope.Before);
        if (scope.Expression is not null)
        {
            command.Parameters.Add(Text("query", TsText.Query(scope.Expression)));
            command.Parameters.Add(Text("loose", TsText.Query(scope.Expression, loosened: true)));
        }

        prepare?.Invoke(command);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            return await read(reader);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled && !cancellation.IsCancellationRequested)
        {
            throw new SearchTooBroadException(e);
        }
    }
}
