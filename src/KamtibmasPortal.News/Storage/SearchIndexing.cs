using System.Data.Common;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Keeps the index beside the articles: written in the transaction that changes them, so that what is withdrawn is gone at once.</summary>
public sealed class SearchIndexing
{
    private const int Chunk = 500;

    private readonly PortalDbContext _db;
    private readonly ArticleIndexer _indexer;
    private readonly List<(Article Article, bool IsNew)> _written = [];

    public SearchIndexing(PortalDbContext db, ArticleIndexer indexer)
    {
        (_db, _indexer) = (db, indexer);
        // A write may save in several steps; what any of them wrote is indexed at its end.
        _db.SavingChanges += (_, _) => _written.AddRange(_db.ChangeTracker.Entries<Article>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => (e.Entity, e.State is EntityState.Added)));
    }

    /// <summary>Writes what is tracked, and the entries of the articles among it. Within the caller's transaction.</summary>
    public async Task SaveChangesAsync(CancellationToken cancellation)
    {
        await _db.SaveChangesAsync(cancellation);
        // What an attempt that failed has written is tracked no more.
        var written = _written.Where(w => _db.Entry(w.Article).State is not EntityState.Detached).DistinctBy(w => w.Article).ToList();
        _written.Clear();
        foreach (var (article, isNew) in written)
        {
            if (!isNew)
            {
                await RemoveAsync([article.Id], cancellation);
            }

            await AddAsync(article, cancellation);
        }
    }

    /// <summary>Takes articles out of the index. Within the caller's transaction.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<Guid> articleIds, CancellationToken cancellation)
    {
        foreach (var chunk in articleIds.Chunk(Chunk))
        {
            var numbers = await _db.SearchEntries.Where(e => chunk.Contains(e.ArticleId)).Select(e => e.Number).ToListAsync(cancellation);
            if (numbers.Count > 0)
            {
                await _db.UnindexAsync(numbers, cancellation);
                await _db.SearchEntries.Where(e => numbers.Contains(e.Number)).ExecuteDeleteAsync(cancellation);
            }
        }
    }

    /// <summary>Makes the entries of some articles anew. Within the caller's transaction.</summary>
    public async Task RenewAsync(IReadOnlyList<Article> articles, CancellationToken cancellation)
    {
        await RemoveAsync([.. articles.Select(a => a.Id)], cancellation);
        foreach (var article in articles)
        {
            await AddAsync(article, cancellation);
        }
    }

    /// <summary>Makes the entry of an article that has none yet. Within the caller's transaction, after the article itself.</summary>
    public async Task AddAsync(Article article, CancellationToken cancellation)
    {
        if (article.State is not ReviewState.Published)
        {
            return;
        }

        if (_db.Entry(article) is { State: not EntityState.Detached } tracked && !tracked.Collection(a => a.Tags).IsLoaded && article.Tags.Count == 0)
        {
            article.Tags = await _db.ArticleTags.AsNoTracking().Where(t => t.ArticleId == article.Id).ToListAsync(cancellation);
            tracked.Collection(a => a.Tags).IsLoaded = true;
        }

        var entry = new SearchEntry
        {
            Number = await FreeNumberAsync(article.RankedAt, cancellation),
            ArticleId = article.Id,
            Day = ArticleIndexer.DayOf(article),
            Publisher = article.Publisher,
            Tags = string.Join(' ', ArticleIndexer.TagsOf(article)),
            Edition = ArticleIndexer.Edition,
        };
        var document = _indexer.Read(article, await EarlierAsync(article, cancellation));
        try
        {
            await _db.IndexAsync(entry, document, cancellation);
        }
        catch (DbException e)
        {
            // As every other write reports it: another writer may have taken the same number.
            throw new DbUpdateException("The entry of the index could not be written.", e);
        }
    }

    /// <summary>Versions before the present one that the public may read: none where an editor let only the present one pass.</summary>
    private async Task<IReadOnlyList<Revision>> EarlierAsync(Article article, CancellationToken cancellation) => article.Revision == 1 || article.IsSensitive
        ? []
        : await _db.Revisions.AsNoTracking().Where(r => r.ArticleId == article.Id && r.Number < article.Revision).OrderBy(r => r.Number).ToListAsync(cancellation);

    /// <summary>A place of the second that no entry has, at random: a number that was free a moment ago is hardly ever given again.</summary>
    private async Task<long> FreeNumberAsync(DateTime rankedAt, CancellationToken cancellation)
    {
        for (var second = SearchNumber.Of(rankedAt); ; second += SearchNumber.Places)
        {
            var end = second + SearchNumber.Places;
            var taken = (await _db.ReadRowsAsync("""SELECT "Number" FROM "SearchEntries" WHERE "Number" >= @p0 AND "Number" < @p1""", [second, end], r => r.GetInt64(0), cancellation)).ToHashSet();
            while (taken.Count < SearchNumber.Places)
            {
#pragma warning disable CA5394 // Chance spreads the numbers; nothing secret hangs on it.
                var number = second + Random.Shared.Next(SearchNumber.Places);
#pragma warning restore CA5394
                if (!taken.Contains(number))
                {
                    return number;
                }
            }
        }
    }
}
