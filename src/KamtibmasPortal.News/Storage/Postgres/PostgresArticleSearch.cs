using System.Data.Common;
using KamtibmasPortal.News.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace KamtibmasPortal.News.Storage.Postgres;

/// <summary>
/// The index as tsvector under GIN. The planner takes every unknown word for one in two hundred and then walks a million rows for a rare
/// one; so the hits are counted first, and the count decides the way: few are gathered and sorted, many are met by walking newest first.
/// </summary>
internal sealed class PostgresArticleSearch(PortalDbContext db, CommonTokens common) : IArticleSearch
{
    /// <summary>Up to so many hits are gathered; measured on a million articles, where walking and gathering cost the same.</summary>
    private const int Gathered = 5000;

    /// <summary>Of a phrase of common words only so many rows are read for its count: each costs as much as unpacking it.</summary>
    private const int Read = 1000;

    private const string Timeout = "SET LOCAL statement_timeout = 3000; SET LOCAL work_mem = '32MB'; SET LOCAL jit = off; ";
    private const string ByBitmap = Timeout + "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off; ";
    private const string ByWalk = Timeout + "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off; ";
    private const string Span = """ "Number" >= @from AND "Number" < @before """;

    public async Task<IReadOnlyList<IndexHit>> FindAsync(SearchScope scope, bool oldestFirst, int take, CancellationToken cancellation)
    {
        var order = oldestFirst ? "ASC" : "DESC";
        var few = scope.Expression is not null && (await CandidatesAsync(scope, Gathered, cancellation)).IsExact;
        var sql = few
            ? $"""
                {ByBitmap}
                WITH hits AS MATERIALIZED (SELECT "Number", "ArticleId" FROM "SearchEntries" WHERE {Matches(scope)})
                SELECT "Number", "ArticleId" FROM hits ORDER BY "Number" {order} LIMIT @take
                """
            : $"""{ByWalk}SELECT "Number", "ArticleId" FROM "SearchEntries" WHERE {Matches(scope)} ORDER BY "Number" {order} LIMIT @take""";
        return await RunAsync<IReadOnlyList<IndexHit>>(scope, sql, command => command.Parameters.AddWithValue("take", take), async reader =>
        {
            var hits = new List<IndexHit>();
            while (await reader.ReadAsync(cancellation))
            {
                hits.Add(new IndexHit(reader.GetInt64(0), reader.GetGuid(1)));
            }

            return hits;
        }, cancellation);
    }

    public async Task<HitCount> CountAsync(SearchScope scope, int limit, CancellationToken cancellation)
    {
        if (!TsText.HasSequence(scope.Expression))
        {
            return await CandidatesAsync(scope, limit, cancellation);
        }

        // Phrases are told by the rows alone, and reading rows is dear: beyond what is gathered anyway only what is met counts.
        var candidates = await CandidatesAsync(scope, Gathered, cancellation);
        var found = await CountAsync(scope, candidates.IsExact ? ByBitmap : ByWalk, $"""SELECT "Tokens" @@ @query::tsquery AS hit FROM "SearchEntries" WHERE "Tokens" @@ @loose::tsquery AND {Span} {(candidates.IsExact ? "" : "ORDER BY \"Number\" DESC")} LIMIT {(candidates.IsExact ? Gathered : Read)}""", cancellation);
        return found > limit ? new HitCount(limit, false) : new HitCount(found, candidates.IsExact);

        Task<int> CountAsync(SearchScope s, string way, string inner, CancellationToken c) =>
            RunAsync(s, $"{way} SELECT count(*) FILTER (WHERE hit)::int FROM ({inner}) AS counted", null, FirstAsync(c), c);
    }

    public Task<IReadOnlyList<long>> NumbersAsync(SearchScope scope, CancellationToken cancellation)
    {
        var way = scope.Expression is null ? Timeout : ByBitmap;
        return RunAsync<IReadOnlyList<long>>(scope, $"""{way}SELECT "Number" FROM "SearchEntries" WHERE {Matches(scope)} ORDER BY "Number" DESC""", null, async reader =>
        {
            var numbers = new List<long>();
            while (await reader.ReadAsync(cancellation))
            {
                numbers.Add(reader.GetInt64(0));
            }

            return numbers;
        }, cancellation);
    }

    public async Task<IReadOnlyList<IReadOnlySet<long>>> AmongAsync(IReadOnlyList<long> numbers, IReadOnlyList<TokenExpression> expressions, CancellationToken cancellation)
    {
        var answers = expressions.Select(_ => new HashSet<long>()).ToList();
        if (numbers.Count == 0 || expressions.Count == 0)
        {
            return answers;
        }

        var asked = string.Join(", ", expressions.Select((_, i) => $"\"Tokens\" @@ @e{i}::tsquery"));
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

    /// <summary>What the index alone says, up to a limit: exact but for phrases.</summary>
    private async Task<HitCount> CandidatesAsync(SearchScope scope, int limit, CancellationToken cancellation)
    {
        if (common.Exceeds(scope, limit))
        {
            return new HitCount(limit, false);
        }

        var way = scope.Expression is null ? Timeout : ByBitmap;
        var count = await RunAsync(scope, $"""{way}SELECT count(*)::int FROM (SELECT 1 FROM "SearchEntries" WHERE {Candidates(scope)} LIMIT {limit + 1L}) AS counted""", null, FirstAsync(cancellation), cancellation);
        if (count <= limit)
        {
            return new HitCount(count, true);
        }

        common.Note(scope, limit);
        return new HitCount(limit, false);
    }

    private static Func<DbDataReader, Task<int>> FirstAsync(CancellationToken cancellation) => async reader =>
    {
        await reader.ReadAsync(cancellation);
        return reader.GetInt32(0);
    };

    private static string Matches(SearchScope scope) => scope.Expression is null ? Span : $"""{Candidates(scope)} {(TsText.HasSequence(scope.Expression) ? "AND \"Tokens\" @@ @query::tsquery" : "")}""";

    private static string Candidates(SearchScope scope) => scope.Expression is null ? Span : $""" "Tokens" @@ @loose::tsquery AND {Span}""";

    private static NpgsqlParameter Text(string name, string value) => new(name, NpgsqlDbType.Text) { Value = value };

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
