using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages;

public sealed class IndexModel(LineQueries lines, CatalogQueries catalog, TrendQueries trends, HelpNumbers numbers, TimeProvider clock) : PortalPage
{
    private const int RegionsShown = 8;
    private const int ReadForStrips = 80;
    private const int PinnedShown = 3;

    public ArticleListing Listing { get; private set; } = null!;
    public FrontPage Front { get; private set; } = null!;

    /// <summary>A new portal reads nothing yet: its operator is told how to begin.</summary>
    public bool HasSources { get; private set; } = true;

    public IReadOnlyList<CountedLink> Topics { get; private set; } = [];
    public IReadOnlyList<CountedLink> Regions { get; private set; } = [];
    public IReadOnlyList<RisingLink> Rising { get; private set; } = [];
    public IReadOnlyList<HelpContact> Contacts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = Addresses.CursorParameter)] string? cursor, CancellationToken cancellation)
    {
        if (await ArticleListing.ReadAsync(lines, new ArticleFilter(), Addresses.Home, cursor, cancellation) is not { } listing)
        {
            return BadRequest();
        }

        Listing = listing;
        HasSources = listing.Articles.Count > 0 || (await catalog.SourcesAsync(cancellation)).Count > 0;
        var topics = await catalog.TopicsAsync(cancellation);
        if (listing.IsContinued)
        {
            Front = new FrontPage(null, [], DaySection.Of(listing.Articles, clock.GetUtcNow()), []);
        }
        else
        {
            var older = listing.NextCursor is null ? [] : await lines.HeldAsync(new ArticleFilter(), ReadForStrips, cancellation);
            var pinned = await lines.PinnedAsync(clock.GetUtcNow().UtcDateTime, PinnedShown, cancellation);
            Front = FrontPage.Of(pinned, listing.Articles, older, topics, clock.GetUtcNow());
            Rising = await RisingLink.ReadAsync(trends, catalog, topics, clock.GetUtcNow(), cancellation);
            Contacts = numbers.All;
        }

        await CountAsync(topics, cancellation);
        Head = new PageHead(Texts.Home.Title, Addresses.Home) { Description = Texts.Site.Tagline, Feed = Addresses.Feed, Path = listing.IsContinued ? null : Addresses.Home };
        return Page();
    }

    private async Task CountAsync(IReadOnlyList<Topic> topics, CancellationToken cancellation)
    {
        var facets = await trends.FacetsAsync(new ArticleFilter(), cancellation);
        var counts = facets?.Topics.ToDictionary(t => t.Key, t => t.Count, StringComparer.Ordinal) ?? [];
        Topics = [.. topics.Select(t => new CountedLink(Addresses.Topic(t.Slug), t.Name, counts.GetValueOrDefault(t.Slug)))];
        var provinces = facets?.Regions.Where(r => Region.LevelOf(r.Key) is RegionLevel.Province).Take(RegionsShown).ToList() ?? [];
        var names = await catalog.RegionsAsync([.. provinces.Select(p => p.Key)], cancellation);
        Regions = [.. provinces.Where(p => names.ContainsKey(p.Key)).Select(p => new CountedLink(Addresses.Region(p.Key), names[p.Key].Name, p.Count))];
    }
}
