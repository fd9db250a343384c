using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>Shows what withdrawing a whole source would take from the public, and begins it when a reason is given.</summary>
public sealed class SourceWithdrawalModel(CatalogQueries catalog, SourceWithdrawal withdrawal, SourceDesk desk) : DeskPage
{
    /// <summary>A small source is done at once; a large one goes on in the background.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public Source Source { get; private set; } = null!;
    public WithdrawalPreview Found { get; private set; } = null!;
    public string? Reason { get; private set; }
    public bool Pauses { get; private set; } = true;
    public bool IsReasonWrong { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] string? reason, [FromForm] bool pause, CancellationToken cancellation)
    {
        var shown = await ShowAsync(id, cancellation);
        if (shown is not PageResult || Found.Published == 0)
        {
            return shown;
        }

        (Reason, Pauses) = (reason, pause);
        if (EnteredText.Lines(reason) is not { Length: >= ArticleDesk.ShortestReason and <= ArticleDesk.LongestReason } words)
        {
            IsReasonWrong = true;
            return shown;
        }

        if (pause && !Source.IsPaused)
        {
            await desk.DoAsync(id, SourceAct.Pause, Email, cancellation);
        }

        var act = await withdrawal.BeginAsync(Source, words, Email, cancellation);
        await withdrawal.ContinueAsync(act, Patience, cancellation);
        return LocalRedirect(Addresses.Bulk(act));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (!May(ArticleAct.WithdrawSource))
        {
            return Forbid();
        }

        if (await catalog.FindSourceAsync(id, cancellation) is not { } source)
        {
            return NotFound();
        }

        (Source, Found) = (source, await withdrawal.PreviewAsync(id, cancellation));
        Head = new PageHead(Texts.WithdrawRoom.Heading, Addresses.DeskSources);
        return Page();
    }
}
