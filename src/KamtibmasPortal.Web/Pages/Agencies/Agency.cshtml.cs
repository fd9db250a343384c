using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Agencies;

public sealed class AgencyModel(LineQueries lines, CatalogQueries catalog, TrendQueries trends, AgencyTerritories territories, TimeProvider clock) : PortalPage
{
    private const int RegionsShown = 8;

    public Agency Agency { get; private set; } = null!;
    public Agency? Parent { get; private set; }

    /// <summary>Units it works in; empty where it works in the whole country.</summary>
    public IReadOnlyList<Region> Territory { get; private set; } = [];

    /// <summary>Units within its territory that another agency works in.</summary>
    public IReadOnlyList<Region> Exceptions { get; private set; } = [];

    public IReadOnlyList<CountedLink> Under { get; private set; } = [];
    public IReadOnlyList<CountedLink> Regions { get; private set; } = [];
    public TopicTrends? Trends { get; private set; }
    public ArticleListing Listing { get; private set; } = null!;
    public int? Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = Addresses.CursorParameter)] string? cursor, CancellationToken cancellation)
    {
        if (!Keys.IsSlug(slug) || await catalog.FindAgencyAsync(slug, cancellation) is not { } agency)
        {
            return NotFound();
        }

        var filter = new ArticleFilter { Agencies = [slug] };
        if (await ArticleListing.ReadAsync(lines, filter, Addresses.Agency(slug), cursor, cancellation) is not { } listing)
        {
            return BadRequest();
        }

        Agency = agency;
        Listing = listing;
        Parent = agency.ParentSlug is { } parent ? await catalog.FindAgencyAsync(parent, cancellation) : null;
        Under = [.. (await catalog.AgenciesUnderAsync(slug, cancellation)).Select(a => new CountedLink(Addresses.Agency(a.Slug), a.Name, 0))];
        await PlaceAsync(cancellation);
        await DivideAsync(filter, cancellation);
        Head = new PageHead(Texts.Bodies.HeadingOf(agency.Name), Addresses.Agencies)
        {
            Description = Texts.Bodies.DescriptionOf(agency.Name),
            Feed = Addresses.FeedOf(Addresses.Agency(slug)),
            Path = listing.IsContinued ? null : Addresses.Agency(slug),
        };
        return Page();
    }

    private async Task PlaceAsync(CancellationToken cancellation)
    {
        var codes = territories.On(Agency.Slug, null)?.Codes ?? (Agency.RegionCode is { } own ? [own] : []);
        var names = await catalog.RegionsAsync([.. codes.Select(c => c.TrimStart('-'))], cancellation);
        Territory = [.. codes.Where(c => c[0] != '-' && names.ContainsKey(c)).Select(c => names[c])];
        Exceptions = [.. codes.Where(c => c[0] == '-' && names.ContainsKey(c[1..])).Select(c => names[c[1..]])];
    }

    private async Task DivideAsync(ArticleFilter filter, CancellationToken cancellation)
    {
        var facets = await trends.FacetsAsync(filter, cancellation);
        Count = facets?.Months.Sum(m => m.Count);
        var regions = facets?.Regions.Where(r => Region.LevelOf(r.Key) is RegionLevel.Regency).Take(RegionsShown).ToList() ?? [];
        var names = await catalog.RegionsAsync([.. regions.Select(r => r.Key)], cancellation);
        Regions = [.. regions.Where(r => names.ContainsKey(r.Key)).Select(r => new CountedLink(Addresses.Region(r.Key), names[r.Key].Name, r.Count))];
        if (Count is not 0)
        {
            var now = clock.GetUtcNow();
            var months = await trends.TopicMonthsAsync(filter with { From = TopicTrends.FirstDay(now, TopicTrends.RegionMonths) }, cancellation);
            Trends = months is null ? null : TopicTrends.Of(months, await catalog.TopicsAsync(cancellation), now, TopicTrends.RegionMonths);
        }
    }
}
