using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Search;

/// <summary>Which codes there are: eight bytes each, so that nobody needs to hold the units themselves for that.</summary>
internal sealed class PlaceCodes
{
    private readonly long[] _sorted;

    public PlaceCodes(IEnumerable<Region> regions)
    {
        _sorted = [.. regions.Select(r => PlaceCode.Of(r.Code))];
        Array.Sort(_sorted);
    }

    public bool Contains(long code) => Array.BinarySearch(_sorted, code) >= 0;
}
