using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>What became of an act on many articles, or how far it is, and the way to undo it.</summary>
public sealed class BulkDoneModel(BulkDesk bulk, SourceWithdrawal withdrawal, DeskQueries desk) : DeskPage
{
    public const string LeftName = "dibiarkan";

    /// <summary>What is longer goes on in the background.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public BulkAct Act { get; private set; } = null!;
    public string Told { get; private set; } = "";

    public bool GoesOn => Act.FinishedAt is null || Act is { UndoneAt: not null, UndoFinishedAt: null };

    public string BackTo => Act.SourceId is { } source ? Addresses.DeskSource(source) : Addresses.Queue;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = LeftName)] int? left, CancellationToken cancellation)
    {
        if (!May(ArticleAct.Bulk))
        {
            return Forbid();
        }

        if (!ModelState.IsValid || left < 0 || await desk.BulkAsync(id, cancellation) is not { } act)
        {
            return NotFound();
        }

        Act = act;
        var (done, back) = await desk.CountBulkChangesAsync(id, cancellation);
        Told = act switch
        {
            { UndoneAt: not null, UndoFinishedAt: null } => Texts.WithdrawRoom.UndoneSoFar(back, done - back),
            { UndoneAt: not null, SourceId: not null } => Texts.WithdrawRoom.Undone(back, done - back),
            { UndoneAt: not null } => Texts.QueueRoom.HasUndone(back, done - back),
            { FinishedAt: null } => Texts.WithdrawRoom.SoFar(done),
            { SourceId: not null } => Texts.WithdrawRoom.Done(done),
            _ => Texts.QueueRoom.HasChanged(done, left ?? 0),
        };
        Head = new PageHead(Texts.QueueRoom.DoneHeading, Addresses.Queue);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!May(ArticleAct.Bulk))
        {
            return Forbid();
        }

        if (await bulk.BeginUndoAsync(id, Email, cancellation))
        {
            await bulk.ContinueUndoAsync(id, Email, Patience, cancellation);
        }

        return LocalRedirect(Addresses.Bulk(id));
    }

    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancellation)
    {
        if (!May(ArticleAct.WithdrawSource))
        {
            return Forbid();
        }

        await withdrawal.StopAsync(id, Email, cancellation);
        return LocalRedirect(Addresses.Bulk(id));
    }
}
