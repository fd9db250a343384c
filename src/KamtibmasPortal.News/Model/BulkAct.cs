namespace KamtibmasPortal.News.Model;

public enum BulkKind { Publish, Reject, Tag, Untag, Assign }

/// <summary>One act of an editor on many articles. It can be undone.</summary>
public sealed class BulkAct
{
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }
    public required string Editor { get; init; }
    public required BulkKind Kind { get; init; }
    public DateTime? UndoneAt { get; set; }
}

/// <summary>What an article was before a bulk act.</summary>
public sealed class BulkChange
{
    public required Guid ActId { get; init; }
    public required Guid ArticleId { get; init; }
    public required BulkBefore Before { get; init; }

    /// <summary>Version that the act made: with another one somebody has been at the article since.</summary>
    public required Guid VersionAfter { get; init; }
}

/// <summary>All that a bulk act may change of an article.</summary>
public sealed record BulkBefore(ReviewStanding Standing, List<ArticleTag> Tags, List<RefusedTag> Refused);
