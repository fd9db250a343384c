using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Regions;

/// <summary>A unit that a search found, with what stands above it.</summary>
public sealed record FoundPlace(Region Region, string Level, string Path);

public sealed class RegionsModel(CatalogQueries catalog) : PortalPage
{
    private const int ResultsShown = 50;
    private const int ShortestSearch = 2;
    private const int LongestSearch = 80;

    public IReadOnlyList<CountedLink> Provinces { get; private set; } = [];
    public string? Search { get; private set; }
    public bool SearchTooShort { get; private set; }
    public IReadOnlyList<FoundPlace> Found { get; private set; } = [];
    public bool HasMore { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = Addresses.PlaceParameter)] string? search, CancellationToken cancellation)
    {
        Head = new PageHead(Texts.Places.Title, Addresses.Regions) { Description = Texts.Places.Intro };
        var counts = await catalog.ChildCountsAsync(null, cancellation);
        Provinces = [.. (await catalog.ChildrenAsync(null, cancellation)).Select(r => new CountedLink(Addresses.Region(r.Code), r.Name, counts.GetValueOrDefault(r.Code)))];

        var words = string.Concat((search ?? "").Where(c => !char.IsControl(c))).Trim();
        if (words.Length > 0)
        {
            Search = words.Length > LongestSearch ? words[..LongestSearch] : words;
            SearchTooShort = Search.Length < ShortestSearch;
            await FindAsync(cancellation);
        }
    }

    private async Task FindAsync(CancellationToken cancellation)
    {
        if (SearchTooShort)
        {
            return;
        }

        var found = await catalog.SearchRegionsAsync(Search!, ResultsShown + 1, cancellation);
        HasMore = found.Count > ResultsShown;
        var shown = found.Take(ResultsShown).ToList();
        var above = await catalog.RegionsAsync([.. shown.SelectMany(r => Region.AncestorsOf(r.Code)).Distinct(StringComparer.Ordinal)], cancellation);
        Found = [.. shown.Select(r => new FoundPlace(r, Texts.Places.Level(r.Level, r.IsCity), string.Join(", ", Region.AncestorsOf(r.Code).Where(above.ContainsKey).Select(c => above[c].Name))))];
    }
}
