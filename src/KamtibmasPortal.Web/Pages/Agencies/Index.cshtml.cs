using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages.Agencies;

/// <summary>All agencies of one kind.</summary>
public sealed record AgencyKind(string Name, IReadOnlyList<CountedLink> Agencies);

public sealed class AgenciesModel(CatalogQueries catalog) : PortalPage
{
    private const int InTheNewsShown = 24;

    public IReadOnlyList<CountedLink> InTheNews { get; private set; } = [];
    public IReadOnlyList<AgencyKind> ByKind { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var counts = await catalog.CountsAsync(TagKind.Agency, new ArticleFilter(), cancellation);
        var agencies = await catalog.AgenciesAsync(cancellation);
        InTheNews = [.. agencies.Where(a => counts.ContainsKey(a.Slug)).OrderByDescending(a => counts[a.Slug]).ThenBy(a => a.Name, StringComparer.Ordinal).Take(InTheNewsShown).Select(Link)];
        ByKind = [.. agencies.GroupBy(a => a.Kind).Select(g => new AgencyKind(Texts.Bodies.Kind(g.Key), [.. g.Select(Link)])).OrderBy(k => k.Name, StringComparer.Ordinal)];
        Head = new PageHead(Texts.Bodies.Title, Addresses.Agencies) { Description = Texts.Bodies.Intro };

        CountedLink Link(Agency agency) => new(Addresses.Agency(agency.Slug), agency.Name, counts.GetValueOrDefault(agency.Slug));
    }
}
