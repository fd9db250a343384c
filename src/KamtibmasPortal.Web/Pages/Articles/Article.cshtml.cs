using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Articles;

public sealed class ArticlePageModel(ArticleQueries articles, StoryQueries stories, CorrectionQueries corrections, PublicAddress address) : PortalPage
{
    private const int RelatedShown = 6;

    public ArticleReading Reading { get; private set; } = null!;
    public IReadOnlyList<ArticleCard> Related { get; private set; } = [];
    public IReadOnlyList<PublicNote> Notes { get; private set; } = [];

    /// <summary>Set where the article was withdrawn: nothing of it is shown but that.</summary>
    public Withdrawal? Withdrawn { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? slug, CancellationToken cancellation)
    {
        if (Addresses.IsReserved(slug))
        {
            return NotFound();
        }

        if (await articles.FindAsync(id, cancellation) is not { } view)
        {
            return await WithdrawnAsync(id, cancellation);
        }

        Reading = ArticleReading.ForPublic(view);
        Related = view.Story is null ? [] : await stories.RelatedAsync(id, RelatedShown, cancellation);
        Notes = await corrections.OfArticleAsync(id, cancellation);
        Head = new PageHead(view.Article.Title)
        {
            Description = view.Article.Summary,
            Canonical = Reading.SourceUrl ?? address.Of(Addresses.Article(id, view.Article.Title)),
        };
        return Page();
    }

    private async Task<IActionResult> WithdrawnAsync(Guid id, CancellationToken cancellation)
    {
        if (await corrections.WithdrawalAsync(id, cancellation) is not { } withdrawal)
        {
            return NotFound();
        }

        Withdrawn = withdrawal;
        Response.StatusCode = StatusCodes.Status410Gone;
        Head = new PageHead(Texts.Corrections.WithdrawnHeading);
        return Page();
    }
}
