using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;

namespace KamtibmasPortal.News.Storage;

/// <summary>Published articles of a topic in a month.</summary>
/// <param name="Topic">Topic slug.</param>
/// <param name="Month">"2023-12", or "unknown".</param>
/// <param name="Count">Articles.</param>
public sealed record TopicMonth(string Topic, string Month, int Count);

/// <summary>A topic or a kabupaten/kota of which more is told than usual.</summary>
/// <param name="Kind">Topic or region.</param>
/// <param name="Key">Slug or code.</param>
/// <param name="Recent">Articles of the last 48 hours.</param>
/// <param name="Usual">Articles of 48 hours on the average of the four weeks before.</param>
public sealed record Rise(TagKind Kind, string Key, int Recent, double Usual);

/// <summary>How the published articles divide and move. Everything is counted from the index in memory; null where counting took too long.</summary>
public sealed class TrendQueries(PortalDbContext db, SearchQueries search, EntryShelf entries, PublicShelf shelf)
{
    private const int RecentHours = 48;
    private const int UsualDays = 28;
    private const int LeastRecent = 3;

    public Task<ArticleFacets?> FacetsAsync(ArticleFilter filter, CancellationToken cancellation) =>
        shelf.GetAsync($"facets {filter.Name}", () => CountFacetsAsync(filter, cancellation), f => f.Months.Sum(m => m.Count));

    private async Task<ArticleFacets?> CountFacetsAsync(ArticleFilter filter, CancellationToken cancellation)
    {
        try
        {
            return await search.FacetsAsync(Request(filter), cancellation);
        }
        catch (SearchTooBroadException)
        {
            return null;
        }
    }

    /// <summary>Topics by month from a day on.</summary>
    public Task<IReadOnlyList<TopicMonth>?> TopicMonthsAsync(ArticleFilter filter, CancellationToken cancellation) =>
        shelf.GetAsync($"months {filter.Name}", () => CountTopicMonthsAsync(filter, cancellation), m => m.Sum(x => x.Count));

    private async Task<IReadOnlyList<TopicMonth>?> CountTopicMonthsAsync(ArticleFilter filter, CancellationToken cancellation)
    {
        try
        {
            return await search.TopicMonthsAsync(Request(filter), cancellation);
        }
        catch (SearchTooBroadException)
        {
            return null;
        }
    }

    /// <summary>
    /// What rises, the most remarkable first: at least three articles in 48 hours and at least twice the usual, ordered by how far that lies
    /// outside of what chance does (distance from the usual over its square root, as of a Poisson count).
    /// </summary>
    /// <param name="now">UTC.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellation">Stops the queries.</param>
    public async Task<IReadOnlyList<Rise>> RisingAsync(DateTime now, int take, CancellationToken cancellation) =>
        (await shelf.GetAsync("rising", () => CountRisingAsync(now, cancellation), r => r.Counted))?.Rises.Take(take).ToList() ?? [];

    private async Task<Risen?> CountRisingAsync(DateTime now, CancellationToken cancellation)
    {
        var (recentFrom, usualFrom) = (SearchNumber.Of(now.AddHours(-RecentHours)), SearchNumber.Of(now.AddHours(-RecentHours).AddDays(-UsualDays)));
        var recentOnes = (await entries.FindAsync(db, new SearchScope(null, recentFrom), wait: true, cancellation))!;
        var usualOnes = (await entries.FindAsync(db, new SearchScope(null, usualFrom, recentFrom), wait: true, cancellation))!;
        var (recent, before) = (recentOnes.Facets(), usualOnes.Facets());
        return new Risen([.. Rises(TagKind.Topic, recent.Topics, before.Topics)
            .Concat(Rises(TagKind.Region, recent.Regions.Where(r => Region.LevelOf(r.Key) is RegionLevel.Regency), before.Regions))
            .OrderByDescending(r => (r.Recent - r.Usual) / Math.Sqrt(r.Usual + 1)).ThenBy(r => r.Key, StringComparer.Ordinal)], recentOnes.Count + usualOnes.Count);
    }

    private sealed record Risen(IReadOnlyList<Rise> Rises, int Counted);

    private static IEnumerable<Rise> Rises(TagKind kind, IEnumerable<KeyCount> recent, IReadOnlyList<KeyCount> before)
    {
        var usual = before.ToDictionary(c => c.Key, c => c.Count * RecentHours / 24.0 / UsualDays, StringComparer.Ordinal);
        return recent.Select(r => new Rise(kind, r.Key, r.Count, usual.GetValueOrDefault(r.Key))).Where(r => r.Recent >= LeastRecent && r.Recent >= 2 * r.Usual);
    }

    private static SearchRequest Request(ArticleFilter filter) => new(SearchQuery.Everything, filter, SearchSort.Newest);
}
