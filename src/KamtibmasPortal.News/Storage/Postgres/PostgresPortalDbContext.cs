using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace KamtibmasPortal.News.Storage.Postgres;

public sealed class PostgresPortalDbContext(DbContextOptions<PostgresPortalDbContext> options) : PortalDbContext(options)
{
    /// <summary>Any number that no other user of the database takes.</summary>
    private const long ClaimsLock = 0x6B616D7469626D61;

    private const long StoriesLock = ClaimsLock + 1;
    private const long AccountsLock = ClaimsLock + 16;

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override IQueryable<SourceState> LockStates(IReadOnlyList<Guid> sourceIds) =>
        SourceStates.FromSql($"""SELECT * FROM "SourceStates" WHERE "SourceId" = ANY({sourceIds.ToArray()}) FOR UPDATE SKIP LOCKED""");

    public override Task LockClaimsAsync(CancellationToken cancellation) => Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ClaimsLock})", cancellation);

    public override Task LockStoriesAsync(CancellationToken cancellation) => Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({StoriesLock})", cancellation);

    public override Task LockAccountsAsync(CancellationToken cancellation) => Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AccountsLock})", cancellation);

    public override Task IndexAsync(SearchEntry entry, IndexDocument document, CancellationToken cancellation) => this.ChangeRowsAsync(
        """
        INSERT INTO "SearchEntries" ("Number", "ArticleId", "Day", "Publisher", "Tags", "Edition", "Title", "Tokens")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6::tsvector, @p7::tsvector)
        """,
        [
            entry.Number, entry.ArticleId, entry.Day ?? (object)DBNull.Value, entry.Publisher, entry.Tags, entry.Edition,
            TsText.Vector(document, [], IndexTokens.IsOfTitle), TsText.Vector(document, TimeTokens.Of(entry.Number)),
        ],
        cancellation);

    public override Task AddStoryKeysAsync(long number, int day, long[] keys, CancellationToken cancellation) =>
        this.ChangeRowsAsync("""INSERT INTO "StoryKeys" ("Key", "Day", "Number") SELECT k, @p1, @p0 FROM unnest(@p2) AS k""", [number, day, keys], cancellation);

    /// <summary>The words go with the entry's row.</summary>
    public override Task UnindexAsync(IReadOnlyList<long> numbers, CancellationToken cancellation) => Task.CompletedTask;

    public override async Task<StoreSizes> SizesAsync(CancellationToken cancellation)
    {
        var rows = await this.ReadRowsAsync("""SELECT pg_database_size(current_database()), pg_total_relation_size('"Snapshots"'), pg_total_relation_size('"SearchEntries"')""", [], r => new StoreSizes(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)), cancellation);
        return rows[0];
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // Code points, as SQLite compares: lists stand in the same order on both stores, whatever the database's own collation.
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PostgresPortalDbContext>
    {
        public PostgresPortalDbContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresPortalDbContext>().UseNpgsql("Host=localhost;Database=design").Options);
    }
}
