using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Regions;

public sealed class RegionModel(LineQueries lines, CatalogQueries catalog, TrendQueries trends, TimeProvider clock) : PortalPage
{
    private const int AgenciesShown = 10;

    public Region Region { get; private set; } = null!;

    /// <summary>Province first.</summary>
    public IReadOnlyList<Region> Above { get; private set; } = [];

    /// <summary>Whose news stand here because there are none of its own; null where there are.</summary>
    public Region? Borrowed { get; private set; }

    /// <summary>Own articles; null where they are too many to be counted now.</summary>
    public int? Count { get; private set; }

    public IReadOnlyList<CountedLink> Children { get; private set; } = [];
    public IReadOnlyList<CountedLink> Siblings { get; private set; } = [];
    public IReadOnlyList<CountedLink> Agencies { get; private set; } = [];
    public TopicTrends? Trends { get; private set; }
    public ArticleListing Listing { get; private set; } = null!;

    public Region? Parent => Above.Count == 0 ? null : Above[^1];

    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = Addresses.CursorParameter)] string? cursor, CancellationToken cancellation)
    {
        var path = Keys.IsRegion(code) ? await catalog.PathAsync(code, cancellation) : [];
        if (path.Count == 0 || path[^1].Code != code)
        {
            return NotFound();
        }

        (Region, Above) = (path[^1], [.. path.SkipLast(1)]);
        if (await ReadListingAsync(cursor, cancellation) is not { } listing)
        {
            return BadRequest();
        }

        Listing = listing;
        await DivideAsync(cancellation);
        Siblings = [.. (await catalog.ChildrenAsync(Region.ParentCode, cancellation)).Where(r => r.Code != code).Select(r => new CountedLink(Addresses.Region(r.Code), r.Name, 0))];
        Head = new PageHead(Texts.Places.HeadingOf(Region.Name), Addresses.Regions)
        {
            Description = Texts.Places.DescriptionOf(string.Join(", ", path.Reverse().Select(r => r.Name))),
            Feed = Addresses.FeedOf(Addresses.Region(code)),
            Path = listing.IsContinued ? null : Addresses.Region(code),
        };
        return Page();
    }

    /// <summary>Its own articles, or those of the nearest unit above that has some.</summary>
    private async Task<ArticleListing?> ReadListingAsync(string? cursor, CancellationToken cancellation)
    {
        var own = await ArticleListing.ReadAsync(lines, new ArticleFilter { Regions = [Region.Code] }, Addresses.Region(Region.Code), cursor, cancellation);
        if (own is null || own.Articles.Count > 0 || own.IsContinued)
        {
            return own;
        }

        foreach (var above in Above.Reverse())
        {
            if (await ArticleListing.ReadAsync(lines, new ArticleFilter { Regions = [above.Code] }, Addresses.Region(above.Code), null, cancellation) is { Articles.Count: > 0 } theirs)
            {
                Borrowed = above;
                return theirs;
            }
        }

        return own;
    }

    private async Task DivideAsync(CancellationToken cancellation)
    {
        var filter = new ArticleFilter { Regions = [Region.Code] };
        var facets = Borrowed is null ? await trends.FacetsAsync(filter, cancellation) : new ArticleFacets([], [], [], [], []);
        Count = facets?.Months.Sum(m => m.Count);
        var counts = facets?.Regions.Where(r => Region.ParentOf(r.Key) == Region.Code).ToDictionary(r => r.Key, r => r.Count, StringComparer.Ordinal) ?? [];
        Children = [.. (await catalog.ChildrenAsync(Region.Code, cancellation)).Select(r => new CountedLink(Addresses.Region(r.Code), r.Name, counts.GetValueOrDefault(r.Code)))];
        var active = facets?.Agencies.Take(AgenciesShown).ToList() ?? [];
        var names = await catalog.AgenciesAsync([.. active.Select(a => a.Key)], cancellation);
        Agencies = [.. active.Where(a => names.ContainsKey(a.Key)).Select(a => new CountedLink(Addresses.Agency(a.Key), names[a.Key].Name, a.Count))];
        if (Count is not 0)
        {
            var now = clock.GetUtcNow();
            var months = await trends.TopicMonthsAsync(filter with { From = TopicTrends.FirstDay(now, TopicTrends.RegionMonths) }, cancellation);
            Trends = months is null ? null : TopicTrends.Of(months, await catalog.TopicsAsync(cancellation), now, TopicTrends.RegionMonths);
        }
    }
}
