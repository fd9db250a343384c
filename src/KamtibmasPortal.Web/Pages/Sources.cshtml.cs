using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages;

/// <summary>A source that is read again and again.</summary>
public sealed record LiveSource(SourceHealth Health, SourcePulse Pulse, Region? Region)
{
    public Source Source => Health.Source;

    public SourceKind Kind => Health.State?.ReadAs ?? Source.Kind;

    public double Minutes => Source.IntervalMinutes ?? Health.State?.PaceMinutes ?? Pace.Start.TotalMinutes;

    /// <summary>A name that says more than the publisher's.</summary>
    public string? OwnName => FolderImport.IsImport(Source) || string.Equals(Source.Name, Source.Publisher, StringComparison.OrdinalIgnoreCase) ? null : Source.Name;
}

/// <summary>What does not grow any more: samples, imports and paused sources of one publisher.</summary>
public sealed record ShelfRow(string Publisher, bool IsSample, IReadOnlyList<SourceKind> Kinds, IReadOnlyList<Display> Displays, IReadOnlyList<Region> Regions, int Count);

public sealed class SourcesModel(SourceHealthQueries health, CatalogQueries catalog, TimeProvider clock) : PortalPage
{
    public IReadOnlyList<LiveSource> Live { get; private set; } = [];
    public IReadOnlyList<ShelfRow> Shelf { get; private set; } = [];
    public DateTime Now { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        var all = await health.AllAsync(cancellation);
        var pulses = await catalog.PulseBySourceAsync(Now, cancellation);
        var regions = await catalog.RegionsAsync([.. all.Select(h => h.Source.RegionCode).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation);
        Live = [.. all.Where(h => !h.Source.IsPaused).Select(h => new LiveSource(h, pulses.GetValueOrDefault(h.Source.Id) ?? new SourcePulse(0, 0, 0), regions.GetValueOrDefault(h.Source.RegionCode ?? "")))];
        Shelf =
        [
            .. all.Where(h => h.Source.IsPaused).GroupBy(h => (h.Source.Publisher, h.Source.IsSample)).Select(g => new ShelfRow(
                g.Key.Publisher, g.Key.IsSample,
                [.. g.Select(h => h.State?.ReadAs ?? h.Source.Kind).Distinct()],
                [.. g.Select(h => h.Source.Display).Distinct()],
                [.. g.Select(h => regions.GetValueOrDefault(h.Source.RegionCode ?? "")).OfType<Region>().Distinct()],
                g.Sum(h => pulses.GetValueOrDefault(h.Source.Id)?.All ?? 0))),
        ];
        Head = new PageHead(Texts.Outlets.Title, Addresses.Sources) { Description = Texts.Outlets.Intro, Path = Addresses.Sources };
    }
}
