using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Reading;

/// <summary>A found place in words that tell it from others of its name.</summary>
public static class PlaceWords
{
    public static string Kind(Region region) => Texts.Places.Level(region.Level, region.IsCity);

    /// <summary>"Kecamatan di Kota Depok, Jawa Barat".</summary>
    public static string Within(FoundPlace place) => Texts.Places.Within(Kind(place.Region), string.Join(", ", place.Above.Select(r => r.Name)));
}
