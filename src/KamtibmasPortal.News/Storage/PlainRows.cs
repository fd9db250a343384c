using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// Rows that are written as they are and forgotten, without a tracker that compares them: what ingestion writes by the thousand.
/// Columns and conversions come from the model, so both stores hold exactly what the model says. Gathered first, written in their
/// order by <see cref="WriteAsync"/>, within the caller's transaction.
/// </summary>
internal sealed class PlainRows(PortalDbContext db)
{
    private readonly List<(RowShape Shape, string Sql, object Row)> _waiting = [];

    /// <summary>A row whose key must be new.</summary>
    public void Add<T>(T row)
        where T : class => Wait(row, s => s.Insert);

    public void AddRange<T>(IEnumerable<T> rows)
        where T : class
    {
        foreach (var row in rows)
        {
            Add(row);
        }
    }

    /// <summary>A row that stays as it is when its key is taken.</summary>
    public void AddMissing<T>(T row)
        where T : class => Wait(row, s => s.InsertMissing);

    /// <summary>A row that takes the place of the one with its key, if there is one.</summary>
    public void Put<T>(T row)
        where T : class => Wait(row, s => s.Upsert);

    /// <exception cref="DbUpdateException">The store refused a row, as with tracked ones.</exception>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        try
        {
            // One trip for a store that lies behind a network; the other runs in this process.
            await (db.Database.GetDbConnection().CanCreateBatch ? WriteTogetherAsync(cancellation) : WriteOneByOneAsync(cancellation));
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"The store refused rows: {e.Message}", e);
        }
        finally
        {
            _waiting.Clear();
        }
    }

    private void Wait<T>(T row, Func<RowShape, string> sql)
        where T : class
    {
        var shape = RowShape.Of(db.Model, typeof(T));
        _waiting.Add((shape, sql(shape), row));
    }

    private async Task WriteTogetherAsync(CancellationToken cancellation)
    {
        await using var maker = db.Database.GetDbConnection().CreateCommand();
        await using var batch = db.Database.GetDbConnection().CreateBatch();
        batch.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (shape, sql, row) in _waiting)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            foreach (var parameter in shape.Parameters(maker, row))
            {
                command.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private async Task WriteOneByOneAsync(CancellationToken cancellation)
    {
        foreach (var (shape, sql, row) in _waiting)
        {
            using var lent = db.Lend(sql);
            shape.Fill(lent.Command, row);
            await lent.Command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
