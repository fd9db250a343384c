using KamtibmasPortal.News.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KamtibmasPortal.News.Storage.Sqlite;

public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options)
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    public override async Task IndexAsync(SearchEntry entry, IndexDocument document, CancellationToken cancellation)
    {
        var (number, line) = (entry.Number, document.ToLine());
        await Database.ExecuteSqlAsync($"""
            INSERT INTO "SearchEntries" ("Number", "ArticleId", "Day", "Publisher", "Tags", "Edition")
            VALUES ({number}, {entry.ArticleId}, {entry.Day}, {entry.Publisher}, {entry.Tags}, {entry.Edition})
            """, cancellation);
        await Database.ExecuteSqlAsync($"""INSERT INTO "SearchIndex" (rowid, "Tokens") VALUES ({number}, {line})""", cancellation);
    }

    public override async Task UnindexAsync(IReadOnlyList<long> numbers, CancellationToken cancellation)
    {
        foreach (var number in numbers)
        {
            await Database.ExecuteSqlAsync($"""DELETE FROM "SearchIndex" WHERE rowid = {number}""", cancellation);
        }
    }

    public override async Task<IDisposable?> WriteTurnAsync(CancellationToken cancellation) => await SqliteWriteTurns.TakeAsync(Database.GetConnectionString() ?? "", cancellation);

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
