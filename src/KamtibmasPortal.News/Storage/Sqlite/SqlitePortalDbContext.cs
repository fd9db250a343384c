using System.Data;
using System.Data.Common;
using KamtibmasPortal.News.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace KamtibmasPortal.News.Storage.Sqlite;

public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options)
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    private KeptConnection? _kept;

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    public override async Task IndexAsync(SearchEntry entry, IndexDocument document, CancellationToken cancellation)
    {
        await this.ChangeRowsAsync(
            """INSERT INTO "SearchEntries" ("Number", "ArticleId", "Day", "Publisher", "Tags", "Edition") VALUES (@p0, @p1, @p2, @p3, @p4, @p5)""",
            [entry.Number, entry.ArticleId, entry.Day ?? (object)DBNull.Value, entry.Publisher, entry.Tags, entry.Edition], cancellation);
        await this.ChangeRowsAsync("""INSERT INTO "SearchIndex" (rowid, "Tokens") VALUES (@p0, @p1)""", [entry.Number, document.ToLine()], cancellation);
    }

    public override async Task UnindexAsync(IReadOnlyList<long> numbers, CancellationToken cancellation)
    {
        foreach (var number in numbers)
        {
            await this.ChangeRowsAsync("""DELETE FROM "SearchIndex" WHERE rowid = @p0""", [number], cancellation);
        }
    }

    public override Task AddStoryKeysAsync(long number, int day, long[] keys, CancellationToken cancellation) =>
        this.ChangeRowsAsync("""INSERT INTO "StoryKeys" ("Key", "Day", "Number") SELECT value, @p1, @p0 FROM json_each(@p2)""", [number, day, $"[{string.Join(',', keys)}]"], cancellation);

    public override async Task<IDisposable?> WriteTurnAsync(CancellationToken cancellation)
    {
        var writer = this.GetService<SqliteWriters>().Of(Database.GetConnectionString()!);
        return new Turn(this, await writer.EnterAsync(cancellation), writer);
    }

    internal override IDisposable? ReadTurn() =>
        _kept is null && Database.CurrentTransaction is null && Database.GetDbConnection() is { State: ConnectionState.Closed, ConnectionString: var file } ? new Reading(this, this.GetService<SqliteReaders>(), file) : null;

    internal override bool IsReadTurn => _kept is not null;

    internal override DateTime ReadTime(DbDataReader row, int column) => SqliteTime.Read(row, column);

    internal override DbCommand TakeCommand(string sql) => _kept is { } kept ? kept.Take(sql) : base.TakeCommand(sql);

    internal override void ReturnCommand(DbCommand command)
    {
        if (_kept is { } kept)
        {
            kept.Return(command);
        }
        else
        {
            base.ReturnCommand(command);
        }
    }

    /// <summary>Lends the context the writer's connection in place of its own.</summary>
    private sealed class Turn : IDisposable
    {
        private readonly SqlitePortalDbContext _db;
        private readonly DbConnection _own;
        private readonly SqliteWriter _writer;

        public Turn(SqlitePortalDbContext db, KeptConnection kept, SqliteWriter writer)
        {
            (_db, _writer, _own) = (db, writer, db.Database.GetDbConnection());
            // Named as not its own first: what a context owns it disposes when it gets another.
            db.Database.SetDbConnection(_own, contextOwnsConnection: false);
            db.Database.SetDbConnection(kept.Connection, contextOwnsConnection: false);
            db._kept = kept;
        }

        public void Dispose()
        {
            _db._kept = null;
            _db.Database.SetDbConnection(_own, contextOwnsConnection: true);
            _writer.Leave();
        }
    }

    /// <summary>Lends plain commands a kept connection; the context's own stays closed.</summary>
    private sealed class Reading : IDisposable
    {
        private readonly SqlitePortalDbContext _db;
        private readonly SqliteReaders _readers;
        private readonly string _file;

        public Reading(SqlitePortalDbContext db, SqliteReaders readers, string file)
        {
            (_db, _readers, _file) = (db, readers, file);
            db._kept = readers.Take(file);
        }

        public void Dispose()
        {
            _readers.Return(_file, _db._kept!);
            _db._kept = null;
        }
    }

    /// <summary>The parts by the lengths of what they hold: the engine of this package knows nothing of its pages.</summary>
    public override async Task<StoreSizes> SizesAsync(CancellationToken cancellation)
    {
        var whole = await NumberAsync("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()", cancellation) ?? 0;
        var log = Database.GetDbConnection().DataSource is { Length: > 0 } file && new FileInfo(file + "-wal") is { Exists: true } wal ? wal.Length : 0;
        return new StoreSizes(
            whole + log,
            await NumberAsync("SELECT COALESCE(SUM(LENGTH(\"Packed\") + LENGTH(\"Headers\")), 0) FROM \"Snapshots\"", cancellation),
            await NumberAsync("SELECT COALESCE(SUM(LENGTH(block)), 0) FROM \"SearchIndex_data\"", cancellation));
    }

    private async Task<long?> NumberAsync(string sql, CancellationToken cancellation) => (await this.ReadRowsAsync(sql, [], r => r.GetInt64(0), cancellation)) is [var number] ? number : null;

    public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SqlitePortalDbContext>
    {
        public SqlitePortalDbContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite("Data Source=design.db").Options);
    }
}
