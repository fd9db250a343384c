namespace KamtibmasPortal.News.Model;

/// <summary>
/// A name under which a publisher has offered an article: a canonical address, or "guid:" with the mark of its feed. Unique for each
/// publisher: two announcements of one address are one article, whoever comes first.
/// </summary>
public sealed class ArticleUrl
{
    public required string Publisher { get; init; }
    public required string Key { get; init; }

    /// <summary>The source through which it came.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>Null is a tombstone: the article was erased and must not return.</summary>
    public Guid? ArticleId { get; set; }
}
