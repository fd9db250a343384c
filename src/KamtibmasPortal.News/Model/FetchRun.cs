namespace KamtibmasPortal.News.Model;

/// <summary>How one item of a run ended: exactly one of these is counted for each item.</summary>
public enum ItemOutcome { Stored, Revised, Unchanged, Duplicate, Rejected, Failed }

/// <summary>Why an item is no article. Pages translate it for editors.</summary>
public enum RejectionReason
{
    Empty, TooLarge, Binary, TooShort, NotAnArticle, OutsideFolder, TooLongPath,

    /// <summary>Pages that are something else than an article.</summary>
    NotFound, HomePage, Listing, SearchResults, Information, Video, Paywall,

    /// <summary>The site's robots.txt does not let us read it.</summary>
    RobotsRefused,

    /// <summary>The page itself asks not to be taken up (noindex).</summary>
    OptedOut,

    /// <summary>An editor erased it: it never comes back.</summary>
    Erased,

    /// <summary>Announced without an address and without a text.</summary>
    NoAddress,
}

/// <summary>What one item came to, with the reason where there is one.</summary>
public sealed record ItemResult(ItemOutcome Outcome, RejectionReason? Rejection = null, FailureReason? Reason = null, string? Detail = null, Guid? ArticleId = null)
{
    /// <summary>What a failure means for the next try; null when nothing failed.</summary>
    public FailureKind? Failure => Reason?.Kind();

    /// <summary>Not before this time; null leaves it to the pace of failures.</summary>
    public DateTime? RetryAt { get; init; }

    public static ItemResult Rejected(RejectionReason reason, string? detail = null) => new(ItemOutcome.Rejected, reason, Detail: detail);

    public static ItemResult Failed(FailureReason reason, string? detail = null) => new(ItemOutcome.Failed, Reason: reason, Detail: detail);
}

/// <summary>One poll of one source, or several quiet ones in a row. The counts are those of the last, and add up to the items that were looked at.</summary>
public sealed class FetchRun
{
    public required Guid Id { get; init; }
    public required Guid SourceId { get; init; }
    public Source? Source { get; init; }
    public required DateTime StartedAt { get; init; }
    public DateTime? FinishedAt { get; private set; }
    public int Stored { get; private set; }
    public int Revised { get; private set; }
    public int Unchanged { get; private set; }
    public int Duplicate { get; private set; }
    public int Rejected { get; private set; }
    public int Failed { get; private set; }

    /// <summary>Set when the source itself could not be read: a broken source must not look like a quiet one.</summary>
    public FailureReason? Reason { get; private set; }

    /// <summary>What stands behind <see cref="Reason"/>, for whoever mends it.</summary>
    public string? Fault { get; private set; }

    /// <summary>Items the source announced in this run.</summary>
    public int Announced { get; set; }

    /// <summary>The source said that nothing has changed since the last run.</summary>
    public bool NotModified { get; set; }

    /// <summary>The line of robots.txt that let the source be read; null where none speaks of it.</summary>
    public string? RobotsRule { get; set; }

    /// <summary>Polls that this row stands for.</summary>
    public int Polls { get; private set; } = 1;

    public int Total => Stored + Revised + Unchanged + Duplicate + Rejected + Failed;

    public void Count(ItemOutcome outcome, int items = 1)
    {
        switch (outcome)
        {
            case ItemOutcome.Stored: Stored += items; break;
            case ItemOutcome.Revised: Revised += items; break;
            case ItemOutcome.Unchanged: Unchanged += items; break;
            case ItemOutcome.Duplicate: Duplicate += items; break;
            case ItemOutcome.Rejected: Rejected += items; break;
            case ItemOutcome.Failed: Failed += items; break;
            default: throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null);
        }
    }

    public void Finish(DateTime at, FailureReason? reason = null, string? fault = null)
    {
        FinishedAt = at;
        Reason = reason;
        Fault = fault;
    }

    /// <summary>Joins the next run to this one when nothing happened in either, or the same fault met both; a quiet source would fill the store otherwise.</summary>
    public bool TryJoin(FetchRun next)
    {
        if (FinishedAt is null || Reason != next.Reason || !IsQuiet || !next.IsQuiet || next.StartedAt - FinishedAt > TimeSpan.FromHours(25))
        {
            return false;
        }

        (FinishedAt, Fault, Announced, NotModified, RobotsRule, Unchanged) = (next.FinishedAt, next.Fault, next.Announced, next.NotModified, next.RobotsRule, next.Unchanged);
        Polls++;
        return true;
    }

    private bool IsQuiet => Stored + Revised + Duplicate + Rejected + Failed == 0;
}
