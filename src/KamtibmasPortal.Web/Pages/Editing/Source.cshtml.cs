using System.Globalization;
using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>One source: what it is, how it is doing, and what can be done with it.</summary>
public sealed class SourceModel(SourceHealthQueries sources, CatalogQueries catalog, SourceDesk desk, TimeProvider clock) : DeskPage
{
    private const int RunsShown = 20;
    private const int RefusedShown = 50;

    public SourceHealth Health { get; private set; } = null!;
    public Source Source => Health.Source;
    public Region? Region { get; private set; }
    public Backfill? Backfill { get; private set; }
    public IReadOnlyList<FetchRun> Runs { get; private set; } = [];
    public IReadOnlyList<SourceItem> Refused { get; private set; } = [];
    public DateTime Now { get; private set; }
    public string? Result { get; private set; }

    /// <summary>What somebody typed that is no interval; null when nothing is wrong.</summary>
    public string? WrongMinutes { get; private set; }

    /// <summary>The site's wish for silence, while it lasts.</summary>
    public DateTime? BlockedUntil => Health.State?.BlockedUntil is { } until && until > Now ? until : null;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = Addresses.ResultParameter)] string? result, CancellationToken cancellation)
    {
        Result = Texts.SourceRoom.Result(result);
        return await ShowAsync(id, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] SourceAct? act, CancellationToken cancellation)
    {
        if (!MayDecide)
        {
            return Forbid();
        }

        if (!ModelState.IsValid || act is not { } wanted || !Enum.IsDefined(wanted))
        {
            return BadRequest();
        }

        if (await sources.FindAsync(id, cancellation) is null)
        {
            return NotFound();
        }

        var done = await desk.DoAsync(id, wanted, Email, cancellation);
        return Back(id, Texts.SourceRoom.WordFor(wanted, done));
    }

    public async Task<IActionResult> OnPostIntervalAsync(Guid id, [FromForm] string? minutes, CancellationToken cancellation)
    {
        if (!MayDecide)
        {
            return Forbid();
        }

        int? wanted = null;
        if (minutes?.Trim() is { Length: > 0 } typed)
        {
            if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < Pace.Shortest.TotalMinutes || number > Pace.Longest.TotalMinutes)
            {
                WrongMinutes = typed;
                return await ShowAsync(id, cancellation);
            }

            wanted = number;
        }

        return await desk.SetIntervalAsync(id, wanted, Email, cancellation) ? Back(id, "selang") : NotFound();
    }

    private LocalRedirectResult Back(Guid id, string word) => LocalRedirect($"{Addresses.DeskSource(id)}?{Addresses.ResultParameter}={word}");

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await sources.FindAsync(id, cancellation) is not { } health)
        {
            return NotFound();
        }

        Health = health;
        Now = clock.GetUtcNow().UtcDateTime;
        Runs = await sources.RunsAsync(id, RunsShown, cancellation);
        Refused = await catalog.RefusedItemsAsync(id, RefusedShown, cancellation);
        Backfill = await sources.BackfillAsync(id, cancellation);
        Region = health.Source.RegionCode is { } code ? await catalog.FindRegionAsync(code, cancellation) : null;
        Head = new PageHead(health.Source.Name, Addresses.DeskSources);
        return Page();
    }
}
