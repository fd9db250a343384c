using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>What waits, most urgent first.</summary>
public sealed class QueueModel(QueueQueries queue, CatalogQueries catalog, PlaceQueries places, DeskQueries desk, ReviewDesk review) : DeskPage
{
    private const int PageSize = 25;

    public QueueView View { get; private set; } = null!;
    public QueuePage Found { get; private set; } = new([], null);
    public int Count { get; private set; }
    public IReadOnlyDictionary<QueueReason, int> Reasons { get; private set; } = new Dictionary<QueueReason, int>();
    public IReadOnlyList<(Guid Id, string Name, int Count)> Sources { get; private set; } = [];
    public IReadOnlyList<Topic> Topics { get; private set; } = [];
    public IReadOnlyList<string> Editors { get; private set; } = [];
    public bool IsRegionUnknown { get; private set; }
    public string? Result { get; private set; }

    /// <summary>What somebody else did to the article that this editor wanted to decide.</summary>
    public IReadOnlyList<ArticleEdit> OthersDid { get; private set; } = [];

    /// <summary>The address's query, so that a decision leads back to the same view.</summary>
    public string Back => View.Query(View.After);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = Addresses.ResultParameter)] string? result, [FromQuery(Name = Addresses.ArticleParameter)] Guid? article, CancellationToken cancellation)
    {
        View = QueueView.Read(Request.Query);
        var filter = new QueueFilter { Reason = View.Reason, Source = View.Source, Region = await RegionAsync(cancellation), Topic = View.Topic, Assignee = View.Assignee == QueueView.Nobody ? "" : View.Assignee };
        Found = await queue.PageAsync(filter, PageSize, View.After, cancellation);
        Reasons = await queue.CountsByReasonAsync(cancellation);
        Sources = await queue.SourcesAsync(cancellation);
        Count = View.AsksNothing ? Sources.Sum(s => s.Count) : await queue.CountAsync(filter, cancellation);
        Topics = await catalog.TopicsAsync(cancellation);
        Editors = await desk.EditorsAsync(cancellation);
        Result = Texts.DeskRoom.Result(result);
        OthersDid = article is { } id ? [.. (await desk.EditsAsync(id, 5, cancellation)).Where(e => e.Editor != Email)] : [];
        Head = new PageHead(Texts.DeskRoom.QueueHeading, Addresses.Queue);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid id, [FromForm] Guid version, [FromForm] ReviewDecision? decision, [FromForm(Name = Addresses.ReturnParameter)] string? back, CancellationToken cancellation)
    {
        if (!MayDecide)
        {
            return Forbid();
        }

        if (!ModelState.IsValid || decision is not { } yesOrNo || !Enum.IsDefined(yesOrNo))
        {
            return BadRequest();
        }

        var answer = await review.DecideAsync(id, version, yesOrNo, Email, cancellation);
        var word = $"{Addresses.ResultParameter}={Texts.DeskRoom.WordFor(answer, yesOrNo)}{(answer is ReviewAnswer.AlreadyDecided ? $"&{Addresses.ArticleParameter}={id}" : "")}";
        // Read and written anew: whatever the form holds, the address stays the queue's.
        var view = QueueView.Read(new QueryCollection(QueryHelpers.ParseQuery(back?.Length <= 1000 ? back : null)));
        var query = view.Query(view.After);
        return LocalRedirect(query.Length > 0 ? $"{Addresses.Queue}{query}&{word}" : $"{Addresses.Queue}?{word}");
    }

    /// <summary>The code that was typed, or that of the likeliest region of that name.</summary>
    private async Task<string?> RegionAsync(CancellationToken cancellation)
    {
        if (View.Region is not { } typed || Keys.IsRegion(typed))
        {
            return View.Region;
        }

        var found = await places.FindAsync(typed, 1, cancellation);
        IsRegionUnknown = found.Count == 0;
        return found is [var place, ..] ? place.Region.Code : null;
    }
}
