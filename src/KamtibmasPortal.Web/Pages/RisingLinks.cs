using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages;

/// <summary>What rises, as a link with its reason.</summary>
public sealed record RisingLink(string Address, string Name, string Reason, bool IsRegion)
{
    private const int Shown = 6;

    public static async Task<IReadOnlyList<RisingLink>> ReadAsync(TrendQueries trends, CatalogQueries catalog, IReadOnlyList<Topic> topics, DateTimeOffset now, CancellationToken cancellation)
    {
        var rises = await trends.RisingAsync(now.UtcDateTime, Shown, cancellation);
        var regions = await catalog.RegionsAsync([.. rises.Where(r => r.Kind is TagKind.Region).Select(r => r.Key)], cancellation);
        return
        [
            .. from rise in rises
               let name = rise.Kind is TagKind.Region ? regions.GetValueOrDefault(rise.Key)?.Name : topics.FirstOrDefault(t => t.Slug == rise.Key)?.Name
               where name is not null
               select new RisingLink(rise.Kind is TagKind.Region ? Addresses.Region(rise.Key) : Addresses.Topic(rise.Key), name, Texts.Home.Risen(rise), rise.Kind is TagKind.Region),
        ];
    }
}
