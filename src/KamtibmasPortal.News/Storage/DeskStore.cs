using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

public enum ChangeAnswer { Changed, NotFound, Refused, Outdated }

/// <summary>The writing half of what editors decide on one article: the change, its history and its audit entry in one transaction, index and stories with them.</summary>
public sealed class DeskStore(PortalDbContext db, SearchIndexing index, StoryStore stories, TimeProvider clock)
{
    /// <param name="id">The article.</param>
    /// <param name="seen">Version the editor saw: on a newer one the change is refused.</param>
    /// <param name="editor">E-mail of the editor.</param>
    /// <param name="change">Returns false when the article's state does not allow it.</param>
    /// <param name="audit">Written only together with the change.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task<ChangeAnswer> ChangeAsync(Guid id, Guid seen, string editor, Func<ArticleAtHand, bool> change, AuditEntry audit, CancellationToken cancellation)
    {
        using var turn = await db.WriteTurnAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            if (await db.Articles.Include(a => a.Tags).AsSplitQuery().FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } article)
            {
                return ChangeAnswer.NotFound;
            }

            if (article.Version != seen)
            {
                return ChangeAnswer.Outdated;
            }

            var refused = await db.RefusedTags.Where(t => t.ArticleId == id).ToListAsync(cancellation);
            var hand = new ArticleAtHand(article, [.. refused], editor, clock.GetUtcNow());
            if (!change(hand))
            {
                return ChangeAnswer.Refused;
            }

            if (!hand.IsIdle)
            {
                await WriteAsync(hand, refused, audit, cancellation);
                await transaction.CommitAsync(cancellation);
            }

            return ChangeAnswer.Changed;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangeAnswer.Outdated;
        }
        finally
        {
            index.Forget();
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>What hangs on articles that are erased or removed. Within the caller's transaction.</summary>
    internal static async Task ForgetAsync(PortalDbContext db, IQueryable<Guid> articleIds, CancellationToken cancellation)
    {
        await db.ArticleEdits.Where(e => articleIds.Contains(e.ArticleId)).ExecuteDeleteAsync(cancellation);
        await db.Proposals.Where(p => articleIds.Contains(p.ArticleId)).ExecuteDeleteAsync(cancellation);
        await db.Corrections.Where(c => articleIds.Contains(c.ArticleId)).ExecuteDeleteAsync(cancellation);
        await db.BulkChanges.Where(c => articleIds.Contains(c.ArticleId)).ExecuteDeleteAsync(cancellation);
        await db.ReaderReports.Where(r => articleIds.Contains(r.ArticleId)).ExecuteDeleteAsync(cancellation);
        await db.RetagChanges.Where(c => articleIds.Contains(c.ArticleId)).ExecuteDeleteAsync(cancellation);
        await db.RefusedTags.Where(t => articleIds.Contains(t.ArticleId)).ExecuteDeleteAsync(cancellation);
    }

    private async Task WriteAsync(ArticleAtHand hand, List<RefusedTag> refused, AuditEntry audit, CancellationToken cancellation)
    {
        var article = hand.Article;
        if (!hand.KeepsVersion)
        {
            article.Version = hand.NextVersion;
        }

        db.RefusedTags.RemoveRange(refused.Where(r => !hand.Refused.Any(h => h.Kind == r.Kind && h.Key == r.Key)));
        db.RefusedTags.AddRange(hand.Refused.Where(h => !refused.Exists(r => r.Kind == h.Kind && r.Key == h.Key)));
        db.ArticleEdits.AddRange(hand.Edits);
        db.AddRange(hand.Rows);
        if (hand.Edits.FirstOrDefault(e => e.Field == ArticleEdit.State) is { } step)
        {
            (audit.Before, audit.After) = (step.Before, step.After);
        }

        db.AuditEntries.Add(audit);
        await index.SaveChangesAsync(cancellation);
        if (hand.TouchesStory)
        {
            await stories.PlaceAsync(article, isNew: false, cancellation);
        }
    }
}
