using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Agencies;

public sealed class AgencyModel(ArticleQueries articles, CatalogQueries catalog) : PortalPage
{
    public Agency Agency { get; private set; } = null!;
    public Agency? Parent { get; private set; }
    public Region? Region { get; private set; }
    public IReadOnlyList<CountedLink> Topics { get; private set; } = [];
    public ArticleListing Listing { get; private set; } = null!;
    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = Addresses.CursorParameter)] string? cursor, CancellationToken cancellation)
    {
        if (!Keys.IsSlug(slug) || await catalog.FindAgencyAsync(slug, cancellation) is not { } agency)
        {
            return NotFound();
        }

        var filter = new ArticleFilter { Agencies = [slug] };
        if (await ArticleListing.ReadAsync(articles, filter, Addresses.Agency(slug), cursor, cancellation) is not { } listing)
        {
            return BadRequest();
        }

        Agency = agency;
        Listing = listing;
        Count = await articles.CountAsync(filter, cancellation);
        Region = agency.RegionCode is { } code ? await catalog.FindRegionAsync(code, cancellation) : null;
        Parent = agency.ParentSlug is { } parent ? await catalog.FindAgencyAsync(parent, cancellation) : null;
        Topics = await TagLinks.TopicsAsync(catalog, filter, cancellation);
        Head = new PageHead(Texts.Bodies.HeadingOf(agency.Name), Addresses.Agencies)
        {
            Description = Texts.Bodies.DescriptionOf(agency.Name),
            Feed = Addresses.FeedOf(Addresses.Agency(slug)),
        };
        return Page();
    }
}
