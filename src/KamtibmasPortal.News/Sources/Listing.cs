using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Sources;

/// <summary>An item of a list, with what the list says about it; null for files, which say nothing.</summary>
public sealed record ListedItem(DiscoveredItem Item, AnnouncedItem? Announced)
{
    /// <summary>Part of a list's old stock rather than of its news.</summary>
    public bool IsArchive { get; init; }
}

/// <summary>What a source announced when it was asked, or why it could not be read.</summary>
public sealed record Listing
{
    /// <summary>In the source's order, each key once.</summary>
    public IReadOnlyList<ListedItem> Items { get; init; } = [];

    /// <summary>Announcements beyond the first of one key.</summary>
    public int Repeated { get; init; }

    /// <summary>The list is the one that was read before.</summary>
    public bool NotModified { get; init; }

    /// <summary>What the list calls itself; null when it says nothing.</summary>
    public string? Title { get; init; }

    public FailureReason? Reason { get; init; }
    public string? Fault { get; init; }

    /// <summary>The site asked not to be disturbed before this time, UTC.</summary>
    public DateTime? RetryAt { get; init; }

    public string? RobotsRule { get; init; }
    public string? ETag { get; init; }
    public string? LastModified { get; init; }
    public string? Sha256 { get; init; }

    /// <summary>What the list turned out to be, and its address, when the source left that open.</summary>
    public SourceKind? ReadAs { get; init; }
    public string? ReadFrom { get; init; }

    /// <summary>Typical distance between dated announcements; null when they are undated.</summary>
    public TimeSpan? Habit { get; init; }

    public static Listing Broken(FailureReason reason, string? fault) => new() { Reason = reason, Fault = fault };
}

/// <summary>Asks a source what it has. Faults are values: a broken source is told, never thrown.</summary>
public interface ISourceReader
{
    /// <param name="source">The source.</param>
    /// <param name="known">What is kept about it: validators, what it turned out to be.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<Listing> ReadAsync(Source source, SourceState known, CancellationToken cancellation);
}
