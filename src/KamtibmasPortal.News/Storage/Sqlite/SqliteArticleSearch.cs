using System.Data.Common;
using KamtibmasPortal.News.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage.Sqlite;

/// <summary>The index as FTS5: its row ids are the entries' numbers, so that newest first and spans of days are its own order.</summary>
internal sealed class SqliteArticleSearch(PortalDbContext db) : IArticleSearch
{
    private const int Interrupted = 9;
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

    public Task<IReadOnlyList<long>> NumbersAsync(SearchScope scope, CancellationToken cancellation) =>
        RunAsync<IReadOnlyList<long>>(scope, $"SELECT {Column(scope)} {Source(scope)} ORDER BY {Column(scope)} DESC", null, async reader =>
        {
            var numbers = new List<long>();
            // Without awaiting: the driver reads at once anyway, and a state machine for each of a million rows costs more than they do.
            while (reader.Read())
            {
                numbers.Add(reader.GetInt64(0));
            }

            await Task.CompletedTask;
            return numbers;
        }, cancellation);

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
            await using var deadline = new Timer(_ => SQLitePCL.raw.sqlite3_interrupt(connection.Handle), null, Longest, Timeout.InfiniteTimeSpan);
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
