using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

public sealed class QueueModel(ArticleQueries articles, ReviewDesk desk) : DeskPage
{
    private const int PageSize = 20;
    private const int LastPage = 10_000;

    public IReadOnlyList<ArticleCard> Articles { get; private set; } = [];
    public int Count { get; private set; }
    public int PageNumber { get; private set; }
    public bool HasNext => PageNumber * PageSize < Count;
    public string? Result { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = Addresses.PageParameter)] int? page, [FromQuery(Name = Addresses.ResultParameter)] string? result, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || page is < 1 or > LastPage)
        {
            return BadRequest();
        }

        PageNumber = page ?? 1;
        Count = await articles.CountPendingAsync(cancellation);
        Articles = await articles.PendingAsync((PageNumber - 1) * PageSize, PageSize, cancellation);
        Result = Texts.DeskRoom.Result(result);
        Head = new PageHead(Texts.DeskRoom.QueueHeading, Addresses.Queue);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid id, [FromForm] Guid version, [FromForm] ReviewDecision? decision, CancellationToken cancellation)
    {
        if (!MayDecide)
        {
            return Forbid();
        }

        if (!ModelState.IsValid || decision is not { } yesOrNo || !Enum.IsDefined(yesOrNo))
        {
            return BadRequest();
        }

        var answer = await desk.DecideAsync(id, version, yesOrNo, Email, cancellation);
        return LocalRedirect($"{Addresses.Queue}?{Addresses.ResultParameter}={Texts.DeskRoom.WordFor(answer, yesOrNo)}");
    }
}
