using KamtibmasPortal.News.Search;

namespace KamtibmasPortal.News.Storage;

/// <summary>The index of a store, spared what the entries in memory answer: tags, publishers and days without words.</summary>
internal sealed class TagSearch(PortalDbContext db, IArticleSearch store, EntryShelf entries) : IArticleSearch
{
    public async Task<IReadOnlyList<IndexHit>> FindAsync(SearchScope scope, bool oldestFirst, int take, CancellationToken cancellation) =>
        await HeldAsync(scope, cancellation) is { } held ? held.Hits(oldestFirst, take) : await store.FindAsync(scope, oldestFirst, take, cancellation);

    public async Task<HitCount> CountAsync(SearchScope scope, int limit, CancellationToken cancellation) =>
        await HeldAsync(scope, cancellation) is { } held ? new HitCount(Math.Min(held.Count, limit), held.Count <= limit) : await store.CountAsync(scope, limit, cancellation);

    public async Task<IReadOnlyList<long>> NumbersAsync(SearchScope scope, CancellationToken cancellation) =>
        await HeldAsync(scope, cancellation) is { } held ? held.Numbers() : await store.NumbersAsync(scope, cancellation);

    public Task<IReadOnlyList<IReadOnlySet<long>>> AmongAsync(IReadOnlyList<long> numbers, IReadOnlyList<TokenExpression> expressions, CancellationToken cancellation) =>
        store.AmongAsync(numbers, expressions, cancellation);

    private Task<EntrySet?> HeldAsync(SearchScope scope, CancellationToken cancellation) => entries.FindAsync(db, scope, wait: false, cancellation);
}
