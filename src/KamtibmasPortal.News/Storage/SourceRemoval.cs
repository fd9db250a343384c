using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Takes a source away with everything that came through it, in one act.</summary>
public sealed class SourceRemoval(PortalDbContext db, ArticleStore store, SnapshotArchive archive)
{
    public Task<int> CountArticlesAsync(Guid sourceId, CancellationToken cancellation) => db.Articles.CountAsync(a => a.SourceId == sourceId, cancellation);

    /// <summary>All or nothing; a worker that reads the source at this moment loses its lease and writes nothing more.</summary>
    /// <returns>False when there is no such source.</returns>
    public async Task<bool> RemoveAsync(Guid sourceId, AuditEntry audit, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.SourceStates.Where(s => s.SourceId == sourceId).ExecuteUpdateAsync(u => u.SetProperty(s => s.Fence, s => s.Fence + 1), cancellation);
        var articles = db.Articles.Where(a => a.SourceId == sourceId).Select(a => a.Id);
        await archive.EraseAsync(articles, "sumber dihapus", cancellation);
        await db.ArticleTags.Where(t => articles.Contains(t.ArticleId)).ExecuteDeleteAsync(cancellation);
        await db.Revisions.Where(r => articles.Contains(r.ArticleId)).ExecuteDeleteAsync(cancellation);
        // The names under which other sources offered these articles go too: they would call a text known that nobody has.
        await db.ArticleUrls.Where(u => u.SourceId == sourceId || (u.ArticleId != null && articles.Contains(u.ArticleId.Value))).ExecuteDeleteAsync(cancellation);
        await store.DeleteOfSourceAsync(sourceId, cancellation);
        await db.SourceItems.Where(i => i.SourceId == sourceId).ExecuteDeleteAsync(cancellation);
        await db.FetchRuns.Where(r => r.SourceId == sourceId).ExecuteDeleteAsync(cancellation);
        await db.Backfills.Where(b => b.SourceId == sourceId).ExecuteDeleteAsync(cancellation);
        await db.SourceStates.Where(s => s.SourceId == sourceId).ExecuteDeleteAsync(cancellation);
        var removed = await db.Sources.Where(s => s.Id == sourceId).ExecuteDeleteAsync(cancellation) == 1;
        if (removed)
        {
            db.AuditEntries.Add(audit);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return removed;
    }
}
