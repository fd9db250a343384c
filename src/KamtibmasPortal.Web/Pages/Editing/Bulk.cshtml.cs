using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>Shows what an act on many articles would change, and does it when that is confirmed.</summary>
public sealed class BulkModel(BulkDesk bulk, DeskQueries desk) : DeskPage
{
    public BulkOrder Order { get; private set; } = null!;
    public IReadOnlyList<BulkLine> Lines { get; private set; } = [];
    public string? TagName { get; private set; }
    public string? Fault { get; private set; }

    public int Changing => Lines.Count(l => l.Effect is BulkEffect.Changes);

    public IActionResult OnGet() => LocalRedirect(Addresses.Queue);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "pilih")] string[] chosen, [FromForm] BulkKind? kind, [FromForm] string? tag, [FromForm] string? assignee, [FromForm] bool confirmed, CancellationToken cancellation)
    {
        if (!May(ArticleAct.Bulk))
        {
            return Forbid();
        }

        if (!ModelState.IsValid || kind is not { } what || !BulkDesk.Kinds.Contains(what))
        {
            return BadRequest();
        }

        Head = new PageHead(Texts.QueueRoom.PreviewHeading, Addresses.Queue);
        Order = new BulkOrder(what, [.. chosen.Select(Chosen).OfType<(Guid, Guid)>().DistinctBy(c => c.Item1).Take(BulkDesk.Most)]) { Assignee = string.IsNullOrEmpty(assignee) ? null : assignee };
        Fault = await CheckAsync(tag?.Trim(), cancellation);
        if (Fault is not null)
        {
            return Page();
        }

        if (confirmed)
        {
            var result = await bulk.ApplyAsync(Order, Email, cancellation);
            return LocalRedirect($"{Addresses.Bulk(result.ActId)}?{BulkDoneModel.LeftName}={result.Left}");
        }

        Lines = await bulk.PreviewAsync(Order, Email, cancellation);
        return Page();
    }

    private async Task<string?> CheckAsync(string? tag, CancellationToken cancellation)
    {
        if (Order.Articles.Count == 0)
        {
            return Texts.QueueRoom.NothingChosen;
        }

        if (Order.Kind is BulkKind.Tag or BulkKind.Untag)
        {
            if (await TargetAsync(tag, cancellation) is not { } target)
            {
                return Texts.QueueRoom.NoTag;
            }

            (Order, TagName) = (Order with { TagKind = target.Kind, TagKey = target.Key }, target.Name);
        }

        return Order is { Kind: BulkKind.Assign, Assignee: { } email } && !(await desk.EditorsAsync(cancellation)).Contains(email, StringComparer.Ordinal) ? Texts.QueueRoom.NoAssignee : null;
    }

    private async Task<TagTarget?> TargetAsync(string? key, CancellationToken cancellation)
    {
        if (Keys.IsRegion(key))
        {
            return await desk.TargetAsync(TagKind.Region, key!, cancellation);
        }

        return Keys.IsSlug(key) ? await desk.TargetAsync(TagKind.Topic, key!, cancellation) ?? await desk.TargetAsync(TagKind.Agency, key!, cancellation) : null;
    }

    private static (Guid, Guid)? Chosen(string pair) => pair.Split(':') is [var id, var version] && Guid.TryParse(id, out var article) && Guid.TryParse(version, out var seen) ? (article, seen) : null;
}
