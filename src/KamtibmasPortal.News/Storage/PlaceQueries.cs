using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;

namespace KamtibmasPortal.News.Storage;

/// <summary>A unit that a search found.</summary>
/// <param name="Region">The unit.</param>
/// <param name="Above">What it lies in, nearest first.</param>
public sealed record FoundPlace(Region Region, IReadOnlyList<Region> Above);

/// <summary>Places by what people type, with what stands above them.</summary>
public sealed class PlaceQueries(PlaceFinder finder, CatalogQueries catalog)
{
    /// <param name="typed">Names, abbreviations, codes, with slips of the finger.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<FoundPlace>> FindAsync(string typed, int take, CancellationToken cancellation)
    {
        var codes = finder.Find(typed, take);
        var regions = await catalog.RegionsAsync([.. codes.Concat(codes.SelectMany(Region.AncestorsOf)).Distinct(StringComparer.Ordinal)], cancellation);
        return [.. codes.Where(regions.ContainsKey).Select(c => new FoundPlace(regions[c], [.. Region.AncestorsOf(c).Where(regions.ContainsKey).Select(a => regions[a])]))];
    }
}
