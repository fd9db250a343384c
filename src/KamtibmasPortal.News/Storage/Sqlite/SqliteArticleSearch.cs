using System.Data.Common;
using KamtibmasPortal.News.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace KamtibmasPortal.News.Storage.Sqlite;

/// <summary>The index as FTS5: its row ids are the entries' numbers, so that newest first and spans of days are its own order.</summary>
internal sealed class SqliteArticleSearch(PortalDbContext db) : IArticleSearch
{
    private const int Interrupted = raw.SQLITE_INTERRUPT;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    public Task<IReadOnlyList<IndexHit>> FindAsync(SearchScope scope, bool oldestFirst, int take, CancellationToken cancellation)
    {
        var order = oldestFirst ? "ASC" : "DESC";
        var sql = $"""
            SELECT n, (SELECT "ArticleId" FROM "SearchEntries" WHERE "Number" = n)
            FROM (SELECT {Column(scope)} AS n {Source(scope)} ORDER BY {Column(scope)} {order} LIMIT $take)
            """;
        return RunAsync<IReadOnlyList<IndexHit>>(scope, sql, command => command.Parameters.AddWithValue("$take", take), async reader =>
        {
            var hits = new List<IndexHit>();
            while (await reader.ReadAsync(cancellation))
            {
                if (!await reader.IsDBNullAsync(1, cancellation))
                {
                    hits.Add(new IndexHit(reader.GetInt64(0), reader.GetGuid(1)));
                }
            }

            return hits;
        }, cancellation);
    }

    public Task<HitCount> CountAsync(SearchScope scope, int limit, CancellationToken cancellation) =>
        RunAsync(scope, $"SELECT count(*) FROM (SELECT 1 {Source(scope)} LIMIT $take)", command => command.Parameters.AddWithValue("$take", limit + 1L), async reader =>
        {
            await reader.ReadAsync(cancellation);
            var count = reader.GetInt32(0);
            return count > limit ? new HitCount(limit, false) : new HitCount(count, true);
        }, cancellation);

    /// <summary>Steps through the engine itself: for each of a million numbers the driver's reader costs five times what finding it does.</summary>
    public async Task<IReadOnlyList<long>> NumbersAsync(SearchScope scope, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var store = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
            await using var deadline = new Timer(_ => raw.sqlite3_interrupt(store), null, Longest, Timeout.InfiniteTimeSpan);
            return Numbers(store, scope, cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static List<long> Numbers(sqlite3 store, SearchScope scope, CancellationToken cancellation)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(store, $"SELECT {Column(scope)} {Source(scope)}", out var statement), store);
        using (statement)
        {
            raw.sqlite3_bind_int64(statement, raw.sqlite3_bind_parameter_index(statement, "$from"), scope.From);
            raw.sqlite3_bind_int64(statement, raw.sqlite3_bind_parameter_index(statement, "$before"), scope.Before);
            if (scope.Expression is not null)
            {
                raw.sqlite3_bind_text(statement, raw.sqlite3_bind_parameter_index(statement, "$query"), FtsText.Query(scope.Expression));
            }

            var numbers = new List<long>();
            int state;
            while ((state = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                numbers.Add(raw.sqlite3_column_int64(statement, 0));
                if (numbers.Count % 10_000 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
            }

            return state == raw.SQLITE_INTERRUPT ? throw new SearchTooBroadException(new SqliteException("interrupted", state)) : state == raw.SQLITE_DONE ? numbers : throw new SqliteException(raw.sqlite3_errmsg(store).utf8_to_string(), state);
        }
    }

    public async Task<IReadOnlyList<IReadOnlySet<long>>> AmongAsync(IReadOnlyList<long> numbers, IReadOnlyList<TokenExpression> expressions, CancellationToken cancellation)
    {
        var answers = new List<IReadOnlySet<long>>();
        foreach (var expression in expressions)
        {
            var scope = numbers.Count == 0 ? null : new SearchScope(expression, numbers[^1], numbers[0] == long.MaxValue ? long.MaxValue : numbers[0] + 1);
            answers.Add(scope is null ? new HashSet<long>() : (await NumbersAsync(scope, cancellation)).ToHashSet());
        }

        return answers;
    }

    private static string Column(SearchScope scope) => scope.Expression is null ? "\"Number\"" : "rowid";

    private static string Source(SearchScope scope) => scope.Expression is null
        ? """FROM "SearchEntries" WHERE "Number" >= $from AND "Number" < $before"""
        : """FROM "SearchIndex" WHERE "SearchIndex" MATCH $query AND rowid >= $from AND rowid < $before""";

    private async Task<T> RunAsync<T>(SearchScope scope, string sql, Action<SqliteCommand>? prepare, Func<DbDataReader, Task<T>> read, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$from", scope.From);
            command.Parameters.AddWithValue("$before", scope.Before);
            if (scope.Expression is not null)
            {
                command.Parameters.AddWithValue("$query", FtsText.Query(scope.Expression));
            }

            prepare?.Invoke(command);
            // The driver knows no deadline of its own: the engine is asked to stop from outside.
            await using var deadline = new Timer(_ => raw.sqlite3_interrupt(connection.Handle), null, Longest, Timeout.InfiniteTimeSpan);
            try
            {
                await using var reader = await command.ExecuteReaderAsync(cancellation);
                return await read(reader);
            }
            catch (SqliteException e) when (e.SqliteErrorCode == Interrupted)
            {
                throw new SearchTooBroadException(e);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
