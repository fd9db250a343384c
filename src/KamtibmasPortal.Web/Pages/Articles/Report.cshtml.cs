using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Articles;

/// <summary>The form by which anybody reports a mistake or replies. A page of its own: an article's page gives out no cookie.</summary>
[RequestSizeLimit(256 * 1024)]
public sealed class ReportModel(ArticleQueries articles, CorrectionQueries corrections, ReportDesk desk, ReportLimits limits) : PortalPage
{
    public Guid ArticleId { get; private set; }

    /// <summary>Null while the article is withdrawn.</summary>
    public string? Title { get; private set; }
    public ReportKind Kind { get; private set; }
    public string? Text { get; private set; }
    public string? Name { get; private set; }
    public string? Contact { get; private set; }
    public string? Fault { get; private set; }
    public bool IsReceived { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = Addresses.ResultParameter)] string? result, CancellationToken cancellation)
    {
        IsReceived = result == "terima";
        return await ShowAsync(id, cancellation);
    }

    /// <param name="id">The article.</param>
    /// <param name="kind">Mistake or reply.</param>
    /// <param name="text">What is said.</param>
    /// <param name="name">Who says it.</param>
    /// <param name="contact">Where to answer.</param>
    /// <param name="site">A field that people do not see: only a machine fills it.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] ReportKind? kind, [FromForm] string? text, [FromForm] string? name, [FromForm] string? contact, [FromForm(Name = "situs")] string? site, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || kind is not { } what || !Enum.IsDefined(what))
        {
            return BadRequest();
        }

        (Kind, Text, Name, Contact) = (what, text, name, contact);
        if (!string.IsNullOrEmpty(site))
        {
            // It learns nothing from the answer.
            return Thanks(id);
        }

        if (!limits.TryTake(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Fault = Texts.ReportRoom.TooMany;
            return await ShowAsync(id, cancellation);
        }

        var (answer, _) = await desk.ReceiveAsync(id, new SentReport(what, text, name, contact), cancellation);
        if (answer is ReportAnswer.Received)
        {
            return Thanks(id);
        }

        Fault = Texts.ReportRoom.FaultOf(answer);
        return await ShowAsync(id, cancellation);
    }

    private LocalRedirectResult Thanks(Guid id) => LocalRedirect($"{Addresses.ReportForm(id)}?{Addresses.ResultParameter}=terima");

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        Title = (await articles.FindAsync(id, cancellation))?.Article.Title;
        if (Title is null && await corrections.WithdrawalAsync(id, cancellation) is null)
        {
            return NotFound();
        }

        ArticleId = id;
        Head = new PageHead(Texts.ReportRoom.Heading);
        return Page();
    }
}
