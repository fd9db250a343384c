namespace KamtibmasPortal.News.Model;

public enum BulkKind { Publish, Reject, Tag, Untag, Assign, Withdraw }

/// <summary>One act of an editor on many articles. It can be undone.</summary>
public sealed class BulkAct
{
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }
    public required string Editor { get; init; }
    public required BulkKind Kind { get; init; }

    /// <summary>The source whose articles are all withdrawn; null for articles that were chosen one by one.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>Its name then: the source may go, the act stays in the public log.</summary>
    public string? SourceName { get; init; }

    /// <summary>Why, in words for the public.</summary>
    public string? Reason { get; init; }

    /// <summary>When the last article was done, or somebody stopped it; null while it goes on.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>When somebody wanted it undone.</summary>
    public DateTime? UndoneAt { get; set; }

    /// <summary>E-mail of who wanted it.</summary>
    public string? UndoneBy { get; set; }

    /// <summary>When the last article was put back; null while that goes on.</summary>
    public DateTime? UndoFinishedAt { get; set; }
}

/// <summary>What an article was before a bulk act.</summary>
public sealed class BulkChange
{
    public required Guid ActId { get; init; }
    public required Guid ArticleId { get; init; }
    public required BulkBefore Before { get; init; }

    /// <summary>Version that the act made: with another one somebody has been at the article since.</summary>
    public required Guid VersionAfter { get; init; }

    /// <summary>When the article was put back; null where it was not.</summary>
    public DateTime? UndoneAt { get; set; }

    /// <summary>It was not put back, because somebody had been at the article since.</summary>
    public bool IsLeft { get; set; }
}

/// <summary>All that a bulk act may change of an article.</summary>
public sealed record BulkBefore(ReviewStanding Standing, List<ArticleTag> Tags, List<RefusedTag> Refused);
