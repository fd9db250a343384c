using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>What a source would give. Only by a form: a look costs the site requests.</summary>
public sealed class SourceTrialModel(CatalogQueries catalog, SourceTrial trial, TimeProvider clock) : DeskPage
{
    private const int PagesRead = 3;
    private const int ItemsShown = 100;

    /// <summary>One request may last 20 seconds; what makes a dozen of them wait is not worth an editor's time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public Source Source { get; private set; } = null!;

    /// <summary>Null when it took too long.</summary>
    public Listing? Listing { get; private set; }
    public IReadOnlyList<TrialReading> Read { get; private set; } = [];
    public IReadOnlyList<TrialReading> Others { get; private set; } = [];
    public int More { get; private set; }

    public IActionResult OnGet(Guid id) => LocalRedirect(Addresses.DeskSource(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!MayDecide)
        {
            return Forbid();
        }

        if (await catalog.FindSourceAsync(id, cancellation) is not { } source)
        {
            return NotFound();
        }

        Source = source;
        Head = new PageHead(Texts.SourceRoom.Trial, Addresses.DeskSources);
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await ReadAsync(await trial.RunAsync(source, PagesRead, either.Token), either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            (Listing, Read, Others) = (null, [], []);
        }

        return Page();
    }

    private async Task ReadAsync(TrialResult result, CancellationToken cancellation)
    {
        var names = await TrialNames.ReadAsync(catalog, result.Items.Select(i => i.Article).OfType<News.Tagging.TaggedArticle>(), cancellation);
        var latest = clock.GetUtcNow().AddDays(1);
        var readings = result.Items.Take(ItemsShown).Select(i => TrialReading.Of(i, names, latest)).ToList();
        Read = [.. readings.Take(PagesRead)];
        Others = [.. readings.Skip(PagesRead)];
        More = result.Items.Count - readings.Count;
        Listing = result.Listing;
    }
}
