using System.Runtime.InteropServices;

namespace KamtibmasPortal.News.Search;

/// <summary>An entry of the index.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct IndexHit(long Number, Guid ArticleId);

/// <summary>Hits counted.</summary>
/// <param name="Count">How many; at least so many where they are not all counted.</param>
/// <param name="IsExact">Whether that is all.</param>
public readonly record struct HitCount(int Count, bool IsExact);

/// <summary>The query took longer than the public may take: it must be made narrower.</summary>
public sealed class SearchTooBroadException(Exception? inner = null) : Exception("The search took too long.", inner);

/// <summary>The index of published articles: the same hits on either store.</summary>
public interface IArticleSearch
{
    /// <summary>Hits in the order of their numbers.</summary>
    /// <param name="scope">What is asked for.</param>
    /// <param name="oldestFirst">Ascending instead of descending.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellation">Stops the query.</param>
    /// <exception cref="SearchTooBroadException">It took too long.</exception>
    Task<IReadOnlyList<IndexHit>> FindAsync(SearchScope scope, bool oldestFirst, int take, CancellationToken cancellation);

    /// <summary>Counts up to a limit.</summary>
    /// <exception cref="SearchTooBroadException">It took too long.</exception>
    Task<HitCount> CountAsync(SearchScope scope, int limit, CancellationToken cancellation);

    /// <summary>Numbers of all hits, in no order.</summary>
    Task<IReadOnlyList<long>> NumbersAsync(SearchScope scope, CancellationToken cancellation);

    /// <summary>Which of some entries answer each of several expressions.</summary>
    /// <param name="numbers">Entries, descending.</param>
    /// <param name="expressions">Asked of each.</param>
    /// <param name="cancellation">Stops the query.</param>
    /// <returns>For each expression the numbers that answer it.</returns>
    Task<IReadOnlyList<IReadOnlySet<long>>> AmongAsync(IReadOnlyList<long> numbers, IReadOnlyList<TokenExpression> expressions, CancellationToken cancellation);
}
