using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Articles;

public sealed class ArticlePageModel(ArticleQueries articles, PublicAddress address) : PortalPage
{
    public ArticleReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string? slug, CancellationToken cancellation)
    {
        if (Addresses.IsReserved(slug) || await articles.FindAsync(id, cancellation) is not { } view)
        {
            return NotFound();
        }

        Reading = ArticleReading.ForPublic(view);
        Head = new PageHead(view.Article.Title)
        {
            Description = view.Article.Summary,
            Canonical = Reading.SourceUrl ?? address.Of(Addresses.Article(id, view.Article.Title)),
        };
        return Page();
    }
}
