using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>A source is added: looked at first, stored then.</summary>
[Authorize(Policy = DeskPolicies.Editors)]
public sealed class NewSourceModel(SourceRegistry registry, SourceTrial trial, CatalogQueries catalog, PlaceQueries places, TimeProvider clock) : SourceSettingsPage(registry, trial, catalog, places, clock)
{
    public void OnGet() => Head = new PageHead(Texts.NewSource.Heading, Addresses.DeskSources);

    public async Task<IActionResult> OnPostAsync([FromForm] SourceForm form, [FromForm] bool save, CancellationToken cancellation)
    {
        OnGet();
        Form = form;
        if (!ModelState.IsValid || !form.IsKnown)
        {
            return BadRequest();
        }

        MustLookFirst = save && !form.WasSeen;
        if (!save || MustLookFirst)
        {
            await LookAsync(cancellation);
            return Page();
        }

        var draft = await DraftAsync(cancellation);
        Check = await Registry.CheckAsync(draft, self: null, cancellation);
        if (Check.IsFine && await Registry.AddAsync([draft], Email, cancellation) is [var added])
        {
            return LocalRedirect($"{Addresses.DeskSource(added.Id)}?{Addresses.ResultParameter}=tambah");
        }

        Check = Check.IsFine ? new SourceCheck(SourceFault.NameTaken, null) : Check;
        return Page();
    }
}
