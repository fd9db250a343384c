using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>What became of an act on many articles, and the way to undo it.</summary>
public sealed class BulkDoneModel(BulkDesk bulk, DeskQueries desk) : DeskPage
{
    public const string LeftName = "dibiarkan";
    public const string RestoredName = "dikembalikan";

    public BulkAct Act { get; private set; } = null!;
    public string Told { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = LeftName)] int? left, [FromQuery(Name = RestoredName)] int? restored, CancellationToken cancellation)
    {
        if (!May(ArticleAct.Bulk))
        {
            return Forbid();
        }

        if (!ModelState.IsValid || left < 0 || restored < 0 || await desk.BulkAsync(id, cancellation) is not { } act)
        {
            return NotFound();
        }

        Act = act;
        var done = await desk.CountBulkChangesAsync(id, cancellation);
        Told = act.UndoneAt is null ? Texts.QueueRoom.HasChanged(done, left ?? 0) : Texts.QueueRoom.HasUndone(Math.Min(restored ?? done, done), done - Math.Min(restored ?? done, done));
        Head = new PageHead(Texts.QueueRoom.DoneHeading, Addresses.Queue);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!May(ArticleAct.Bulk))
        {
            return Forbid();
        }

        var result = await bulk.UndoAsync(id, Email, cancellation);
        return LocalRedirect(result is null ? Addresses.Bulk(id) : $"{Addresses.Bulk(id)}?{RestoredName}={result.Done}");
    }
}
