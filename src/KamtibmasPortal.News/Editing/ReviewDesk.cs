using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.News.Editing;

public enum ReviewDecision { Publish, Reject }

public enum ReviewAnswer { Done, NotFound, AlreadyDecided }

/// <summary>An editor's yes or no to a waiting article; each is audited.</summary>
public sealed class ReviewDesk(DeskStore store, AuditTrail trail)
{
    /// <param name="articleId">The article.</param>
    /// <param name="seen">Version the editor looked at: a decision on something newer is refused.</param>
    /// <param name="decision">Yes or no; yes to a published article says that its publisher's change may stand.</param>
    /// <param name="editor">E-mail of the editor, for the audit.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task<ReviewAnswer> DecideAsync(Guid articleId, Guid seen, ReviewDecision decision, string editor, CancellationToken cancellation)
    {
        var audit = trail.Entry(editor, decision is ReviewDecision.Publish ? AuditActs.Publish : AuditActs.Reject, articleId.ToString());
        return await store.ChangeAsync(articleId, seen, editor, hand => hand.Step(a => decision is ReviewDecision.Publish ? a.TryPublish() || a.TryAcknowledge() : a.TryReject()), audit, cancellation) switch
        {
            ChangeAnswer.Changed => ReviewAnswer.Done,
            ChangeAnswer.NotFound => ReviewAnswer.NotFound,
            _ => ReviewAnswer.AlreadyDecided,
        };
    }
}
