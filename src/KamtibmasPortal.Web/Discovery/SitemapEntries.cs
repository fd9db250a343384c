using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Discovery;

/// <summary>
/// Every page of the portal that is its own: article pages are canonical to their publishers. Of the 91,599 regions provinces, kabupaten and
/// kota are always there, kecamatan and kelurahan once an article names them: a page that only repeats its parent's news helps no search.
/// </summary>
public sealed class SitemapEntries(CatalogQueries catalog, StoryQueries stories, TrendQueries trends)
{
    private static readonly string[] s_fixed = [Addresses.Home, Addresses.Regions, Addresses.Agencies, Addresses.Topics, Addresses.Archive, Addresses.Sources, Addresses.About, Addresses.Guidelines, Addresses.Privacy];

    public async Task<IReadOnlyList<SitemapEntry>> ReadAsync(CancellationToken cancellation)
    {
        var entries = s_fixed.Select(p => new SitemapEntry(p)).ToList();
        entries.AddRange((await catalog.TopicsAsync(cancellation)).Select(t => new SitemapEntry(Addresses.Topic(t.Slug))));
        entries.AddRange((await RegionsAsync(cancellation)).Select(c => new SitemapEntry(Addresses.Region(c))));
        entries.AddRange((await catalog.AgenciesAsync(cancellation)).Select(a => new SitemapEntry(Addresses.Agency(a.Slug))));
        entries.AddRange((await stories.AllAsync(cancellation)).Select(s => new SitemapEntry(Addresses.Story(s.Id), s.At)));
        return entries;
    }

    private async Task<IEnumerable<string>> RegionsAsync(CancellationToken cancellation)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        codes.UnionWith(await catalog.LargeRegionsAsync(cancellation));
        var named = await trends.FacetsAsync(new ArticleFilter(), cancellation);
        codes.UnionWith(named?.Regions.Select(r => r.Key).Where(c => Region.LevelOf(c) >= RegionLevel.District) ?? []);
        return codes;
    }
}
