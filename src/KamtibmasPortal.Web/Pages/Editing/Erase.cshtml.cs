using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>Asks an administrator for the ground, says what will be lost, and erases.</summary>
public sealed class EraseModel(ArticleQueries articles, ErasureDesk desk) : DeskPage
{
    public Article Article { get; private set; } = null!;
    public string? Ground { get; private set; }
    public string? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => MayErase ? await ShowAsync(id, cancellation) : Forbid();

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] string? ground, CancellationToken cancellation)
    {
        if (!MayErase)
        {
            return Forbid();
        }

        var answer = await desk.EraseAsync(id, ground, Email, cancellation);
        if (answer is ErasureAnswer.Done)
        {
            return LocalRedirect($"{Addresses.Queue}?{Addresses.ResultParameter}={Texts.DeskRoom.Erased}");
        }

        (Ground, Fault) = (ground, Texts.Erasure.FaultOf(answer));
        return await ShowAsync(id, cancellation);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await articles.FindForEditorAsync(id, cancellation) is not { } view)
        {
            return NotFound();
        }

        Article = view.Article;
        Head = new PageHead(Texts.Erasure.Heading, Addresses.Queue);
        return Page();
    }
}
