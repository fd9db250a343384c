using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

public sealed class PreviewModel(ArticleQueries articles, StoryRoom stories) : DeskPage
{
    public ArticleReading Reading { get; private set; } = null!;
    public Guid? StoryId { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await articles.FindForEditorAsync(id, cancellation) is not { } view)
        {
            return NotFound();
        }

        Reading = ArticleReading.ForEditor(view);
        StoryId = await stories.StoryOfAsync(id, cancellation);
        Head = new PageHead(view.Article.Title, Addresses.Queue);
        return Page();
    }
}
