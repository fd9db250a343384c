using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KamtibmasPortal.News.Storage;

/// <summary>The whole model once; what differs between the two stores stands in the two derived contexts.</summary>
public abstract class PortalDbContext(DbContextOptions options) : IdentityDbContext<Editor>(options)
{
    public DbSet<Region> Regions => Set<Region>();
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<Topic> Topics => Set<Topic>();
    public DbSet<ReferenceVersion> ReferenceVersions => Set<ReferenceVersion>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<SourceState> SourceStates => Set<SourceState>();
    public DbSet<Backfill> Backfills => Set<Backfill>();
    public DbSet<SourceItem> SourceItems => Set<SourceItem>();
    public DbSet<FetchRun> FetchRuns => Set<FetchRun>();
    public DbSet<Article> Articles => Set<Article>();
    public DbSet<ArticleUrl> ArticleUrls => Set<ArticleUrl>();
    public DbSet<ArticleTag> ArticleTags => Set<ArticleTag>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<RefusedTag> RefusedTags => Set<RefusedTag>();
    public DbSet<RetagRun> RetagRuns => Set<RetagRun>();
    public DbSet<RetagChange> RetagChanges => Set<RetagChange>();
    public DbSet<Snapshot> Snapshots => Set<Snapshot>();
    public DbSet<ArchiveEntry> ArchiveEntries => Set<ArchiveEntry>();
    public DbSet<ArchiveHead> ArchiveHeads => Set<ArchiveHead>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<IndexRun> IndexRuns => Set<IndexRun>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<EditorSession> EditorSessions => Set<EditorSession>();
    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();
    public DbSet<SignInGuess> SignInGuesses => Set<SignInGuess>();
    public DbSet<Story> Stories => Set<Story>();
    public DbSet<StoryEntry> StoryEntries => Set<StoryEntry>();
    public DbSet<StoryKey> StoryKeys => Set<StoryKey>();
    public DbSet<ArticleEdit> ArticleEdits => Set<ArticleEdit>();
    public DbSet<Correction> Corrections => Set<Correction>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<BulkAct> BulkActs => Set<BulkAct>();
    public DbSet<BulkChange> BulkChanges => Set<BulkChange>();
    public DbSet<ReaderReport> ReaderReports => Set<ReaderReport>();
    public DbSet<PublicChange> PublicChanges => Set<PublicChange>();
    public DbSet<RuleChange> RuleChanges => Set<RuleChange>();

    /// <summary>What the present transaction changes for the public, told when it commits. One that fails leaves its marks to the next: a page too many is made anew.</summary>
    internal HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

    /// <summary>Numbers of the entries of the index that the present transaction changes.</summary>
    internal HashSet<long> TouchedEntries { get; } = [];

    /// <summary>Notes what of the public's pages changes with the present transaction.</summary>
    /// <param name="mark">A tag as in the index, or <see cref="Everything"/>.</param>
    public void Touch(string mark) => Touched.Add(mark);

    /// <summary>The transaction is over: what it touched was told, or never happened.</summary>
    internal void Forget()
    {
        Touched.Clear();
        TouchedEntries.Clear();
    }

    /// <summary>The mark of a change that may show anywhere.</summary>
    public const string Everything = "*";

    /// <summary>True when <paramref name="exception"/> reports a broken unique key.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>Rows of these sources that nobody else holds, held until the transaction ends: of several workers each gets others.</summary>
    public virtual IQueryable<SourceState> LockStates(IReadOnlyList<Guid> sourceIds) => SourceStates.Where(s => sourceIds.Contains(s.SourceId));

    /// <summary>Until the transaction ends nobody else claims: two workers must not take two sources of one host at the same moment.</summary>
    public virtual Task LockClaimsAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Writes an entry and its words into the store's index, within the transaction that stands.</summary>
    public abstract Task IndexAsync(SearchEntry entry, IndexDocument document, CancellationToken cancellation);

    /// <summary>Takes the words of entries out of the store's index.</summary>
    public abstract Task UnindexAsync(IReadOnlyList<long> numbers, CancellationToken cancellation);

    /// <summary>Writes the keys under which an entry is found: two dozen rows in one statement.</summary>
    public abstract Task AddStoryKeysAsync(long number, int day, long[] keys, CancellationToken cancellation);

    /// <summary>What the store takes on its disk.</summary>
    public abstract Task<StoreSizes> SizesAsync(CancellationToken cancellation);

