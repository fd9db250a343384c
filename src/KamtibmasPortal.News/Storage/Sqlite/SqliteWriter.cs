using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KamtibmasPortal.News.Storage.Sqlite;

/// <summary>
/// One writer of a file at a time, within this process. SQLite keeps that by itself, and still does between processes, but it makes
/// writers sleep in their threads: a dozen polls would hold a dozen of them. Who has the turn writes on one connection that stays
/// open: its pages stay in its cache, and its statements prepared, which halves the cost of an article.
/// </summary>
internal sealed class SqliteWriter(string connectionString) : IDisposable
{
    /// <summary>Statements of a changing length must not gather for ever.</summary>
    private const int MostStatements = 200;

    /// <summary>Of 70 pages that an article touches many are touched by the next one too: they go into the file once for a few dozen.</summary>
    private const string Pragmas = "PRAGMA cache_size=-8000; PRAGMA wal_autocheckpoint=4000;";

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> s_files = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _file = s_files.GetOrAdd(connectionString, _ => new SemaphoreSlim(1));
    private SqliteConnection? _connection;

    /// <summary>Waits for the turn; it is given back by <see cref="Leave"/>.</summary>
    public async Task<SqliteConnection> EnterAsync(CancellationToken cancellation)
    {
        await _file.WaitAsync(cancellation);
        try
        {
            return _connection ??= Open();
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
        if (_connection?.Handle is not { } handle || raw.sqlite3_get_autocommit(handle) == 0)
        {
            Close();
        }

        _file.Release();
    }

    /// <summary>A statement that is prepared from its second use on. Who has the turn asks, and gives it back by <see cref="Return"/>.</summary>
    public DbCommand Take(string sql)
    {
        if (_statements.Remove(sql, out var kept))
        {
            return kept;
        }

        var command = _connection!.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    public void Return(DbCommand command)
    {
        if (_statements.Count >= MostStatements || command.Connection != _connection || !_statements.TryAdd(command.CommandText, (SqliteCommand)command))
        {
            command.Dispose();
        }
    }

    public void Dispose() => Close();

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        SqlitePragmas.Tell(connection, Pragmas);
        return connection;
    }

    private void Close()
    {
        _statements.Values.ToList().ForEach(s => s.Dispose());
        _statements.Clear();
        _connection?.Dispose();
        _connection = null;
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
