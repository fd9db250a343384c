using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages;

/// <summary>What else the articles of a listing are about, the most frequent first.</summary>
public static class TagLinks
{
    public static async Task<IReadOnlyList<CountedLink>> TopicsAsync(CatalogQueries catalog, ArticleFilter filter, CancellationToken cancellation)
    {
        var counts = await catalog.CountsAsync(TagKind.Topic, filter, cancellation);
        return counts.Count == 0
            ? []
            : [.. (await catalog.TopicsAsync(cancellation)).Where(t => counts.ContainsKey(t.Slug)).OrderByDescending(t => counts[t.Slug])
                .Select(t => new CountedLink(Addresses.Topic(t.Slug), t.Name, counts[t.Slug]))];
    }

    public static async Task<IReadOnlyList<CountedLink>> AgenciesAsync(CatalogQueries catalog, ArticleFilter filter, int take, CancellationToken cancellation)
    {
        var counts = Top(await catalog.CountsAsync(TagKind.Agency, filter, cancellation), take);
        var agencies = await catalog.AgenciesAsync([.. counts.Select(c => c.Key)], cancellation);
        return [.. counts.Where(c => agencies.ContainsKey(c.Key)).Select(c => new CountedLink(Addresses.Agency(c.Key), agencies[c.Key].Name, c.Value))];
    }

    public static async Task<IReadOnlyList<CountedLink>> ProvincesAsync(CatalogQueries catalog, ArticleFilter filter, int take, CancellationToken cancellation)
    {
        var tags = await catalog.CountsAsync(TagKind.Region, filter, cancellation);
        var counts = Top(tags.Where(t => Region.LevelOf(t.Key) is RegionLevel.Province), take);
        var regions = await catalog.RegionsAsync([.. counts.Select(c => c.Key)], cancellation);
        return [.. counts.Where(c => regions.ContainsKey(c.Key)).Select(c => new CountedLink(Addresses.Region(c.Key), regions[c.Key].Name, c.Value))];
    }

    private static List<KeyValuePair<string, int>> Top(IEnumerable<KeyValuePair<string, int>> counts, int take) =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(take)];
}
