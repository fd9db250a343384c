using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>The writing half of a pass that makes the index anew: batches in the order of ids, one transaction each; what is not done yet is found by its old entry.</summary>
public sealed class ReindexStore(PortalDbContext db, SearchIndexing index, TimeProvider clock)
{
    private const int Batch = 100;

    /// <summary>The pass that was interrupted, or a new one.</summary>
    public async Task<IndexRun> OpenAsync(CancellationToken cancellation)
    {
        if (await db.IndexRuns.FirstOrDefaultAsync(r => r.FinishedAt == null, cancellation) is { } open)
        {
            return open;
        }

        var run = new IndexRun { Id = Guid.CreateVersion7(clock.GetUtcNow()), StartedAt = clock.GetUtcNow().UtcDateTime };
        db.IndexRuns.Add(run);
        await db.SaveChangesAsync(cancellation);
        return run;
    }

    public Task<int> CountAsync(Guid after, CancellationToken cancellation) => Published(after).CountAsync(cancellation);

    /// <summary>Published articles that no pass and no write has indexed: a store that was filled before it had an index.</summary>
    public async Task<bool> NeedsFirstPassAsync(CancellationToken cancellation) =>
        !await db.IndexRuns.AnyAsync(r => r.FinishedAt != null, cancellation) && await Published(Guid.Empty).AnyAsync(a => !db.SearchEntries.Any(e => e.ArticleId == a.Id), cancellation);

    /// <summary>Makes the entries of the next articles anew.</summary>
    /// <returns>How many; 0 when the pass is at its end.</returns>
    public async Task<int> NextAsync(IndexRun run, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var some = await Published(run.LastArticleId).Include(a => a.Tags).OrderBy(a => a.Id).Take(Batch).AsNoTracking().AsSplitQuery().ToListAsync(cancellation);
        await index.RenewAsync(some, cancellation);
        run.Done += some.Count;
        run.LastArticleId = some.Count == 0 ? run.LastArticleId : some[^1].Id;
        run.FinishedAt = some.Count == 0 ? clock.GetUtcNow().UtcDateTime : null;
        db.IndexRuns.Update(run);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return some.Count;
    }

    private IQueryable<Article> Published(Guid after) => db.Articles.Where(a => a.State == ReviewState.Published && a.Id.CompareTo(after) > 0);
}
