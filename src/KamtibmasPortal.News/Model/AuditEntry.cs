namespace KamtibmasPortal.News.Model;

/// <summary>One act of the redaksi, kept for good: entries are added and never changed or removed.</summary>
public sealed class AuditEntry
{
    public const int LongestValue = 500;

    public required Guid Id { get; init; }
    public required DateTime At { get; init; }

    /// <summary>E-mail at the time of the act: it stays readable when the account is gone. <see cref="AuditActs.Shell"/> and <see cref="AuditActs.Configuration"/> are nobody's account.</summary>
    public required string Editor { get; init; }

    /// <summary>One of <see cref="AuditActs"/>.</summary>
    public required string Act { get; init; }

    /// <summary>What the act was done to: an article's or story's id, a source's name, an account's e-mail.</summary>
    public required string Subject { get; init; }

    public string? Detail { get; init; }

    /// <summary>A short value as it was; null where there was none. Set until the entry is saved.</summary>
    public string? Before { get; set; }

    /// <summary>The same value as it is since; null where nothing is left.</summary>
    public string? After { get; set; }
}
