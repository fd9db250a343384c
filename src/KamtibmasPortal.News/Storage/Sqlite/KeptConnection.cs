using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace KamtibmasPortal.News.Storage.Sqlite;

/// <summary>
/// A connection that stays open: its pages stay in its cache, and its statements prepared, which is the greater half of what a short one
/// costs. For one user at a time.
/// </summary>
internal sealed class KeptConnection : IDisposable
{
    /// <summary>Statements of a changing length must not gather for ever.</summary>
    private const int MostStatements = 200;

    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);

    /// <param name="connectionString">The file.</param>
    /// <param name="pragmas">What it is told besides that which every connection is told.</param>
    public KeptConnection(string connectionString, string pragmas = "")
    {
        Connection = new SqliteConnection(connectionString);
        try
        {
            Connection.Open();
            SqlitePragmas.Tell(Connection, pragmas);
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
    }

    public SqliteConnection Connection { get; }

    /// <summary>A statement that is prepared from its second use on; it is given back by <see cref="Return"/>.</summary>
    public DbCommand Take(string sql)
    {
        if (_statements.Remove(sql, out var kept))
        {
            return kept;
        }

        var command = Connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    public void Return(DbCommand command)
    {
        if (_statements.Count >= MostStatements || command.Connection != Connection || !_statements.TryAdd(command.CommandText, (SqliteCommand)command))
        {
            command.Dispose();
        }
    }

    public void Dispose()
    {
        _statements.Values.ToList().ForEach(s => s.Dispose());
        _statements.Clear();
        Connection.Dispose();
    }
}
