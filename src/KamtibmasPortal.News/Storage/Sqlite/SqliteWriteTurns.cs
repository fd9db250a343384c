using System.Collections.Concurrent;

namespace KamtibmasPortal.News.Storage.Sqlite;

/// <summary>
/// One writer of a file at a time, within this process. SQLite keeps that by itself, and still does between processes, but it makes
/// writers sleep in their threads: a dozen polls would hold a dozen of them.
/// </summary>
internal static class SqliteWriteTurns
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> s_files = new(StringComparer.Ordinal);

    /// <summary>Given back by disposing.</summary>
    public static async Task<IDisposable> TakeAsync(string connectionString, CancellationToken cancellation)
    {
        var file = s_files.GetOrAdd(connectionString, _ => new SemaphoreSlim(1));
        await file.WaitAsync(cancellation);
        return new Turn(file);
    }

    private sealed class Turn(SemaphoreSlim file) : IDisposable
    {
        public void Dispose() => file.Release();
    }
}
