using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages;

public sealed class IndexModel(ArticleQueries articles, CatalogQueries catalog) : PortalPage
{
    private const int RegionsShown = 10;

    public ArticleListing Listing { get; private set; } = null!;
    public IReadOnlyList<CountedLink> Topics { get; private set; } = [];
    public IReadOnlyList<CountedLink> Regions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = Addresses.CursorParameter)] string? cursor, CancellationToken cancellation)
    {
        if (await ArticleListing.ReadAsync(articles, new ArticleFilter(), Addresses.Home, cursor, cancellation) is not { } listing)
        {
            return BadRequest();
        }

        Listing = listing;
        var topics = await catalog.CountsAsync(TagKind.Topic, new ArticleFilter(), cancellation);
        Topics = [.. (await catalog.TopicsAsync(cancellation)).Select(t => new CountedLink(Addresses.Topic(t.Slug), t.Name, topics.GetValueOrDefault(t.Slug)))];
        var provinces = await catalog.ChildCountsAsync(null, cancellation);
        var names = await catalog.RegionsAsync(provinces.Keys, cancellation);
        Regions =
        [
            .. provinces.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Take(RegionsShown)
                .Where(p => names.ContainsKey(p.Key)).Select(p => new CountedLink(Addresses.Region(p.Key), names[p.Key].Name, p.Value)),
        ];
        Head = new PageHead(Texts.Home.Title, Addresses.Home) { Description = Texts.Site.Tagline, Feed = Addresses.Feed };
        return Page();
    }
}
