using KamtibmasPortal.News.Sources.Pages;

namespace KamtibmasPortal.News.Sources.Discovery;

/// <summary>Where the software behind a page keeps its feed. Known by its generator mark or by traces every theme leaves.</summary>
internal static class SiteGenerator
{
    private sealed record Software(string Mark, string Traces, string[] Paths);

    private static readonly Software[] Known =
    [
        new("wordpress", "link[href*='/wp-content/'], script[src*='/wp-content/'], script[src*='/wp-includes/'], img[src*='/wp-content/'], link[rel='https://api.w.org/']", ["feed/"]),
        new("blogger", "link[href*='/feeds/posts/default'], link[rel='service.post']", ["/feeds/posts/default?alt=rss", "/feeds/posts/default"]),
        new("joomla", "script[src*='/media/jui/'], link[href*='/media/system/'], script[src*='/media/system/js/'], script[src*='/components/com_']", ["?format=feed&type=rss", "?format=feed&type=atom"]),
        new("drupal", "script[data-drupal-selector], link[href*='/sites/default/files/'], img[src*='/sites/default/files/'], script[src*='/core/misc/drupal']", ["/rss.xml"]),
        new("ghost", "link[href*='/ghost/'], script[src*='/ghost/'], script[data-ghost]", ["/rss/"]),
        new("hugo", "", ["index.xml"]),
        new("jekyll", "", ["/feed.xml"]),
        new("typo3", "link[href*='/typo3temp/'], script[src*='/typo3temp/'], script[src*='/typo3conf/'], link[href*='/typo3conf/']", ["?type=100", "?type=9818"]),
        new("squarespace", "script[src*='static1.squarespace.com'], link[href*='static1.squarespace.com']", ["?format=rss"]),
        new("wix", "script[src*='static.parastorage.com'], link[href*='static.parastorage.com']", ["/blog-feed.xml"]),
        new("movable type", "", ["/atom.xml", "/index.xml"]),
        new("medium", "", ["/feed"]),
        new("textpattern", "", ["/rss/"]),
        new("weebly", "script[src*='editmysite.com']", ["/1/feed"]),
        new("shopify", "", ["/blogs/news.atom"]),
        new("discourse", "", ["/latest.rss"]),
    ];

    public static IEnumerable<string> Feeds(HtmlPage page)
    {
        var mark = string.Join(' ', page.Document.QuerySelectorAll("meta[name='generator' i]").Take(10).Select(m => m.GetAttribute("content")));
        foreach (var software in Known)
        {
            if (mark.Contains(software.Mark, StringComparison.OrdinalIgnoreCase) || (software.Traces.Length > 0 && page.Document.QuerySelector(software.Traces) is not null))
            {
                foreach (var path in software.Paths)
                {
                    yield return new Uri(Folder(page.Address), path).AbsoluteUri;
                }
            }
        }
    }

    /// <summary>The page's address as a folder, so that "feed/" falls below it: a section of a site has its own feed there.</summary>
    private static Uri Folder(Uri address)
    {
        var path = address.AbsolutePath;
        var isFile = path[(path.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal);
        return new Uri(address, isFile ? path[..(path.LastIndexOf('/') + 1)] : path.EndsWith('/') ? path : path + "/");
    }
}
