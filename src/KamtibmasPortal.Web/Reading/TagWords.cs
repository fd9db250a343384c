using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Reading;

/// <summary>Names of tags where there is little room.</summary>
public static class TagWords
{
    /// <summary>A kecamatan or a kelurahan is named with what stands above it: hundreds share a name.</summary>
    public static string Place(MainTag region) => Region.LevelOf(region.Key) >= RegionLevel.District ? Texts.Story.InParent(region.Name, region.Parent) : region.Name;

    public static string Place(NamedTag region) => Place(new MainTag(region.Tag.Key, region.Name, region.Parent));
}
