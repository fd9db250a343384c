using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Regions;

public sealed class RegionModel(ArticleQueries articles, CatalogQueries catalog) : PortalPage
{
    private const int AgenciesShown = 12;

    public Region Region { get; private set; } = null!;
    public IReadOnlyList<Region> Above { get; private set; } = [];
    public IReadOnlyList<CountedLink> Children { get; private set; } = [];
    public IReadOnlyList<CountedLink> Topics { get; private set; } = [];
    public IReadOnlyList<CountedLink> Agencies { get; private set; } = [];
    public ArticleListing Listing { get; private set; } = null!;
    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = Addresses.CursorParameter)] string? cursor, CancellationToken cancellation)
    {
        var path = Keys.IsRegion(code) ? await catalog.PathAsync(code, cancellation) : [];
        if (path.Count == 0 || path[^1].Code != code)
        {
            return NotFound();
        }

        var filter = new ArticleFilter { Regions = [code] };
        if (await ArticleListing.ReadAsync(articles, filter, Addresses.Region(code), cursor, cancellation) is not { } listing)
        {
            return BadRequest();
        }

        Region = path[^1];
        Above = [.. path.SkipLast(1)];
        Listing = listing;
        Count = await articles.CountAsync(filter, cancellation);
        var below = await catalog.ChildCountsAsync(code, cancellation);
        Children = [.. (await catalog.ChildrenAsync(code, cancellation)).Select(r => new CountedLink(Addresses.Region(r.Code), r.Name, below.GetValueOrDefault(r.Code)))];
        Topics = await TagLinks.TopicsAsync(catalog, filter, cancellation);
        Agencies = await TagLinks.AgenciesAsync(catalog, filter, AgenciesShown, cancellation);
        Head = new PageHead(Texts.Places.HeadingOf(Region.Name), Addresses.Regions)
        {
            Description = Texts.Places.DescriptionOf(string.Join(", ", path.Reverse().Select(r => r.Name))),
            Feed = Addresses.FeedOf(Addresses.Region(code)),
        };
        return Page();
    }
}
