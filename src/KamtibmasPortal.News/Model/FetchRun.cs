namespace KamtibmasPortal.News.Model;

/// <summary>How one item of a run ended: exactly one of these is counted for each item.</summary>
public enum ItemOutcome { Stored, Revised, Unchanged, Duplicate, Rejected, Failed }

/// <summary>Why an item is no article. Pages translate it for editors.</summary>
public enum RejectionReason
{
    Empty,
    TooLarge,
    Binary,
    TooShort,
    NotAnArticle,
    OutsideFolder,
    TooLongPath,
    NotFound,
    HomePage,
    Listing,
    SearchResults,
    Information,
    Video,
    Paywall,
}

/// <summary>What a failure means for the next try.</summary>
public enum FailureKind
{
    /// <summary>Tried again at the next poll.</summary>
    Temporary,

    /// <summary>Not tried again until the item changes.</summary>
    Hard,
}

/// <summary>What one item came to, with the reason where there is one.</summary>
public sealed record ItemResult(ItemOutcome Outcome, RejectionReason? Rejection = null, FailureKind? Failure = null, string? Detail = null, Guid? ArticleId = null)
{
    public static ItemResult Rejected(RejectionReason reason, string? detail = null) => new(ItemOutcome.Rejected, reason, Detail: detail);

    public static ItemResult Failed(FailureKind kind, string detail) => new(ItemOutcome.Failed, Failure: kind, Detail: detail);
}

/// <summary>One poll of one source. The counts add up to the items that were looked at.</summary>
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
    public string? Fault { get; private set; }

    public int Total => Stored + Revised + Unchanged + Duplicate + Rejected + Failed;

    public void Count(ItemOutcome outcome)
    {
        switch (outcome)
        {
            case ItemOutcome.Stored: Stored++; break;
            case ItemOutcome.Revised: Revised++; break;
            case ItemOutcome.Unchanged: Unchanged++; break;
            case ItemOutcome.Duplicate: Duplicate++; break;
            case ItemOutcome.Rejected: Rejected++; break;
            case ItemOutcome.Failed: Failed++; break;
            default: throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null);
        }
    }

    public void Finish(DateTime at, string? fault = null)
    {
        FinishedAt = at;
        Fault = fault;
    }
}

/// <summary>What is known of an item a source has announced: enough to leave it alone until it changes.</summary>
public sealed class SourceItem
{
    public required Guid SourceId { get; init; }

    /// <summary>Identity within the source: the path below a folder, later the canonical address.</summary>
    public required string Key { get; init; }

    /// <summary>Cheap sign of change, given by the reader (size and write time of a file).</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>SHA-256 of the bytes last read, lower-case hex; empty when they were never read.</summary>
    public string ContentSha256 { get; set; } = "";

    public ItemOutcome Outcome { get; private set; }
    public RejectionReason? Rejection { get; private set; }
    public FailureKind? Failure { get; private set; }
    public string? Detail { get; private set; }
    public Guid? ArticleId { get; private set; }
    public DateTime SeenAt { get; private set; }

    /// <summary>Whether the item must be read again: it changed, or its last failure may have passed.</summary>
    public bool NeedsReading(string fingerprint) =>
        !string.Equals(Fingerprint, fingerprint, StringComparison.Ordinal) || Failure is FailureKind.Temporary;

    public void Record(ItemResult result, DateTime at)
    {
        Outcome = result.Outcome;
        Rejection = result.Rejection;
        Failure = result.Failure;
        Detail = result.Detail;
        ArticleId = result.ArticleId ?? ArticleId;
        SeenAt = at;
    }
}
