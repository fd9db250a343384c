namespace KamtibmasPortal.News.Sources;

/// <summary>One item as a source announces it. What it does not say is null; nothing is invented.</summary>
public sealed record AnnouncedItem
{
    /// <summary>http or https address of the article.</summary>
    public string? Url { get; init; }

    /// <summary>Plain text, markup and entities resolved.</summary>
    public string? Title { get; init; }

    /// <summary>With the offset the source gives; UTC where it gives none.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When the source says it last changed the item.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The source's own mark for the item, never an address by itself.</summary>
    public string? FeedId { get; init; }
    public string? Author { get; init; }

    /// <summary>Teaser as the source wrote it: may hold markup.</summary>
    public string? Summary { get; init; }

    /// <summary>Full content as the source wrote it: may hold markup.</summary>
    public string? Content { get; init; }
}

/// <summary>What a feed says.</summary>
/// <param name="Title">Of the feed itself.</param>
/// <param name="HomeLink">Page the feed belongs to.</param>
/// <param name="Items">In the feed's order.</param>
/// <param name="Fault">Why nothing could be read; null otherwise.</param>
public sealed record FeedReading(string? Title, string? HomeLink, IReadOnlyList<AnnouncedItem> Items, string? Fault = null)
{
    /// <summary>Software that wrote the feed, in its own words.</summary>
    public string? Generator { get; init; }

    /// <summary>Next older page, where the feed names one (RFC 5005).</summary>
    public string? Older { get; init; }
}