    /// <summary>Until the transaction ends nobody else matches: two reports that arrive at the same moment must see each other.</summary>
    public virtual Task LockStoriesAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Until the transaction ends nobody else changes roles or closes accounts: the last administrator must not go by two acts at once.</summary>
    public virtual Task LockAccountsAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>The turn to write, given back by disposing: where a store takes one writer at a time, waiting here holds no thread. Null where there is nothing to wait for.</summary>
    public virtual Task<IDisposable?> WriteTurnAsync(CancellationToken cancellation) => Task.FromResult<IDisposable?>(null);

    /// <summary>Until it is disposed plain commands read by a connection that is kept for it. Null where none would be better than the context's own.</summary>
    internal virtual IDisposable? ReadTurn() => null;

    /// <summary>Whether plain commands have a kept connection now.</summary>
    internal virtual bool IsReadTurn => false;

    /// <summary>A moment out of a row, its kind left open.</summary>
    internal virtual DateTime ReadTime(DbDataReader row, int column) => row.GetDateTime(column);

    /// <summary>A plain command on the connection that the context uses now, perhaps one that was used before and keeps its parameters.</summary>
    internal virtual DbCommand TakeCommand(string sql)
    {
        var command = Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command;
    }

    internal virtual void ReturnCommand(DbCommand command) => command.Dispose();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        AccountTables.RefuseChangedAudit(this);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        AccountTables.RefuseChangedAudit(this);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        builder.Entity<Region>(e =>
        {
            e.HasKey(x => x.Code);
            e.Property(x => x.Code).HasMaxLength(13);
            e.Property(x => x.Name).HasMaxLength(120);
            e.Property(x => x.ParentCode).HasMaxLength(8);
            e.HasIndex(x => new { x.ParentCode, x.Code });
        });
        builder.Entity<Agency>(e =>
        {
            e.HasKey(x => x.Slug);
            e.Property(x => x.Slug).HasMaxLength(160);
            e.Property(x => x.Kind).HasMaxLength(40);
            e.Property(x => x.Name).HasMaxLength(200);
            e.Property(x => x.RegionCode).HasMaxLength(13);
            e.Property(x => x.ParentSlug).HasMaxLength(160);
            e.HasIndex(x => x.RegionCode);
        });
        builder.Entity<Topic>(e =>
        {
            e.HasKey(x => x.Slug);
            e.Property(x => x.Slug).HasMaxLength(60);
        });
        builder.Entity<ReferenceVersion>(e => e.HasKey(x => x.Name));
        builder.Entity<PublicChange>(e => e.HasIndex(x => x.At));
        builder.Entity<Source>(e =>
        {
            e.HasIndex(x => x.Name).IsUnique();
            e.Property(x => x.Name).HasMaxLength(200);
            e.Property(x => x.Publisher).HasMaxLength(200);
            e.Property(x => x.RegionCode).HasMaxLength(13);
            e.Ignore(x => x.Host);
        });
        builder.Entity<SourceState>(e =>
        {
            e.HasKey(x => x.SourceId);
            e.HasOne<Source>().WithOne().HasForeignKey<SourceState>(x => x.SourceId);
            e.HasIndex(x => x.NextDueAt);
        });
        builder.Entity<Backfill>(e =>
        {
            e.HasKey(x => x.SourceId);
            e.HasOne<Source>().WithOne().HasForeignKey<Backfill>(x => x.SourceId);
        });
        builder.Entity<SourceItem>(e =>
        {
            e.HasKey(x => new { x.SourceId, x.Key });
            e.HasOne<Source>().WithMany().HasForeignKey(x => x.SourceId);
            e.HasIndex(x => new { x.SourceId, x.DueAt });
            e.HasIndex(x => new { x.SourceId, x.RefetchAt });
            e.HasIndex(x => new { x.SourceId, x.SeenAt });
            e.Ignore(x => x.Failure);
        });
        builder.Entity<ArticleUrl>(e =>
        {
            e.HasKey(x => new { x.Publisher, x.Key });
            e.Property(x => x.Publisher).HasMaxLength(200);
            e.HasIndex(x => x.ArticleId);
            e.HasIndex(x => x.SourceId);
        });
        builder.Entity<FetchRun>(e =>
        {
            e.HasOne(x => x.Source).WithMany().HasForeignKey(x => x.SourceId);
            e.HasIndex(x => new { x.SourceId, x.StartedAt });
            e.Ignore(x => x.Total);
        });
        builder.Entity<Article>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasOne(x => x.Source).WithMany().HasForeignKey(x => x.SourceId);
            e.HasIndex(x => new { x.SourceId, x.Key }).IsUnique();
            e.HasIndex(x => new { x.Publisher, x.ContentSha256 }).IsUnique();
            e.HasIndex(x => new { x.State, x.RankedAt, x.Id });
            e.HasIndex(x => new { x.State, x.PublishedDay });
            e.Property(x => x.Publisher).HasMaxLength(200);
            e.Property(x => x.ContentSha256).HasMaxLength(64);
            e.Property(x => x.Version).IsConcurrencyToken();
            e.Property(x => x.Dates).HasConversion(Json<List<ArticleDate>>(), SameItems<ArticleDate>());
            e.Property(x => x.SensitiveEvidence).HasConversion(Json<List<TagEvidence>>(), SameItems<TagEvidence>()).HasDefaultValueSql("'[]'");
            e.HasMany(x => x.Tags).WithOne().HasForeignKey(x => x.ArticleId);
            e.HasMany(x => x.Revisions).WithOne().HasForeignKey(x => x.ArticleId);
        });
        builder.Entity<ArticleTag>(e =>
        {
            e.HasKey(x => new { x.ArticleId, x.Kind, x.Key });
            e.HasIndex(x => new { x.Kind, x.Key, x.ArticleId });
            e.Property(x => x.Key).HasMaxLength(160);
            e.Property(x => x.Evidence).HasConversion(Json<List<TagEvidence>>(), SameItems<TagEvidence>());
        });
        builder.Entity<RefusedTag>(e =>
        {
            e.HasKey(x => new { x.ArticleId, x.Kind, x.Key });
            e.Property(x => x.Key).HasMaxLength(160);
        });
        builder.Entity<RetagRun>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => x.StartedAt);
        });
        builder.Entity<RetagChange>(e =>
        {
            e.HasKey(x => new { x.RunId, x.ArticleId });
            e.Property(x => x.Before).HasConversion(Json<List<ArticleTag>>(), Same<List<ArticleTag>>());
            e.Property(x => x.SensitiveEvidenceBefore).HasConversion(Json<List<TagEvidence>>(), SameItems<TagEvidence>());
            e.Property(x => x.AfterSha256).HasMaxLength(64);
        });
        builder.Entity<Snapshot>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.ArticleId, x.Revision });
            e.Property(x => x.Sha256).HasMaxLength(64);
        });
        builder.Entity<ArchiveEntry>(e =>
        {
            e.HasKey(x => x.Number);
            e.Property(x => x.Number).ValueGeneratedNever();
            e.HasIndex(x => x.SnapshotId);
            e.Property(x => x.Sha256).HasMaxLength(64);
            e.Property(x => x.Chain).HasMaxLength(64);
        });
        builder.Entity<ArchiveHead>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Chain).HasMaxLength(64);
        });
        builder.Entity<SearchEntry>(e =>
        {
            e.HasKey(x => x.Number);
            e.Property(x => x.Number).ValueGeneratedNever();
            e.Property(x => x.Publisher).HasMaxLength(200);
            e.HasIndex(x => x.ArticleId).IsUnique();
        });
        builder.Entity<IndexRun>(e => e.Property(x => x.Id).ValueGeneratedNever());
        builder.Entity<Revision>(e => e.HasKey(x => new { x.ArticleId, x.Number }));
        AccountTables.Map(builder);
        StoryTables.Map(builder);
        DeskTables.Map(builder);
        RuleTables.Map(builder);
    }

    // Names, as in every column: a number would change its meaning with the order of the enum.
    private static readonly JsonSerializerOptions EnumsByName = new() { Converters = { new JsonStringEnumConverter() } };

    internal static ValueConverter<T, string> Json<T>() =>
        new(v => JsonSerializer.Serialize(v, EnumsByName), s => JsonSerializer.Deserialize<T>(s, EnumsByName)!);

    internal static ValueComparer<T> Same<T>() =>
        new((a, b) => JsonSerializer.Serialize(a, EnumsByName) == JsonSerializer.Serialize(b, EnumsByName),
            v => JsonSerializer.Serialize(v, EnumsByName).GetHashCode(StringComparison.Ordinal),
            v => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(v, EnumsByName), EnumsByName)!);

    /// <summary>Of records that never change: equal item by item, and the list alone is copied.</summary>
    private static ValueComparer<List<T>> SameItems<T>()
        where T : class, IEquatable<T> =>
        new((a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)), v => v.Aggregate(v.Count, HashCode.Combine), v => v.ToList());

    // A time of no stated kind is UTC here: the zone of the machine must not decide what is stored.
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        v => v.Kind == DateTimeKind.Local ? v.ToUniversalTime() : DateTime.SpecifyKind(v, DateTimeKind.Utc),
        v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
}

/// <summary>Which edition of a packed reference table the store holds.</summary>
public sealed class ReferenceVersion
{
    public required string Name { get; init; }

    /// <summary>SHA-256 of the packed bytes, lower-case hex.</summary>
    public required string Sha256 { get; set; }
}
