using System.Collections.Concurrent;

namespace KamtibmasPortal.News.Storage.Sqlite;

/// <summary>Connections that the busiest pages read by, lent for one statement.</summary>
internal sealed class SqliteReaders : IDisposable
{
    /// <summary>No more are kept, for each file, than a small machine has use for at once.</summary>
    private const int MostKept = 32;

    private readonly ConcurrentDictionary<string, ConcurrentBag<KeptConnection>> _kept = new(StringComparer.Ordinal);
    private volatile bool _isClosed;

    public KeptConnection Take(string connectionString) => Of(connectionString).TryTake(out var kept) ? kept : new KeptConnection(connectionString);

    public void Return(string connectionString, KeptConnection connection)
    {
        var kept = Of(connectionString);
        if (_isClosed || kept.Count >= MostKept)
        {
            connection.Dispose();
            return;
        }

        kept.Add(connection);
    }

    public void Dispose()
    {
        _isClosed = true;
        foreach (var kept in _kept.Values)
        {
            while (kept.TryTake(out var connection))
            {
                connection.Dispose();
            }
        }
    }

    private ConcurrentBag<KeptConnection> Of(string connectionString) => _kept.GetOrAdd(connectionString, _ => []);
}
