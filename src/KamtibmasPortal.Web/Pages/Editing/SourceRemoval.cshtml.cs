using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>Asks once more before a source goes with all its texts: its name has to be typed.</summary>
public sealed class SourceRemovalModel(CatalogQueries catalog, SourceRemoval removal, SourceDesk desk) : DeskPage
{
    public Source Source { get; private set; } = null!;
    public int Articles { get; private set; }
    public bool IsWrongName { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] string? name, CancellationToken cancellation)
    {
        var shown = await ShowAsync(id, cancellation);
        if (shown is not PageResult)
        {
            return shown;
        }

        if (!string.Equals(name?.Trim(), Source.Name.Trim(), StringComparison.Ordinal))
        {
            IsWrongName = true;
            return shown;
        }

        return await desk.RemoveAsync(id, Email, cancellation) ? LocalRedirect($"{Addresses.DeskSources}?{Addresses.ResultParameter}=hapus") : NotFound();
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (!MayRemove)
        {
            return Forbid();
        }

        if (await catalog.FindSourceAsync(id, cancellation) is not { } source)
        {
            return NotFound();
        }

        (Source, Articles) = (source, await removal.CountArticlesAsync(id, cancellation));
        Head = new PageHead(Texts.SourceRoom.Remove, Addresses.DeskSources);
        return Page();
    }
}
