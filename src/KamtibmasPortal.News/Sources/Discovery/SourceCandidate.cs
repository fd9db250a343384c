using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Sources.Discovery;

/// <summary>A place that may announce a site's articles. Only trying it tells.</summary>
/// <param name="Kind">Feed, Sitemap or HtmlList.</param>
/// <param name="Address">Absolute address.</param>
/// <param name="Why">What speaks for it.</param>
public sealed record SourceCandidate(SourceKind Kind, string Address, CandidateReason Why);

/// <summary>What speaks for a candidate.</summary>
public enum CandidateReason
{
    /// <summary>The page names it as its feed.</summary>
    DeclaredFeed,

    /// <summary>The software that made the page keeps its feed there.</summary>
    GeneratorFeed,

    /// <summary>The page links to it for readers.</summary>
    LinkedFeed,

    /// <summary>robots.txt names it and it is called news.</summary>
    RobotsNewsSitemap,

    /// <summary>News sites often keep their news sitemap there.</summary>
    UsualNewsSitemap,

    /// <summary>Sites often keep their feed there.</summary>
    UsualFeed,

    /// <summary>robots.txt names it.</summary>
    RobotsSitemap,

    /// <summary>Sites often keep their sitemap there.</summary>
    UsualSitemap,

    /// <summary>Declared, but about comments, one article or one author.</summary>
    NarrowFeed,

    /// <summary>Nothing better: the page itself, read as a list.</summary>
    PageItself,
}
