using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>What was said of a source is changed. Where that changes how it is read, it is looked at first.</summary>
[Authorize(Policy = DeskPolicies.Editors)]
public sealed class SourceChangeModel(SourceRegistry registry, SourceTrial trial, CatalogQueries catalog, PlaceQueries places, TimeProvider clock) : SourceSettingsPage(registry, trial, catalog, places, clock)
{
    private readonly CatalogQueries _catalog = catalog;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await OpenAsync(id, cancellation))
        {
            return NotFound();
        }

        Form = SourceForm.Of(SourceDraft.Of(Source!));
        Form.Approve();
        await DraftAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] SourceForm form, [FromForm] bool save, CancellationToken cancellation)
    {
        if (!await OpenAsync(id, cancellation))
        {
            return NotFound();
        }

        Form = form;
        if (!ModelState.IsValid || !form.IsKnown)
        {
            return BadRequest();
        }

        form.Name = Source!.Name;
        if (Source.Kind is SourceKind.Folder)
        {
            (form.Kind, form.Address, form.Selector) = (Source.Kind, Source.Address, Source.ItemSelector);
        }

        if (form.Reads(Source))
        {
            form.Approve();
        }

        MustLookFirst = save && !form.WasSeen;
        if (!save || MustLookFirst)
        {
            await LookAsync(cancellation);
            return Page();
        }

        var draft = await DraftAsync(cancellation);
        Check = await Registry.CheckAsync(draft, id, cancellation);
        return !Check.IsFine ? Page()
            : await Registry.ChangeAsync(id, draft, Email, cancellation) ? LocalRedirect($"{Addresses.DeskSource(id)}?{Addresses.ResultParameter}=ubah") : NotFound();
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancellation)
    {
        Source = await _catalog.FindSourceAsync(id, cancellation);
        Head = new PageHead(Texts.NewSource.Change, Addresses.DeskSources);
        return Source is not null;
    }
}
