using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace KamtibmasPortal.News.Storage.Sqlite;

/// <summary>One writer beside many readers: write-ahead log, and waiting instead of failing while somebody else writes.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // The cache is a connection's own, two megabytes if nothing is said; what it lacks the system's cache has.
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-500;";

    /// <summary>Connections that have heard them: the pool hands one out again and again, and it remembers.</summary>
    private readonly ConditionalWeakTable<sqlite3, object> _told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is not SqliteConnection { Handle: { } handle } || _told.TryGetValue(handle, out _))
        {
            return;
        }

        Tell(connection);
        _told.AddOrUpdate(handle, this);
    }

    /// <param name="connection">An open one.</param>
    /// <param name="more">What this one is told besides.</param>
    public static void Tell(DbConnection connection, string more = "")
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas + more;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite runs in this thread: there is nothing to wait for.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
