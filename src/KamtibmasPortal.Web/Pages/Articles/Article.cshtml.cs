using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Articles;

public sealed class ArticlePageModel(ArticleQueries articles, StoryQueries stories, PublicAddress address) : PortalPage
{
    private const int RelatedShown = 6;

    public ArticleReading Reading { get; private set; } = null!;
    public IReadOnlyList<ArticleCard> Related { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string? slug, CancellationToken cancellation)
    {
        if (Addresses.IsReserved(slug) || await articles.FindAsync(id, cancellation) is not { } view)
        {
            return NotFound();
        }

        Reading = ArticleReading.ForPublic(view);
        Related = view.Story is null ? [] : await stories.RelatedAsync(id, RelatedShown, cancellation);
        Head = new PageHead(view.Article.Title)
        {
            Description = view.Article.Summary,
            Canonical = Reading.SourceUrl ?? address.Of(Addresses.Article(id, view.Article.Title)),
        };
        return Page();
    }
}
