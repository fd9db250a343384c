using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages.Regions;

/// <summary>A province on the map.</summary>
/// <param name="Tile">Where it stands.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Count">Articles.</param>
/// <param name="Shade">0 for none, 1 to 4.</param>
public sealed record MapTile(ProvinceTile Tile, string Name, int Count, int Shade);

/// <summary>The 38 provinces, shaded by how many articles of a topic and a period name them.</summary>
/// <param name="Topic">Slug; null for all.</param>
/// <param name="Days">Length of the period up to today; null for all of the archive.</param>
/// <param name="Tiles">By code.</param>
public sealed record ProvinceMap(string? Topic, int? Days, IReadOnlyList<MapTile> Tiles)
{
    /// <summary>A half is as wide as a phone shows well; side by side they make the whole.</summary>
    public const int HalfColumns = 8;
    public const int Rows = 7;

    public static readonly IReadOnlyList<int?> Periods = [7, 30, 365, null];

    private const int Shades = 4;
    private static readonly IReadOnlyList<ProvinceTile> s_tiles = ReferenceData.ProvinceTiles();

    public int Total => Tiles.Sum(t => t.Count);

    public IEnumerable<MapTile> West => Tiles.Where(t => t.Tile.Column < HalfColumns);

    public IEnumerable<MapTile> East => Tiles.Where(t => t.Tile.Column >= HalfColumns);

    /// <summary>The roots of the counts are shaded: one province with very many must not make all others look alike.</summary>
    public static ProvinceMap Of(string? topic, int? days, IReadOnlyDictionary<string, int> counts, IReadOnlyDictionary<string, string> names)
    {
        var most = Math.Sqrt(Math.Max(1, s_tiles.Max(t => counts.GetValueOrDefault(t.Code))));
        return new ProvinceMap(topic, days, [.. s_tiles.OrderBy(t => t.Code, StringComparer.Ordinal).Select(t => Tile(t, counts.GetValueOrDefault(t.Code)))]);

        MapTile Tile(ProvinceTile tile, int count) => new(tile, names.GetValueOrDefault(tile.Code) ?? tile.Name, count, (int)Math.Ceiling(Shades * Math.Sqrt(count) / most));
    }
}
