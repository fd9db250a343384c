using KamtibmasPortal.News.Fetching;

namespace KamtibmasPortal.News.Storage;

/// <summary>Under which names a publisher offers an article, and what is asked about its use.</summary>
/// <param name="Key">Identity within the source.</param>
public sealed record ArticleOffer(string Key)
{
    /// <summary>Address that readers are sent to; null for items of a folder.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Canonical addresses that name this article beyond doubt: as announced, and where it was found after redirects. Empty for items of a folder.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Names that may be wrong: the page's own canonical link (some sites print one for all pages) and the mark of the feed (some repeat it). They count only where the texts agree.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>The responses it was read from, in their order: kept when they make a version. Empty where the publisher asks that none be kept.</summary>
    public IReadOnlyList<FetchedPage> Pages { get; init; } = [];

    /// <summary>The publisher asks that no more than an excerpt be shown.</summary>
    public bool ExcerptOnly { get; init; }
}

/// <summary>Whether two texts can be one article under two names.</summary>
internal static class SameArticle
{
    private const double ShareNeeded = 0.8;

    /// <summary>With the same title: weekly events repeat theirs word for word.</summary>
    private const double ShareNeededByTitle = 0.3;

    public static bool Is(string titleA, string bodyA, string titleB, string bodyB)
    {
        var needed = string.Equals(titleA, titleB, StringComparison.OrdinalIgnoreCase) ? ShareNeededByTitle : ShareNeeded;
        var (a, b) = (Words(bodyA), Words(bodyB));
        var shared = a.Count(b.Contains);
        return shared >= needed * (a.Count + b.Count - shared);
    }

    private static HashSet<string> Words(string body) =>
        body.Split([' ', '\n', '.', ',', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 4).Take(2000).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
