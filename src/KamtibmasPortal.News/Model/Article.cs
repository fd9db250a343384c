namespace KamtibmasPortal.News.Model;

/// <summary>Where an article stands with the editors.</summary>
public enum ReviewState { Pending, Published, Rejected, Withdrawn }

/// <summary>How exactly a time is known. <see cref="Unknown"/> is never filled with a guess.</summary>
public enum DatePrecision { Unknown, Day, Minute }

/// <summary>What a date found in an article says.</summary>
public enum DateRole { Published, Modified, Dateline, Event, Caption, Url }

/// <summary>A date as the article prints it.</summary>
/// <param name="Role">What the date speaks of.</param>
/// <param name="Text">The words as printed.</param>
/// <param name="Value">The day they name.</param>
public sealed record ArticleDate(DateRole Role, string Text, DateOnly Value);

/// <summary>One item by one publisher, identified by source and key.</summary>
public sealed partial class Article
{
    public required Guid Id { get; init; }
    public required Guid SourceId { get; init; }
    public Source? Source { get; set; }

    /// <summary>Identity within the source; unique together with <see cref="SourceId"/>.</summary>
    public required string Key { get; init; }

    public required string Publisher { get; set; }

    /// <summary>Address at the publisher; null for items of a folder.</summary>
    public string? SourceUrl { get; set; }

    public required string Title { get; set; }

    /// <summary>The document printed no headline: the title was made from its first sentence.</summary>
    public bool TitleDerived { get; set; }

    public required string Summary { get; set; }

    /// <summary>Paragraphs separated by one empty line. Evidence offsets count in this very string.</summary>
    public required string Body { get; set; }

    public string? Caption { get; set; }
    public string? Author { get; set; }
    public string? ImageUrl { get; set; }

    /// <summary>Instant of publication in UTC; midnight of the publisher's zone when only the day is known.</summary>
    public DateTime? PublishedAt { get; set; }

    public DatePrecision PublishedPrecision { get; set; }

    /// <summary>The day readers know, in the publisher's zone.</summary>
    public DateOnly? PublishedDay { get; set; }

    /// <summary>Minutes east of UTC of the publisher's zone: 420 WIB, 480 WITA, 540 WIT.</summary>
    public int ZoneMinutes { get; set; } = 420;

    public DateTime? ModifiedAt { get; set; }

    /// <summary>When the publisher was first seen to have taken it away (404, 410), UTC; null while it stands.</summary>
    public DateTime? GoneAt { get; set; }
    public required DateTime FirstSeenAt { get; init; }

    /// <summary>When the present version was first seen, UTC; null for the first one.</summary>
    public DateTime? RevisedAt { get; set; }

    /// <summary>min(published, first seen): orders lists, so that a future date can't pin an article to the top.</summary>
    public DateTime RankedAt { get; set; }

    public List<ArticleDate> Dates { get; set; } = [];
    public Display Display { get; set; }

    /// <summary>The publisher asks that no more than an excerpt be shown: no editor may show more.</summary>
    public bool IsExcerptOnly { get; set; }

    /// <summary>1 for the first version; one more for each change the publisher made.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>SHA-256 over title, body, caption and author, lower-case hex.</summary>
    public required string ContentSha256 { get; set; }

    /// <summary>Stamped anew by every write: two editors can't overwrite each other unseen.</summary>
    public Guid Version { get; set; }

    /// <summary>May identify a child in a criminal case or a victim of sexual crime: an editor decides whatever the source's trust.</summary>
    public bool IsSensitive { get; set; }

    /// <summary>The words that say so.</summary>
    public List<TagEvidence> SensitiveEvidence { get; set; } = [];

    public List<ArticleTag> Tags { get; set; } = [];
    public List<Revision> Revisions { get; set; } = [];
}

/// <summary>A version of an article that its publisher has replaced since.</summary>
public sealed class Revision
{
    public required Guid ArticleId { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Body { get; init; }
    public string? Caption { get; init; }
    public string? Author { get; init; }
    public required string ContentSha256 { get; init; }

    /// <summary>When this version was first seen, UTC.</summary>
    public required DateTime SeenAt { get; init; }
}
