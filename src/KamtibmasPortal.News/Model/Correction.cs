namespace KamtibmasPortal.News.Model;

/// <summary>What a public note on an article is.</summary>
public enum CorrectionKind { Correction, Withdrawal, Reply }

/// <summary>A public note on an article, kept in the log of corrections: what was wrong and is right, why it was withdrawn, or a reply of whom it concerns.</summary>
public sealed class Correction
{
    public const int Shortest = 15;
    public const int Longest = 4000;

    public required Guid Id { get; init; }
    public required Guid ArticleId { get; init; }
    public required DateTime At { get; init; }
    public required CorrectionKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>E-mail at the time of the act; never public.</summary>
    public required string Editor { get; init; }

    /// <summary>The report that led to it.</summary>
    public Guid? ReportId { get; init; }
}
