using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>A page on which a source is described, looked at, and then stored.</summary>
public abstract class SourceSettingsPage(SourceRegistry registry, SourceTrial trial, CatalogQueries catalog, PlaceQueries places, TimeProvider clock) : DeskPage
{
    public SourceForm Form { get; private protected set; } = new();

    /// <summary>The source that is changed; null for a new one.</summary>
    public Source? Source { get; private protected set; }

    /// <summary>What the look found; null when nobody looked.</summary>
    public TrialView? View { get; private set; }

    public SourceCheck Check { get; private protected set; } = SourceCheck.Fine;

    /// <summary>The form wanted to store what nobody had looked at.</summary>
    public bool MustLookFirst { get; private protected set; }

    /// <summary>The region that was meant, by name.</summary>
    public string? RegionName { get; private set; }

    /// <summary>Whether it may be stored as the form stands.</summary>
    public bool CanSave => Form.WasSeen && Check.Fault is not SourceFault.AddressTaken;

    private protected SourceRegistry Registry => registry;

    private protected async Task<SourceDraft> DraftAsync(CancellationToken cancellation)
    {
        if (EnteredText.Line(Form.Region) is not { } typed)
        {
            return Form.Draft(null);
        }

        var region = Keys.IsRegion(typed) ? await catalog.FindRegionAsync(typed, cancellation) : await places.FindAsync(typed, 1, cancellation) is [var place, ..] ? place.Region : null;
        RegionName = region?.Name;
        // What can't be found stays as it is, and the check says so.
        return Form.Draft(region?.Code ?? typed);
    }

    /// <summary>Reads the source as a poll would, and stores nothing.</summary>
    private protected async Task LookAsync(CancellationToken cancellation)
    {
        Form.Forget();
        var draft = await DraftAsync(cancellation);
        Check = await registry.CheckAddressAsync(draft, Source?.Id, cancellation);
        if (!Check.IsFine)
        {
            return;
        }

        var address = KnownSources.AddressOf(draft, registry.Allowed)!;
        View = await TrialView.TryAsync(trial, catalog, draft.ToSource(Guid.CreateVersion7(clock.GetUtcNow()), address), clock, cancellation);
        Form.TakeDown(View);
        if (Form.WasSeen)
        {
            Check = await registry.CheckAddressAsync(Form.Draft(draft.RegionCode), Source?.Id, cancellation);
        }
    }
}
