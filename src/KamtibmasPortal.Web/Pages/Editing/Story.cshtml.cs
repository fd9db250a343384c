using System.Text.RegularExpressions;
using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

public enum StoryAct { Split, Move, Merge }

/// <summary>A story with every article, and what an editor can do to it.</summary>
public sealed partial class DeskStoryModel(StoryRoom stories, StoryDesk desk) : DeskPage
{
    private const int Shown = 200;

    public Guid Id { get; private set; }
    public IReadOnlyList<DeskMember> Members { get; private set; } = [];
    public string? Result { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = Addresses.ResultParameter)] string? result, CancellationToken cancellation)
    {
        if (await stories.CurrentAsync(id, cancellation) is not { } current)
        {
            return NotFound();
        }

        if (current != id)
        {
            return LocalRedirect(Addresses.DeskStory(current));
        }

        (Id, Members, Result) = (id, await stories.MembersAsync(id, Shown, cancellation), Texts.EventRoom.Result(result));
        Head = new PageHead(Texts.EventRoom.StoryHeading, Addresses.DeskStories);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] StoryAct? act, [FromForm] Guid[] articles, [FromForm] string? target, CancellationToken cancellation)
    {
        if (!MayDecide)
        {
            return Forbid();
        }

        if (!ModelState.IsValid || act is not { } chosen || !Enum.IsDefined(chosen))
        {
            return BadRequest();
        }

        var answer = await DoAsync(id, chosen, articles, target, cancellation);
        return LocalRedirect($"{Addresses.DeskStory(id)}?{Addresses.ResultParameter}={Texts.EventRoom.WordFor(answer)}");
    }

    private async Task<StoryDecision> DoAsync(Guid id, StoryAct act, Guid[] articles, string? target, CancellationToken cancellation)
    {
        if (act is StoryAct.Split)
        {
            return await desk.SplitAsync(id, articles, Email, cancellation);
        }

        // The whole address as it stands in the browser, or the id alone.
        if (!Guid.TryParse(IdInAddress().Match(target ?? "").Value, out var other))
        {
            return StoryDecision.NotFound;
        }

        return act is StoryAct.Merge ? await desk.MergeAsync(id, other, Email, cancellation) : await desk.MoveAsync(articles, other, Email, cancellation);
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.RightToLeft | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdInAddress();
}
