using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources.Pages;

namespace KamtibmasPortal.News.Sources.Discovery;

/// <summary>From a home page to the places that may announce its articles, the most promising first. Fetches nothing.</summary>
public static partial class SourceDiscovery
{
    /// <summary>Candidates of one reason; a page that names hundreds of feeds is no reason to try them all.</summary>
    private const int EachLimit = 12;

    private static readonly string[] FeedTypes = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/json", "application/xml", "text/xml", "application/x-rss+xml", "application/rss"];

    private static readonly string[] NewsSitemaps = ["/sitemap-news.xml", "/news-sitemap.xml", "/sitemap_news.xml", "/sitemap/news.xml", "/googlenews.xml"];

    private static readonly string[] Feeds = ["/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json"];

    private static readonly string[] Sitemaps = ["/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml"];

    /// <param name="bytes">The page as received.</param>
    /// <param name="charset">Charset its transport declared, or null.</param>
    /// <param name="address">Address it was received from.</param>
    /// <param name="robotsSitemaps">Addresses after "Sitemap:" in the site's robots.txt.</param>
    public static IReadOnlyList<SourceCandidate> Candidates(ReadOnlyMemory<byte> bytes, string? charset, Uri address, IReadOnlyList<string> robotsSitemaps)
    {
        var found = new List<SourceCandidate>();
        var page = HtmlPage.Parse(bytes, charset, address);
        var maps = robotsSitemaps.Select(m => WebLinks.Absolute(m, address)).OfType<string>().ToList();
        if (page is not null)
        {
            found.AddRange(Declared(page));
            found.AddRange(SiteGenerator.Feeds(page).Select(f => new SourceCandidate(SourceKind.Feed, f, CandidateReason.GeneratorFeed)));
            found.AddRange(Linked(page));
        }

        found.AddRange(maps.Where(m => News().IsMatch(m)).Select(m => new SourceCandidate(SourceKind.Sitemap, m, CandidateReason.RobotsNewsSitemap)));
        found.AddRange(Usual(address, NewsSitemaps, SourceKind.Sitemap, CandidateReason.UsualNewsSitemap));
        found.AddRange(Usual(address, Feeds, SourceKind.Feed, CandidateReason.UsualFeed));
        found.AddRange(maps.Where(m => !News().IsMatch(m)).Select(m => new SourceCandidate(SourceKind.Sitemap, m, CandidateReason.RobotsSitemap)));
        found.AddRange(Usual(address, Sitemaps, SourceKind.Sitemap, CandidateReason.UsualSitemap));
        found.Add(new SourceCandidate(SourceKind.HtmlList, address.AbsoluteUri, CandidateReason.PageItself));
        return [.. found.GroupBy(c => c.Why).SelectMany(g => g.DistinctBy(c => c.Address, StringComparer.Ordinal).Take(EachLimit)).OrderBy(c => c.Why).DistinctBy(c => c.Address, StringComparer.Ordinal)];
    }

    private static IEnumerable<SourceCandidate> Declared(HtmlPage page) => page.Document.QuerySelectorAll("link[href]")
        .Where(l => Rel(l, "alternate") || Rel(l, "feed"))
        .Select(l => (Link: l, Type: (l.GetAttribute("type") ?? "").Split(';')[0].Trim().ToLowerInvariant()))
        .Where(l => Array.IndexOf(FeedTypes, l.Type) is >= 0 and var rank && (rank < 4 || FeedPath().IsMatch(l.Link.GetAttribute("href")!)) && !OEmbed().IsMatch(l.Link.GetAttribute("href")!))
        .Select(l => (Address: page.Link(l.Link), IsNarrow: IsNarrow(page, l.Link)))
        .Where(l => l.Address is not null)
        .Select(l => new SourceCandidate(SourceKind.Feed, l.Address!, l.IsNarrow ? CandidateReason.NarrowFeed : CandidateReason.DeclaredFeed));

    private static IEnumerable<SourceCandidate> Linked(HtmlPage page) => page.Document.QuerySelectorAll("a[href]").Take(5000)
        .Where(a => FeedPath().IsMatch(a.GetAttribute("href")!) && !Narrow().IsMatch(a.GetAttribute("href")!))
        .Select(page.Link).OfType<string>()
        .Where(l => WebLinks.IsSameSite(new Uri(l), page.Address) || l.Contains("feedburner.com/", StringComparison.OrdinalIgnoreCase))
        .Select(l => new SourceCandidate(SourceKind.Feed, l, CandidateReason.LinkedFeed));

    private static bool Rel(IElement link, string rel) => (link.GetAttribute("rel") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(rel, StringComparer.OrdinalIgnoreCase);

    /// <summary>Feeds of comments and of single articles, told by address and title.</summary>
    private static bool IsNarrow(HtmlPage page, IElement link)
    {
        var href = link.GetAttribute("href")!;
        if (Narrow().IsMatch(href) || NarrowTitle().IsMatch(link.GetAttribute("title") ?? ""))
        {
            return true;
        }

        // WordPress declares "/2024/05/06/ronda-malam/feed/" for the comments below one article.
        return Uri.TryCreate(page.Base, href, out var url) && url.AbsolutePath.Contains('-', StringComparison.Ordinal) && ArticleFeed().IsMatch(url.AbsolutePath);
    }

    private static IEnumerable<SourceCandidate> Usual(Uri address, string[] paths, SourceKind kind, CandidateReason why) =>
        paths.Select(p => new SourceCandidate(kind, new Uri(address, p).AbsoluteUri, why));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"news|berita", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex News();

    [GeneratedRegex(@"(^|[/.?=&])(rss|feed|feeds|atom|rdf)([/.?=&\d]|$)|\.(rss|rdf|atom)($|\?)|feedburner\.com/|/feed\.json", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex FeedPath();

    [GeneratedRegex(@"oembed|wp-json", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OEmbed();

    [GeneratedRegex(@"comments?(/|$|\.|-)|komentar|/feeds/\d+/|[?&](p|withcomments)=|/author/|/penulis/", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Narrow();

    [GeneratedRegex(@"\bcomments?\b|\bkomentar\b|\bumpan balik\b", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NarrowTitle();

    [GeneratedRegex(@"/\d{4}/\d{2}/|/[^/]*-[^/]*-[^/]*-[^/]*/(feed|rss)/?$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ArticleFeed();
}
