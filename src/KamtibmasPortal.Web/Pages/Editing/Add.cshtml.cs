using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>Takes in one article by hand. A contributor's waits whatever its source is trusted.</summary>
[RequestSizeLimit(FileFetcher.SizeLimit + 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = FileFetcher.SizeLimit + 1024 * 1024, ValueLengthLimit = ArticleAddition.LongestText * 4)]
public sealed class AddModel(ArticleAddition addition, AuditTrail trail) : DeskPage
{
    public string? Publisher { get; private set; }
    public string? Address { get; private set; }
    public string? Text { get; private set; }
    public string? Fault { get; private set; }

    /// <summary>The article that was known already.</summary>
    public Guid? Known { get; private set; }

    public void OnGet() => Head = new PageHead(Texts.AddRoom.Heading, Addresses.Queue);

    public async Task<IActionResult> OnPostAsync([FromForm] string? publisher, [FromForm] string? address, [FromForm] string? text, IFormFile? file, CancellationToken cancellation)
    {
        OnGet();
        if (!May(ArticleAct.Add))
        {
            return Forbid();
        }

        (Publisher, Address, Text) = (publisher, address, text);
        var handed = new HandedArticle(publisher) { Address = address, Text = text };
        if (file is { Length: > 0 })
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellation);
            handed = handed with { FileName = file.FileName, File = bytes.ToArray() };
        }

        var added = await addition.AddAsync(handed, trust => ArticleRights.OfAdded(User.IsInRole, trust), id => trail.Entry(Email, DeskActs.Add, id.ToString()), cancellation);
        if (added is { Answer: AdditionAnswer.Stored, ArticleId: { } id })
        {
            return LocalRedirect(Addresses.DeskArticle(id));
        }

        (Known, Fault) = (added.ArticleId, FaultOf(added));
        return Page();
    }

    private static string FaultOf(AddedArticle added) => added switch
    {
        { Answer: AdditionAnswer.Known } => Texts.AddRoom.Known,
        { Result.Rejection: { } reason } => Texts.DeskRoom.ReasonOf(reason),
        { Result.Reason: { } reason } => Texts.Outlets.FaultOf(reason),
        _ => Texts.AddRoom.FaultOf(added.Answer),
    };
}
