using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Editing;

/// <summary>What an editor does to one article beside yes and no; each act is audited and stands in the article's own history.</summary>
public sealed class ArticleDesk(PortalDbContext db, DeskStore store, DeskQueries desk, AuditTrail trail, TimeProvider clock)
{
    public const int ShortestReason = 15;
    public const int LongestReason = 1000;
    public static readonly TimeSpan LongestPin = TimeSpan.FromDays(30);

    /// <summary>What is wrong with a draft, its tags included.</summary>
    public async Task<DraftFault> CheckAsync(ArticleDraft draft, CancellationToken cancellation)
    {
        if (DraftChange.FaultOf(draft) is not DraftFault.None and var fault)
        {
            return fault;
        }

        foreach (var choice in draft.Tags.Where(t => t.Verdict is not TagVerdict.Refuse))
        {
            if (await desk.TargetAsync(choice.Kind, choice.Key, cancellation) is null)
            {
                return DraftFault.UnknownTag;
            }
        }

        return DraftFault.None;
    }

    /// <summary>Writes a draft that was checked. Refused where the publisher does not allow the display.</summary>
    public Task<ChangeAnswer> EditAsync(Guid id, Guid seen, ArticleDraft draft, string editor, CancellationToken cancellation) =>
        ActAsync(DeskActs.Edit, id, seen, editor, hand => DraftChange.Apply(hand, draft), cancellation);

    /// <summary>Puts back what one edit changed.</summary>
    public async Task<ChangeAnswer> RevertAsync(Guid id, Guid seen, Guid editId, string editor, CancellationToken cancellation) =>
        await db.ArticleEdits.AsNoTracking().FirstOrDefaultAsync(e => e.Id == editId && e.ArticleId == id, cancellation) is { } edit
            ? await ActAsync(DeskActs.Restore, id, seen, editor, hand => DraftChange.Revert(hand, edit), cancellation, edit.Field)
            : ChangeAnswer.NotFound;

    /// <summary>Takes a published article back. The reason is public.</summary>
    public Task<ChangeAnswer> WithdrawAsync(Guid id, Guid seen, string reason, string editor, CancellationToken cancellation) => ActAsync(DeskActs.Withdraw, id, seen, editor, hand =>
    {
        hand.Rows.Add(NewNote(id, CorrectionKind.Withdrawal, reason, editor, null));
        return hand.Step(a => a.TryWithdraw(reason, hand.Now));
    }, cancellation);

    /// <summary>A withdrawn article is shown again.</summary>
    public Task<ChangeAnswer> ReinstateAsync(Guid id, Guid seen, string editor, CancellationToken cancellation) =>
        ActAsync(DeskActs.Reinstate, id, seen, editor, hand => hand.Step(a => a.TryReinstate()), cancellation);

    /// <summary>A rejected or published article goes back into the queue.</summary>
    public Task<ChangeAnswer> ReturnAsync(Guid id, Guid seen, string editor, CancellationToken cancellation) =>
        ActAsync(DeskActs.Return, id, seen, editor, hand => hand.Step(a => a.TryReturn(hand.Now)), cancellation);

    /// <summary>A correction or a reply, public on the article's page and in the log.</summary>
    /// <param name="id">The article.</param>
    /// <param name="seen">Version the editor saw.</param>
    /// <param name="kind">Correction or reply.</param>
    /// <param name="text">Its words.</param>
    /// <param name="reportId">The report that led to it, which is answered with it.</param>
    /// <param name="editor">E-mail of the editor.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task<ChangeAnswer> CorrectAsync(Guid id, Guid seen, CorrectionKind kind, string text, Guid? reportId, string editor, CancellationToken cancellation)
    {
        var report = reportId is null ? null : await db.ReaderReports.FirstOrDefaultAsync(r => r.Id == reportId && r.ArticleId == id, cancellation);
        var note = NewNote(id, kind, text, editor, report?.Id);
        return await ActAsync(DeskActs.Correct, id, seen, editor, hand =>
        {
            if (hand.Article.State is not ReviewState.Published)
            {
                return false;
            }

            hand.Rows.Add(note);
            if (report is not null)
            {
                report.CorrectionId = note.Id;
                report.Handle(ReportState.Answered, null, editor, hand.Now);
            }

            return true;
        }, cancellation, note.Id.ToString());
    }

    /// <summary>Lifts the mark of a sensitive article, or confirms it.</summary>
    public Task<ChangeAnswer> RuleAsync(Guid id, Guid seen, bool lifts, string editor, CancellationToken cancellation) => ActAsync(lifts ? DeskActs.LiftSensitive : DeskActs.ConfirmSensitive, id, seen, editor, hand =>
    {
        var (article, before) = (hand.Article, Mark(hand.Article));
        return hand.Step(a =>
        {
            if (lifts && !a.IsSensitive)
            {
                return false;
            }

            if (lifts)
            {
                a.LiftSensitive(hand.Now);
            }
            else
            {
                a.ConfirmSensitive(hand.Now);
            }

            hand.Note(ArticleEdit.Sensitive, before, Mark(article));
            return true;
        });
    }, cancellation);

    /// <summary>Pins a published article to the top of the home page until then (UTC), at most <see cref="LongestPin"/> ahead; null unpins.</summary>
    public Task<ChangeAnswer> PinAsync(Guid id, Guid seen, DateTime? until, string editor, CancellationToken cancellation) => ActAsync(DeskActs.Pin, id, seen, editor, hand =>
    {
        if (until is not null && (hand.Article.State is not ReviewState.Published || until <= hand.Now || until > hand.Now + LongestPin))
        {
            return false;
        }

        hand.Note(ArticleEdit.Pin, DraftChange.Written(hand.Article.PinnedUntil), DraftChange.Written(until));
        hand.Article.PinnedUntil = until;
        return true;
    }, cancellation);

    /// <summary>Gives an article into somebody's care; null into nobody's.</summary>
    public Task<ChangeAnswer> AssignAsync(Guid id, Guid seen, string? assignee, string editor, CancellationToken cancellation) => ActAsync(DeskActs.Assign, id, seen, editor, hand =>
    {
        hand.Note(ArticleEdit.Assignee, hand.Article.AssignedTo, assignee);
        hand.Article.AssignedTo = assignee;
        return true;
    }, cancellation, assignee);

    private static string Mark(Article article) => article switch
    {
        { IsSensitive: false } => "none",
        { IsSensitiveLifted: true } => "lifted",
        { IsSensitiveConfirmed: true } => "confirmed",
        _ => "marked",
    };

    private Correction NewNote(Guid articleId, CorrectionKind kind, string text, string editor, Guid? reportId) =>
        new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), ArticleId = articleId, At = clock.GetUtcNow().UtcDateTime, Kind = kind, Text = text, Editor = editor, ReportId = reportId };

    private Task<ChangeAnswer> ActAsync(string act, Guid id, Guid seen, string editor, Func<ArticleAtHand, bool> change, CancellationToken cancellation, string? detail = null) =>
        store.ChangeAsync(id, seen, editor, change, trail.Entry(editor, act, id.ToString(), detail), cancellation);
}
