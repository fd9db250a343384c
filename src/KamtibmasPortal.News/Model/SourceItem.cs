namespace KamtibmasPortal.News.Model;

/// <summary>
/// One item that a source has announced. It is written down before anything else happens to it, so that nothing announced is
/// lost, and it waits until it has an outcome.
/// </summary>
public sealed class SourceItem
{
    /// <summary>A temporary failure is given up after this many tries in a row.</summary>
    public const int MostTries = 8;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    /// <summary>An hour, three hours, eight hours, a day, three days, a week and a month after it appeared.</summary>
    private static readonly TimeSpan[] RefetchPauses =
        [TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(16), TimeSpan.FromDays(2), TimeSpan.FromDays(4), TimeSpan.FromDays(23)];

    public required Guid SourceId { get; init; }

    /// <summary>Identity within the source: the path below a folder, or the canonical address.</summary>
    public required string Key { get; init; }

    /// <summary>Where to read it: a full path or a web address.</summary>
    public string Location { get; set; } = "";

    /// <summary>Cheap sign of change, given by the reader (size and write time of a file; title and date of an announcement).</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>The announcement as JSON while the item waits; null afterwards.</summary>
    public string? Announcement { get; set; }

    /// <summary>Orders what waits: the order of announcement.</summary>
    public long Position { get; set; }

    /// <summary>Found in the archive of the source: what is new goes first.</summary>
    public bool IsBackfill { get; set; }

    /// <summary>SHA-256 of the bytes last read, lower-case hex; empty when they were never read.</summary>
    public string ContentSha256 { get; set; } = "";

    /// <summary>Null while the item waits to be read.</summary>
    public ItemOutcome? Outcome { get; private set; }
    public RejectionReason? Rejection { get; private set; }
    public FailureReason? Reason { get; private set; }
    public string? Detail { get; private set; }
    public Guid? ArticleId { get; private set; }

    /// <summary>When it was last settled, UTC; when it was announced, before that.</summary>
    public DateTime SeenAt { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Tries { get; private set; }

    /// <summary>When it wants to be read: now for a new item, later after a temporary failure, null when it is settled.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>The line of robots.txt that let it be read; null where none speaks of it.</summary>
    public string? RobotsRule { get; set; }

    /// <summary>When it is asked for again to see whether its publisher changed it; null when it is not.</summary>
    public DateTime? RefetchAt { get; private set; }

    /// <summary>How often it was asked for again.</summary>
    public int Refetches { get; private set; }

    /// <summary>Validators of its page, for conditional requests.</summary>
    public string? ETag { get; set; }
    public string? LastModified { get; set; }

    public FailureKind? Failure => Reason?.Kind();

    /// <summary>Whether an announcement asks for it to be read: it changed, or its last failure may have passed.</summary>
    public bool NeedsReading(string fingerprint) => Rejection is not RejectionReason.Erased && (
        Outcome is null || DueAt is not null || !string.Equals(Fingerprint, fingerprint, StringComparison.Ordinal));

    /// <summary>Wants to be read, at once for a new or changed one; what waits for a better time keeps waiting.</summary>
    public void Announce(string location, string fingerprint, string? announcement, DateTime now)
    {
        var changed = !string.Equals(Fingerprint, fingerprint, StringComparison.Ordinal);
        (Location, Fingerprint, Announcement) = (location, fingerprint, announcement);
        if (DueAt is null || changed)
        {
            DueAt = now;
        }
    }

    public void Record(ItemResult result, DateTime at)
    {
        Outcome = result.Outcome;
        Rejection = result.Rejection;
        Reason = result.Reason;
        Detail = result.Detail;
        ArticleId = result.ArticleId ?? ArticleId;
        SeenAt = at;
        Tries = result.Failure is FailureKind.Temporary ? Tries + 1 : 0;
        DueAt = Tries is > 0 and < MostTries ? result.RetryAt ?? at + Pause(Tries) : null;
        if (DueAt is null)
        {
            Announcement = null;
        }

        ScheduleRefetch(at);
    }

    /// <summary>Nothing of it stays but its key: it is never read again.</summary>
    public void Erase(DateTime at)
    {
        Record(ItemResult.Rejected(RejectionReason.Erased), at);
        (Location, Fingerprint, ContentSha256, ETag, LastModified, RobotsRule, ArticleId) = ("", "", "", null, null, null, null);
    }

    /// <summary>Soon after it appeared and then ever more seldom: corrections come early.</summary>
    private void ScheduleRefetch(DateTime at)
    {
        if (Outcome is ItemOutcome.Revised)
        {
            // What was changed once is likely to be changed again.
            Refetches = Math.Min(Refetches, 2);
        }

        var again = Outcome is ItemOutcome.Stored or ItemOutcome.Revised or ItemOutcome.Unchanged && !IsBackfill && Location.StartsWith("http", StringComparison.Ordinal) && Refetches < RefetchPauses.Length;
        RefetchAt = again ? at + RefetchPauses[Refetches++] : Failure is FailureKind.Temporary ? RefetchAt : null;
    }

    /// <summary>5, 15, 45 minutes ... up to a day.</summary>
    private static TimeSpan Pause(int tries) => TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks * (long)Math.Pow(3, tries - 1)));
}
