using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.News.Editing;

public enum ReviewDecision { Publish, Reject }

public enum ReviewAnswer { Done, NotFound, AlreadyDecided }

/// <summary>An editor's yes or no to a waiting article; each is audited.</summary>
public sealed class ReviewDesk(ArticleStore store, TimeProvider clock)
{
    /// <param name="articleId">The article.</param>
    /// <param name="seen">Version the editor looked at: a decision on something newer is refused.</param>
    /// <param name="decision">Yes or no.</param>
    /// <param name="editor">E-mail of the editor, for the audit.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task<ReviewAnswer> DecideAsync(Guid articleId, Guid seen, ReviewDecision decision, string editor, CancellationToken cancellation)
    {
        var audit = new AuditEntry
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            At = clock.GetUtcNow().UtcDateTime,
            Editor = editor,
            Act = decision is ReviewDecision.Publish ? "article.publish" : "article.reject",
            Subject = articleId.ToString(),
        };
        return await store.DecideAsync(articleId, seen, article => decision is ReviewDecision.Publish ? article.TryPublish() : article.TryReject(), audit, cancellation) switch
        {
            ChangeAnswer.Changed => ReviewAnswer.Done,
            ChangeAnswer.NotFound => ReviewAnswer.NotFound,
            _ => ReviewAnswer.AlreadyDecided,
        };
    }
}
