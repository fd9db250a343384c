using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Articles;

public sealed class ArticlePageModel(ArticleQueries articles, LineQueries lines, CorrectionQueries corrections, PublicAddress address) : PortalPage
{
    private const int RelatedShown = 6;
    private const int ElsewhereShown = 4;

    public ArticleReading Reading { get; private set; } = null!;

    /// <summary>The others of its story.</summary>
    public IReadOnlyList<ArticleLine> Related { get; private set; } = [];
    public IReadOnlyList<PublicNote> Notes { get; private set; } = [];

    /// <summary>Set where the article was withdrawn: nothing of it is shown but that.</summary>
    public Withdrawal? Withdrawn { get; private set; }

    /// <summary>Others from its region, or of its topic where it has no region.</summary>
    public IReadOnlyList<ArticleLine> Elsewhere { get; private set; } = [];
    public string ElsewhereHeading { get; private set; } = Texts.Events.Elsewhere;

    /// <summary>Absolute address of this page, to be passed on.</summary>
    public string Address { get; private set; } = "";
    public string JsonLd { get; private set; } = "";

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

        var path = Addresses.Article(id, view.Article.Title);
        Reading = ArticleReading.ForPublic(view);
        Related = view.Story is { } story ? await lines.RelatedAsync(id, story.Id, RelatedShown, cancellation) : [];
        await LookAroundAsync(view, cancellation);
        Address = address.Of(path);
        JsonLd = NewsJsonLd.Of(view, address);
        Notes = !view.HasNotes ? [] : await corrections.OfArticleAsync(id, cancellation);
        Head = new PageHead(view.Article.Title)
        {
            Description = view.Article.Summary,
            Canonical = Reading.SourceUrl ?? Address,
            Path = path,
            IsArticle = true,
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

    private async Task LookAroundAsync(ArticleView view, CancellationToken cancellation)
    {
        var region = view.Tags.FirstOrDefault(t => t.Tag is { Kind: TagKind.Region, IsMain: true })?.Tag.Key;
        var topic = view.Tags.FirstOrDefault(t => t.Tag is { Kind: TagKind.Topic, IsMain: true })?.Tag.Key;
        if (region is null && topic is null)
        {
            return;
        }

        // A kelurahan rarely has two articles: its kabupaten or kota is near enough.
        var near = region is null ? null : Region.AncestorsOf(region).Prepend(region).First(c => Region.LevelOf(c) <= RegionLevel.Regency);
        var filter = new ArticleFilter { Regions = near is null ? [] : [near], Topics = near is null ? [topic!] : [] };
        var newest = await lines.HeldAsync(filter, ElsewhereShown + 1, cancellation);
        Elsewhere = [.. newest.Where(c => c.Id != view.Article.Id && (view.Story is null || c.Story?.Id != view.Story.Id)).Take(ElsewhereShown)];
        ElsewhereHeading = near is null ? Texts.Events.SameTopic : Texts.Events.Elsewhere;
    }
}
