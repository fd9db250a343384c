using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Storage;

/// <summary>The main topic or the primary region of an article, named.</summary>
/// <param name="Key">Topic slug or Kemendagri code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parent">Name of the region above a region, which tells same-named ones apart; else null.</param>
public sealed record MainTag(string Key, string Name, string? Parent);

/// <summary>An article as the lists of pages show it: what one row of one query holds, without evidence and without what only machines read.</summary>
public sealed record ArticleLine
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string Publisher { get; init; }
    public required bool IsSample { get; init; }
    public required DateTime? PublishedAt { get; init; }
    public required DatePrecision PublishedPrecision { get; init; }
    public required DateOnly? PublishedDay { get; init; }
    public required int ZoneMinutes { get; init; }
    public required DateTime RankedAt { get; init; }

    /// <summary>Its main topic.</summary>
    public MainTag? Topic { get; init; }

    /// <summary>Its primary region.</summary>
    public MainTag? Region { get; init; }

    /// <summary>Null unless another article of its story can be seen.</summary>
    public StoryFold? Story { get; init; }
}

/// <summary>One page of a listing; <see cref="NextCursor"/> is null on the last one.</summary>
public sealed record LinePage(IReadOnlyList<ArticleLine> Items, string? NextCursor);
