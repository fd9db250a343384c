using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>What somebody typed of a source, kept as it was typed until it can be stored.</summary>
public sealed class SourceForm
{
    [FromForm(Name = "address")]
    public string? Address { get; set; }

    [FromForm(Name = "kind")]
    public SourceKind Kind { get; set; }

    [FromForm(Name = "selector")]
    public string? Selector { get; set; }

    [FromForm(Name = "name")]
    public string? Name { get; set; }

    [FromForm(Name = "publisher")]
    public string? Publisher { get; set; }

    [FromForm(Name = "trust")]
    public News.Model.Trust Trust { get; set; }

    [FromForm(Name = "display")]
    public Display Display { get; set; }

    /// <summary>Code or name.</summary>
    [FromForm(Name = "region")]
    public string? Region { get; set; }

    /// <summary>Where the list was found when it was looked at.</summary>
    [FromForm(Name = "found")]
    public string? Found { get; set; }

    /// <summary>What was looked at: after another address or selector the look counts for nothing.</summary>
    [FromForm(Name = "seen")]
    public string? Seen { get; set; }

    public bool WasSeen => Seen == Sign;

    public bool IsKnown => Enum.IsDefined(Kind) && Enum.IsDefined(Trust) && Enum.IsDefined(Display);

    private string Sign => $"{EnteredText.Line(Address)}|{Kind}|{EnteredText.Line(Selector)}";

    public static SourceForm Of(SourceDraft draft) => new()
    {
        Address = draft.Address,
        Kind = draft.Kind,
        Selector = draft.Selector,
        Name = draft.Name,
        Publisher = draft.Publisher,
        Trust = draft.Trust,
        Display = draft.Display,
        Region = draft.RegionCode,
    };

    /// <param name="regionCode">Of the region that was meant.</param>
    public SourceDraft Draft(string? regionCode) => new()
    {
        Address = EnteredText.Line(Address),
        Kind = Kind,
        Selector = EnteredText.Line(Selector),
        Name = EnteredText.Line(Name),
        Publisher = EnteredText.Line(Publisher) ?? EnteredText.Line(Name),
        Trust = Trust,
        Display = Display,
        RegionCode = regionCode,
        FoundAt = WasSeen ? Found : null,
    };

    /// <summary>Takes down that it was looked at and proposes what is still empty.</summary>
    public void TakeDown(TrialView view)
    {
        if (!view.IsUseful || !Uri.TryCreate(view.Listing!.ReadFrom ?? Draft(null).Address, UriKind.RelativeOrAbsolute, out var found))
        {
            (Found, Seen) = (null, null);
            return;
        }

        (Found, Seen) = (view.Listing.ReadFrom, Sign);
        var title = EnteredText.Line(view.Listing.Title) is { Length: <= 80 } named ? named : found.IsAbsoluteUri ? found.IdnHost : null;
        Name = EnteredText.Line(Name) ?? title;
        Publisher = EnteredText.Line(Publisher) ?? title;
    }

    /// <summary>It is read as it stands, and needs no look.</summary>
    public void Approve() => (Found, Seen) = (null, Sign);

    /// <summary>Whether it says the same as a source of how that is read.</summary>
    public bool Reads(Source source) => EnteredText.Line(Address) == source.Address && Kind == source.Kind && EnteredText.Line(Selector) == source.ItemSelector;

    /// <summary>The look at it counts no more.</summary>
    public void Forget() => (Found, Seen) = (null, null);
}
