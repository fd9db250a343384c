using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>What a source would give. Only by a form: a look costs the site requests.</summary>
public sealed class SourceTrialModel(CatalogQueries catalog, SourceTrial trial, TimeProvider clock) : DeskPage
{
    public Source Source { get; private set; } = null!;
    public TrialView View { get; private set; } = null!;

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
        View = await TrialView.TryAsync(trial, catalog, source, clock, cancellation);
        return Page();
    }
}
