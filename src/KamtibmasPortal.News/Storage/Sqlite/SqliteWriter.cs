using System.Collections.Concurrent;
using SQLitePCL;

namespace KamtibmasPortal.News.Storage.Sqlite;

/// <summary>
/// One writer of a file at a time, within this process. SQLite keeps that by itself, and still does between processes, but it makes
/// writers sleep in their threads: a dozen polls would hold a dozen of them. Who has the turn writes on one kept connection.
/// </summary>
internal sealed class SqliteWriter(string connectionString) : IDisposable
{
    /// <summary>Of 70 pages that an article touches many are touched by the next one too: they go into the file once for a few dozen.</summary>
    private const string Pragmas = "PRAGMA cache_size=-8000; PRAGMA wal_autocheckpoint=4000;";

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> s_files = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim _file = s_files.GetOrAdd(connectionString, _ => new SemaphoreSlim(1));
    private KeptConnection? _kept;

    /// <summary>Waits for the turn; it is given back by <see cref="Leave"/>.</summary>
    public async Task<KeptConnection> EnterAsync(CancellationToken cancellation)
    {
        await _file.WaitAsync(cancellation);
        try
        {
            return _kept ??= new KeptConnection(connectionString, Pragmas);
        }
        catch
        {
            _file.Release();
            throw;
        }
    }

    public void Leave()
    {
        // Whoever fell with its transaction open leaves nothing to the next.
        if (_kept?.Connection.Handle is not { } handle || raw.sqlite3_get_autocommit(handle) == 0)
        {
            Dispose();
        }

        _file.Release();
    }

    public void Dispose()
    {
        _kept?.Dispose();
        _kept = null;
    }
}

/// <summary>The writer of the file that a service provider's contexts share.</summary>
internal sealed class SqliteWriters : IDisposable
{
    private readonly ConcurrentDictionary<string, SqliteWriter> _writers = new(StringComparer.Ordinal);

    public SqliteWriter Of(string connectionString) => _writers.GetOrAdd(connectionString, c => new SqliteWriter(c));

    public void Dispose()
    {
        foreach (var writer in _writers.Values)
        {
            writer.Dispose();
        }
    }
}
