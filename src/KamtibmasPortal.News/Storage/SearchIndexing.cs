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
    private readonly List<Article> _expected = [];

    public SearchIndexing(PortalDbContext db, ArticleIndexer indexer)
    {
        (_db, _indexer) = (db, indexer);
        // A write may save in several steps; what any of them wrote is indexed at its end.
        _db.SavingChanges += (_, _) => _written.AddRange(_db.ChangeTracker.Entries<Article>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => (e.Entity, e.State is EntityState.Added)));
    }

    /// <summary>A new article that is written past the tracker is indexed with the next save.</summary>
    public void Expect(Article article) => _expected.Add(article);

    /// <summary>What an attempt that failed would have written.</summary>
    public void Forget()
    {
        _expected.Clear();
        _written.Clear();
    }

    /// <summary>Writes what is tracked, and the entries of the articles among it and of those that are expected. Within the caller's transaction.</summary>
    public async Task SaveChangesAsync(CancellationToken cancellation)
    {
        await _db.SaveChangesAsync(cancellation);
        // What an attempt that failed has written is tracked no more.
        var written = _written.Where(w => _db.Entry(w.Article).State is not EntityState.Detached).DistinctBy(w => w.Article).Concat(_expected.Select(a => (a, true))).ToList();
        Forget();
        foreach (var (article, isNew) in written)
        {
            var before = isNew ? [] : await RemoveAsync([article.Id], cancellation);
            await AddAsync(article, isNew, before.SingleOrDefault(), cancellation);
        }
    }

    /// <summary>Takes articles out of the index. Within the caller's transaction.</summary>
    /// <returns>The entries they had.</returns>
    public async Task<IReadOnlyList<SearchEntry>> RemoveAsync(IReadOnlyCollection<Guid> articleIds, CancellationToken cancellation)
    {
        var removed = new List<SearchEntry>();
        foreach (var chunk in articleIds.Chunk(Chunk))
        {
            var entries = await _db.SearchEntries.AsNoTracking().Where(e => chunk.Contains(e.ArticleId)).ToListAsync(cancellation);
            if (entries.Count > 0)
            {
                entries.ForEach(Touch);
                var numbers = entries.ConvertAll(e => e.Number);
                await _db.UnindexAsync(numbers, cancellation);
                await _db.SearchEntries.Where(e => numbers.Contains(e.Number)).ExecuteDeleteAsync(cancellation);
                removed.AddRange(entries);
            }
        }

        return removed;
    }

    /// <summary>Makes the entries of some articles anew. Within the caller's transaction.</summary>
    public async Task RenewAsync(IReadOnlyList<Article> articles, CancellationToken cancellation)
    {
        var before = (await RemoveAsync([.. articles.Select(a => a.Id)], cancellation)).ToDictionary(e => e.ArticleId);
        foreach (var article in articles)
        {
            await AddAsync(article, isNew: false, before.GetValueOrDefault(article.Id), cancellation);
        }
    }

    /// <param name="article">With its tags, or tracked.</param>
    /// <param name="isNew">Just made: its tags are with it.</param>
    /// <param name="before">The entry it had; kept under its number where nothing changes that is counted by number.</param>
    /// <param name="cancellation">Stops the write.</param>
    private async Task AddAsync(Article article, bool isNew, SearchEntry? before, CancellationToken cancellation)
    {
        if (article.State is not ReviewState.Published)
        {
            return;
        }

        if (!isNew && _db.Entry(article) is { State: not EntityState.Detached } tracked && !tracked.Collection(a => a.Tags).IsLoaded && article.Tags.Count == 0)
        {
            article.Tags = await _db.ArticleTags.AsNoTracking().Where(t => t.ArticleId == article.Id).ToListAsync(cancellation);
            tracked.Collection(a => a.Tags).IsLoaded = true;
        }

        var (day, tags) = (ArticleIndexer.DayOf(article), string.Join(' ', ArticleIndexer.TagsOf(article)));
        var isSame = before is not null && before.Day == day && before.Tags == tags && before.Publisher == article.Publisher;
        var entry = new SearchEntry
        {
            Number = isSame ? before!.Number : await FreeNumberAsync(article.RankedAt, before?.Number, cancellation),
            ArticleId = article.Id,
            Day = day,
            Publisher = article.Publisher,
            Tags = tags,
            Edition = ArticleIndexer.Edition,
        };
        Touch(entry);
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

    /// <summary>Whatever the public may find of an article passes through the index: its lists change with its entry.</summary>
    private void Touch(SearchEntry entry)
    {
        _db.TouchedEntries.Add(entry.Number);
        foreach (var tag in entry.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty(IndexTokens.Every))
        {
            _db.Touch(tag);
        }
    }

    /// <summary>Versions before the present one that the public may read: none where an editor let only the present one pass.</summary>
    private async Task<IReadOnlyList<Revision>> EarlierAsync(Article article, CancellationToken cancellation) => article.Revision == 1 || article.IsSensitive
        ? []
        : await _db.Revisions.AsNoTracking().Where(r => r.ArticleId == article.Id && r.Number < article.Revision).OrderBy(r => r.Number).ToListAsync(cancellation);

    /// <summary>A place of the second that no entry has, at random: a number that was free a moment ago is hardly ever given again.</summary>
    private async Task<long> FreeNumberAsync(DateTime rankedAt, long? except, CancellationToken cancellation)
    {
        for (var second = SearchNumber.Of(rankedAt); ; second += SearchNumber.Places)
        {
            var end = second + SearchNumber.Places;
            var taken = (await _db.ReadRowsAsync("""SELECT "Number" FROM "SearchEntries" WHERE "Number" >= @p0 AND "Number" < @p1""", [second, end], r => r.GetInt64(0), cancellation)).ToHashSet();
            if (except is { } own)
            {
                taken.Add(own);
            }

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
