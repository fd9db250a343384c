using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// The few statements that every ingested item costs, as plain commands on the context's connection and in its transaction. Written
/// so that both stores read them: parameters @p0, @p1 ..., names in double quotes. Everything else asks the model.
/// </summary>
internal static class PlainCommands
{
    /// <summary>Changes rows, on a connection opened for it where none is open.</summary>
    /// <returns>Rows changed.</returns>
    public static async Task<int> ChangeRowsAsync(this PortalDbContext db, string sql, object[] values, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            using var lent = db.Lend(sql, values);
            return await lent.Command.ExecuteNonQueryAsync(cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Reads all rows of a query, on a connection opened for it where none is open.</summary>
    public static async Task<List<T>> ReadRowsAsync<T>(this PortalDbContext db, string sql, object[] values, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            return await db.RowsAsync(sql, values, read, cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Reads all rows of a query that is asked again and again, on a kept connection where the store has one.</summary>
    public static async Task<List<T>> ReadOftenAsync<T>(this PortalDbContext db, string sql, object[] values, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        using var turn = db.ReadTurn();
        return turn is null && !db.IsReadTurn ? await db.ReadRowsAsync(sql, values, read, cancellation) : await db.RowsAsync(sql, values, read, cancellation);
    }

    /// <summary>Several such queries on one connection.</summary>
    public static async Task<T> ReadTogetherAsync<T>(this PortalDbContext db, Func<Task<T>> read, CancellationToken cancellation)
    {
        using var turn = db.ReadTurn();
        if (turn is not null || db.IsReadTurn)
        {
            return await read();
        }

        // Opening costs as much as one of the questions that follow.
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            return await read();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Entities of a condition that is asked again and again, untracked and without what they refer to.</summary>
    public static Task<List<T>> ReadOftenAsync<T>(this PortalDbContext db, string condition, object[] values, CancellationToken cancellation)
    {
        var shape = RowShape.Of(db.Model, typeof(T));
        return db.ReadOftenAsync(shape.SelectWhere(condition), values, shape.Reader<T>(), cancellation);
    }

    private static async Task<List<T>> RowsAsync<T>(this PortalDbContext db, string sql, object[] values, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        using var lent = db.Lend(sql, values);
        await using var reader = await lent.Command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>A command in the transaction that stands, with these values.</summary>
    public static LentCommand Lend(this PortalDbContext db, string sql, params ReadOnlySpan<object> values)
    {
        var command = db.TakeCommand(sql);
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < values.Length; i++)
        {
            if (i < command.Parameters.Count)
            {
                command.Parameters[i].Value = values[i];
                continue;
            }

            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", values[i]);
            command.Parameters.Add(parameter);
        }

        return new LentCommand(db, command);
    }
}

/// <summary>A command that goes back when it is disposed.</summary>
internal readonly struct LentCommand(PortalDbContext db, DbCommand command) : IDisposable
{
    public DbCommand Command => command;

    public void Dispose() => db.ReturnCommand(command);
}
