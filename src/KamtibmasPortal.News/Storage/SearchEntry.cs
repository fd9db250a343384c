namespace KamtibmasPortal.News.Storage;

/// <summary>
/// A published article in the index. What is counted by number (tags, day, publisher) never changes under it: an article in which it does
/// gets another number, so that what is held in memory stays true.
/// </summary>
public sealed class SearchEntry
{
    /// <summary>See <see cref="Search.SearchNumber"/>: descending is newest first.</summary>
    public required long Number { get; init; }

    public required Guid ArticleId { get; init; }

    /// <summary>Day in the publisher's zone; null without a date.</summary>
    public required DateOnly? Day { get; init; }

    public required string Publisher { get; init; }

    /// <summary>Tokens of its tags with a blank between two, the ancestors of its regions among them.</summary>
    public required string Tags { get; init; }

    /// <summary>How it was read: <see cref="Search.ArticleIndexer.Edition"/> of that time.</summary>
    public required int Edition { get; init; }
}

/// <summary>One pass that makes the index anew.</summary>
public sealed class IndexRun
{
    public required Guid Id { get; init; }
    public required DateTime StartedAt { get; init; }

    /// <summary>The last article that was done, in the order of ids.</summary>
    public Guid LastArticleId { get; set; }

    public int Done { get; set; }
    public DateTime? FinishedAt { get; set; }
}
