using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Topics;

public sealed class TopicModel(LineQueries lines, CatalogQueries catalog, TrendQueries trends, TimeProvider clock) : PortalPage
{
    private const int ProvincesShown = 10;
    private const int AgenciesShown = 10;

    public Topic Topic { get; private set; } = null!;
    public Texts.Guide? Guide => Texts.Guides.Of(Topic.Slug);
    public IReadOnlyList<CountedLink> Provinces { get; private set; } = [];
    public IReadOnlyList<CountedLink> Agencies { get; private set; } = [];
    public TopicTrends? Trends { get; private set; }
    public ArticleListing Listing { get; private set; } = null!;
    public int? Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = Addresses.CursorParameter)] string? cursor, CancellationToken cancellation)
    {
        if (!Keys.IsSlug(slug) || await catalog.FindTopicAsync(slug, cancellation) is not { } topic)
        {
            return NotFound();
        }

        var filter = new ArticleFilter { Topics = [slug] };
        if (await ArticleListing.ReadAsync(lines, filter, Addresses.Topic(slug), cursor, cancellation) is not { } listing)
        {
            return BadRequest();
        }

        Topic = topic;
        Listing = listing;
        await DivideAsync(filter, cancellation);
        Head = new PageHead(topic.Name, Addresses.Topics)
        {
            Description = topic.Description,
            Feed = Addresses.FeedOf(Addresses.Topic(slug)),
            Path = listing.IsContinued ? null : Addresses.Topic(slug),
        };
        return Page();
    }

    private async Task DivideAsync(ArticleFilter filter, CancellationToken cancellation)
    {
        if (await trends.FacetsAsync(filter, cancellation) is not { } facets)
        {
            return;
        }

        Count = facets.Months.Sum(m => m.Count);
        var months = facets.Months.Select(m => new TopicMonth(Topic.Slug, m.Key, m.Count));
        Trends = TopicTrends.Of(months, [Topic], clock.GetUtcNow(), TopicTrends.TopicMonths);
        var provinces = facets.Regions.Where(r => Region.LevelOf(r.Key) is RegionLevel.Province).Take(ProvincesShown).ToList();
        var names = await catalog.RegionsAsync([.. provinces.Select(p => p.Key)], cancellation);
        Provinces = [.. provinces.Where(p => names.ContainsKey(p.Key)).Select(p => new CountedLink(Addresses.Region(p.Key), names[p.Key].Name, p.Count))];
        var active = facets.Agencies.Take(AgenciesShown).ToList();
        var agencies = await catalog.AgenciesAsync([.. active.Select(a => a.Key)], cancellation);
        Agencies = [.. active.Where(a => agencies.ContainsKey(a.Key)).Select(a => new CountedLink(Addresses.Agency(a.Key), agencies[a.Key].Name, a.Count))];
    }
}
