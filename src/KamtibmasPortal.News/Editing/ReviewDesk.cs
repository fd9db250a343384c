using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.News.Editing;

public enum ReviewDecision { Publish, Reject }

public enum ReviewAnswer { Done, NotFound, AlreadyDecided }

/// <summary>An editor's yes or no to a waiting article; each is audited.</summary>
public sealed class ReviewDesk(ArticleStore store, AuditTrail trail)
{
    /// <param name="articleId">The article.</param>
    /// <param name="seen">Version the editor looked at: a decision on something newer is refused.</param>
    /// <param name="decision">Yes or no.</param>
    /// <param name="editor">E-mail of the editor, for the audit.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task<ReviewAnswer> DecideAsync(Guid articleId, Guid seen, ReviewDecision decision, string editor, CancellationToken cancellation)
    {
        // Only what waits is decided: the state before is known.
        var (act, after) = decision is ReviewDecision.Publish ? (AuditActs.Publish, ReviewState.Published) : (AuditActs.Reject, ReviewState.Rejected);
        var audit = trail.Entry(editor, act, articleId.ToString(), before: nameof(ReviewState.Pending), after: after.ToString());
        return await store.DecideAsync(articleId, seen, article => decision is ReviewDecision.Publish ? article.TryPublish() : article.TryReject(), audit, cancellation) switch
        {
            ChangeAnswer.Changed => ReviewAnswer.Done,
            ChangeAnswer.NotFound => ReviewAnswer.NotFound,
            _ => ReviewAnswer.AlreadyDecided,
        };
    }
}
