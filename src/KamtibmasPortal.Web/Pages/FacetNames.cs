using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages;

/// <summary>Counts of a search as links with names, the chosen ones first.</summary>
public sealed class FacetNames(CatalogQueries catalog)
{
    private const int Shown = 12;

    public static readonly IReadOnlyList<(string Heading, string List, Func<ArticleFacets, IReadOnlyList<KeyCount>> Of)> Lists =
    [
        (Texts.Archive.Topics, ArchiveQuery.TopicName, f => f.Topics),
        (Texts.Archive.Regions, ArchiveQuery.RegionName, f => f.Regions),
        (Texts.Archive.Agencies, ArchiveQuery.AgencyName, f => f.Agencies),
        (Texts.Archive.Publishers, ArchiveQuery.PublisherName, f => f.Publishers),
    ];

    public async Task<IReadOnlyList<FacetLink>> LinksAsync(ArchiveQuery query, string list, IReadOnlyList<KeyCount> counts, CancellationToken cancellation)
    {
        var chosen = query[list];
        var offered = counts.Where(c => chosen.Contains(c.Key, StringComparer.Ordinal) || list != ArchiveQuery.RegionName || IsNext(c.Key, chosen)).ToList();
        var absent = chosen.Where(c => !offered.Exists(o => o.Key == c)).Select(c => new KeyCount(c, 0));
        var shown = offered.Concat(absent).OrderByDescending(c => chosen.Contains(c.Key, StringComparer.Ordinal)).ThenByDescending(c => c.Count).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Shown + chosen.Count).ToList();
        var names = await NamesAsync(list, [.. shown.Select(c => c.Key)], cancellation);
        return [.. shown.Select(c => new FacetLink(query.Toggle(list, c.Key).Address(Addresses.Archive), names.GetValueOrDefault(c.Key) ?? c.Key, c.Count, chosen.Contains(c.Key, StringComparer.Ordinal)))];
    }

    /// <summary>The tree of regions opens step by step: provinces first, then what lies directly below a chosen one.</summary>
    private static bool IsNext(string code, IReadOnlyList<string> chosen) => chosen.Count == 0 ? Region.ParentOf(code) is null : Region.ParentOf(code) is { } parent && chosen.Contains(parent, StringComparer.Ordinal);

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(string list, IReadOnlyCollection<string> keys, CancellationToken cancellation) => list switch
    {
        ArchiveQuery.RegionName => (await catalog.RegionsAsync(keys, cancellation)).ToDictionary(r => r.Key, r => r.Value.Name),
        ArchiveQuery.AgencyName => (await catalog.AgenciesAsync(keys, cancellation)).ToDictionary(a => a.Key, a => a.Value.Name),
        ArchiveQuery.TopicName => (await catalog.TopicsAsync(cancellation)).ToDictionary(t => t.Slug, t => t.Name),
        _ => keys.ToDictionary(k => k),
    };
}
