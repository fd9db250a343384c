using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>A key with the number of published articles behind it.</summary>
public sealed record KeyCount(string Key, int Count);

/// <summary>Published articles of a source: all of them, of the last 30 days, of the last 24 hours.</summary>
public sealed record SourcePulse(int All, int Month, int Day);

/// <summary>What the published articles of a filter divide into.</summary>
public sealed record ArticleFacets(
    IReadOnlyList<KeyCount> Regions, IReadOnlyList<KeyCount> Agencies, IReadOnlyList<KeyCount> Topics,
    IReadOnlyList<KeyCount> Publishers, IReadOnlyList<KeyCount> Months);

/// <summary>Regions, agencies, topics and sources as the public sees them: counts cover published articles only.</summary>
public sealed class CatalogQueries(PortalDbContext db, ArticleQueries articles, TagShelf shelf)
{
    public async Task<Region?> FindRegionAsync(string code, CancellationToken cancellation) =>
        await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Code == code, cancellation);

    /// <summary>The region and everything above it, province first.</summary>
    public async Task<IReadOnlyList<Region>> PathAsync(string code, CancellationToken cancellation)
    {
        var codes = Region.AncestorsOf(code).Append(code).ToList();
        return await db.Regions.AsNoTracking().Where(r => codes.Contains(r.Code)).OrderBy(r => r.Code).ToListAsync(cancellation);
    }

    /// <summary>Units directly below <paramref name="parent"/>; provinces for null. By code.</summary>
    public async Task<IReadOnlyList<Region>> ChildrenAsync(string? parent, CancellationToken cancellation) =>
        await db.Regions.AsNoTracking().Where(r => r.ParentCode == parent).OrderBy(r => r.Code).ToListAsync(cancellation);

    /// <summary>Codes of all provinces, kabupaten and kota.</summary>
    public async Task<IReadOnlyList<string>> LargeRegionsAsync(CancellationToken cancellation) =>
        await db.Regions.Where(r => r.Code.Length <= 5).OrderBy(r => r.Code).Select(r => r.Code).ToListAsync(cancellation);

    /// <summary>The regions of these codes, by code; unknown ones are absent.</summary>
    public async Task<Dictionary<string, Region>> RegionsAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        await shelf.RegionsAsync(db, codes, cancellation);

    /// <summary>The agencies of these slugs, by slug; unknown ones are absent.</summary>
    public async Task<Dictionary<string, Agency>> AgenciesAsync(IReadOnlyCollection<string> slugs, CancellationToken cancellation) =>
        await shelf.AgenciesAsync(db, slugs, cancellation);

    public async Task<Topic?> FindTopicAsync(string slug, CancellationToken cancellation) =>
        await db.Topics.AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug, cancellation);

    public Task<bool> HasSourceAsync(string name, CancellationToken cancellation) => db.Sources.AnyAsync(s => s.Name == name, cancellation);

    /// <summary>Published articles by tag key, implied ancestors included; keys without an article are absent.</summary>
    public async Task<Dictionary<string, int>> CountsAsync(TagKind kind, ArticleFilter filter, CancellationToken cancellation) =>
        await TagsOf(filter).Where(t => t.Kind == kind).GroupBy(t => t.Key).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(x => x.Key, x => x.Count, cancellation);

    /// <summary>Counts of the direct children of a region (provinces for null).</summary>
    public async Task<Dictionary<string, int>> ChildCountsAsync(string? parent, CancellationToken cancellation)
    {
        var children = db.Regions.Where(r => r.ParentCode == parent).Select(r => r.Code);
        return await TagsOf(new ArticleFilter()).Where(t => t.Kind == TagKind.Region && children.Contains(t.Key))
            .GroupBy(t => t.Key).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellation);
    }

    /// <summary>Registered agencies, and assumed ones that a published article names.</summary>
    public async Task<IReadOnlyList<Agency>> AgenciesAsync(CancellationToken cancellation) =>
        await PublicAgencies().OrderBy(a => a.Kind).ThenBy(a => a.Name).ToListAsync(cancellation);

    public async Task<Agency?> FindAgencyAsync(string slug, CancellationToken cancellation) =>
        await PublicAgencies().FirstOrDefaultAsync(a => a.Slug == slug, cancellation);

    /// <summary>Public agencies that answer to one, by name.</summary>
    public async Task<IReadOnlyList<Agency>> AgenciesUnderAsync(string slug, CancellationToken cancellation) =>
        await PublicAgencies().Where(a => a.ParentSlug == slug).OrderBy(a => a.Name).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Topic>> TopicsAsync(CancellationToken cancellation) =>
        await shelf.TopicsAsync(db, cancellation);

    public async Task<IReadOnlyList<Source>> SourcesAsync(CancellationToken cancellation) =>
        await db.Sources.AsNoTracking().OrderBy(s => s.Publisher).ThenBy(s => s.Name).ToListAsync(cancellation);

    public async Task<Source?> FindSourceAsync(Guid id, CancellationToken cancellation) => await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellation);

    /// <summary>Newest finished run of each source.</summary>
    public async Task<Dictionary<Guid, FetchRun>> LastRunsAsync(CancellationToken cancellation)
    {
        var last = db.FetchRuns.Where(r => r.FinishedAt != null).GroupBy(r => r.SourceId).Select(g => new { SourceId = g.Key, StartedAt = g.Max(r => r.StartedAt) });
        var runs = await db.FetchRuns.AsNoTracking()
            .Where(r => r.FinishedAt != null && last.Any(l => l.SourceId == r.SourceId && l.StartedAt == r.StartedAt)).ToListAsync(cancellation);
        return runs.GroupBy(r => r.SourceId).ToDictionary(g => g.Key, g => g.First());
    }

    /// <summary>Published articles of each source.</summary>
    public async Task<Dictionary<Guid, int>> CountsBySourceAsync(CancellationToken cancellation) =>
        await articles.Published().GroupBy(a => a.SourceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellation);

    /// <summary>Published articles of each source by their age: all, those of the last 30 days, those of the last 24 hours.</summary>
    public async Task<Dictionary<Guid, SourcePulse>> PulseBySourceAsync(DateTime now, CancellationToken cancellation)
    {
        var (month, day) = (now.AddDays(-30), now.AddDays(-1));
        return await articles.Published().GroupBy(a => a.SourceId)
            .Select(g => new { g.Key, All = g.Count(), Month = g.Count(a => a.RankedAt > month), Day = g.Count(a => a.RankedAt > day) })
            .ToDictionaryAsync(x => x.Key, x => new SourcePulse(x.All, x.Month, x.Day), cancellation);
    }

    /// <summary>Items of a source that came to nothing, newest first. For signed-in editors only.</summary>
    public async Task<IReadOnlyList<SourceItem>> RefusedItemsAsync(Guid sourceId, int take, CancellationToken cancellation) =>
        await db.SourceItems.AsNoTracking()
            .Where(i => i.SourceId == sourceId && (i.Outcome == ItemOutcome.Rejected || i.Outcome == ItemOutcome.Failed || i.Outcome == ItemOutcome.Duplicate))
            .OrderByDescending(i => i.SeenAt).ThenBy(i => i.Key).Take(take).ToListAsync(cancellation);

    public async Task<ArticleFacets> FacetsAsync(ArticleFilter filter, CancellationToken cancellation)
    {
        var found = articles.Published(filter);
        var tags = await TagsOf(filter).GroupBy(t => new { t.Kind, t.Key }).Select(g => new { g.Key.Kind, g.Key.Key, Count = g.Count() }).ToListAsync(cancellation);
        var publishers = await found.GroupBy(a => a.Publisher).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var months = await found.GroupBy(a => new { Year = (int?)a.PublishedDay!.Value.Year, Month = (int?)a.PublishedDay!.Value.Month })
            .Select(g => new { g.Key.Year, g.Key.Month, Count = g.Count() }).ToListAsync(cancellation);
        IReadOnlyList<KeyCount> Of(TagKind kind) =>
            [.. tags.Where(t => t.Kind == kind).OrderByDescending(t => t.Count).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => new KeyCount(t.Key, t.Count))];
        return new ArticleFacets(
            Of(TagKind.Region), Of(TagKind.Agency), Of(TagKind.Topic),
            [.. publishers.OrderByDescending(p => p.Count).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => new KeyCount(p.Key, p.Count))],
            [.. months.Select(m => new KeyCount(m.Year is null ? "unknown" : FormattableString.Invariant($"{m.Year:0000}-{m.Month:00}"), m.Count)).OrderBy(m => m.Key, StringComparer.Ordinal)]);
    }

    private IQueryable<Agency> PublicAgencies()
    {
        var named = TagsOf(new ArticleFilter()).Where(t => t.Kind == TagKind.Agency);
        return db.Agencies.AsNoTracking().Where(a => !a.IsAssumed || named.Any(t => t.Key == a.Slug));
    }

    private IQueryable<ArticleTag> TagsOf(ArticleFilter filter) =>
        from tag in db.ArticleTags.AsNoTracking()
        join article in articles.Published(filter) on tag.ArticleId equals article.Id
        select tag;
}
