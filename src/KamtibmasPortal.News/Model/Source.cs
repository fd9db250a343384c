namespace KamtibmasPortal.News.Model;

/// <summary>How a source announces its items. Only <see cref="Folder"/> has a reader so far.</summary>
public enum SourceKind { Auto, Feed, Sitemap, HtmlList, Folder }

/// <summary>Whether an article of this source is published at once or waits for an editor.</summary>
public enum Trust { Review, Publish }

/// <summary>How much of an article the public may read here.</summary>
public enum Display { Excerpt, FullText }

/// <summary>One place that is polled for articles of one publisher.</summary>
public sealed class Source
{
    public required Guid Id { get; init; }

    /// <summary>Unique; configuration, verbs and filters name a source by it.</summary>
    public required string Name { get; set; }

    public required SourceKind Kind { get; set; }

    /// <summary>A web address, or a folder for <see cref="SourceKind.Folder"/>.</summary>
    public required string Address { get; set; }

    /// <summary>The outlet readers know.</summary>
    public required string Publisher { get; set; }

    public Trust Trust { get; set; } = Trust.Review;

    public Display Display { get; set; } = Display.Excerpt;

    /// <summary>Kemendagri code of the region the publisher serves, if it serves one.</summary>
    public string? RegionCode { get; set; }

    public int IntervalMinutes { get; set; } = 15;

    /// <summary>Fictional articles that come with the software; pages mark them.</summary>
    public bool IsSample { get; set; }

    /// <summary>A paused source is kept and shown but not polled.</summary>
    public bool IsPaused { get; set; }

    public DateTime? NextDueAt { get; private set; }

    public DateTime? LastRunAt { get; private set; }

    public bool IsDue(DateTime now) => !IsPaused && (NextDueAt is null || NextDueAt <= now);

    public void ScheduleNext(DateTime finishedAt)
    {
        LastRunAt = finishedAt;
        NextDueAt = finishedAt.AddMinutes(IntervalMinutes);
    }
}
