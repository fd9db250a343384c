using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages;

/// <summary>A source with what came of it.</summary>
public sealed record SourceRow(Source Source, FetchRun? Run, int Count, Region? Region);

public sealed class SourcesModel(CatalogQueries catalog) : PortalPage
{
    public IReadOnlyList<SourceRow> Sources { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var sources = await catalog.SourcesAsync(cancellation);
        var runs = await catalog.LastRunsAsync(cancellation);
        var counts = await catalog.CountsBySourceAsync(cancellation);
        var regions = await catalog.RegionsAsync([.. sources.Select(s => s.RegionCode).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation);
        Sources = [.. sources.Select(s => new SourceRow(s, runs.GetValueOrDefault(s.Id), counts.GetValueOrDefault(s.Id), regions.GetValueOrDefault(s.RegionCode ?? "")))];
        Head = new PageHead(Texts.Outlets.Title, Addresses.Sources) { Description = Texts.Outlets.Intro };
    }
}
