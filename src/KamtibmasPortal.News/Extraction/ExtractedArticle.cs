using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Extraction;

/// <summary>The article found in a page. With a <see cref="Rejection"/> the other fields say what little was found.</summary>
public sealed record ExtractedArticle
{
    public required string Title { get; init; }

    /// <summary>No headline was printed: the title comes from the first sentence.</summary>
    public bool TitleDerived { get; init; }

    /// <summary>Paragraphs separated by one empty line, furniture cut.</summary>
    public required string Body { get; init; }

    public string? Caption { get; init; }

    /// <summary>A person or initials, never the outlet.</summary>
    public string? Author { get; init; }

    public IReadOnlyList<ArticleDate> Dates { get; init; } = [];

    /// <summary>UTC; midnight of <see cref="ZoneMinutes"/> when only the day is known; null when no date was found.</summary>
    public DateTime? PublishedAt { get; init; }

    public DatePrecision PublishedPrecision { get; init; }
    public DateOnly? PublishedDay { get; init; }
    public DateTime? ModifiedAt { get; init; }

    /// <summary>Minutes east of UTC: 420 WIB unless known otherwise.</summary>
    public int ZoneMinutes { get; init; } = 420;

    public string? ImageUrl { get; init; }

    /// <summary>Who made the lead image, as the caption says.</summary>
    public string? ImageCredit { get; init; }

    public string? CanonicalUrl { get; init; }
    public IReadOnlyList<string> NextPages { get; init; } = [];

    /// <summary>ISO 639-1; null when it can't be told.</summary>
    public string? Language { get; init; }

    public RejectionReason? Rejection { get; init; }

    /// <summary>Length of the dateline at the start of the body, UTF-16 code units; 0 when there is none.</summary>
    public int DatelineLength { get; init; }

    /// <summary>Where on the page the values were found; null for plain documents.</summary>
    public ArticleOrigins? Origins { get; init; }
}

/// <summary>The origin of each value of a web article; null where there is no value.</summary>
public sealed record ArticleOrigins(ValueOrigin Title, ValueOrigin Body, ValueOrigin? Author, ValueOrigin? Published);
