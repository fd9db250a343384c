namespace KamtibmasPortal.News.Model;

/// <summary>Articles on one event. Its members are known by their <see cref="StoryEntry"/>.</summary>
public sealed class Story
{
    public required Guid Id { get; init; }

    /// <summary>When its second article came, UTC.</summary>
    public required DateTime FoundedAt { get; init; }

    /// <summary>The story that took it up; its address leads there. Never one that was taken up itself.</summary>
    public Guid? MergedInto { get; set; }
}

/// <summary>What stories need to know of an article, read once from its text.</summary>
public sealed class StoryEntry
{
    /// <summary>Short name of the article in the index of keys.</summary>
    public long Number { get; init; }

    public required Guid ArticleId { get; init; }

    /// <summary>Null while it stands alone.</summary>
    public Guid? StoryId { get; set; }

    /// <summary>An editor put it there.</summary>
    public bool IsPinned { get; set; }

    /// <summary>Day number by which candidates are found.</summary>
    public required int Day { get; set; }

    /// <summary>Day number it gives although the others of its story contradict it; null when nothing does.</summary>
    public int? ConflictDay { get; set; }

    /// <summary>Day number that the others give.</summary>
    public int? AgreedDay { get; set; }

    /// <summary>Packed by Stories/StoryProfileBytes.</summary>
    public required byte[] Profile { get; set; }
}

/// <summary>A key under which the matcher finds candidates; Stories/StoryKeys makes them.</summary>
public sealed class StoryKey
{
    public required long Key { get; init; }
    public required int Day { get; init; }
    public required long Number { get; init; }
}
