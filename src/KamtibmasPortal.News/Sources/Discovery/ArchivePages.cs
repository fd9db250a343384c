using System.Globalization;
using System.Text.RegularExpressions;

namespace KamtibmasPortal.News.Sources.Discovery;

/// <summary>Addresses of a feed's older pages, nearest first, for reading an archive backwards. Fetches nothing; the caller stops where a page brings nothing new.</summary>
public static partial class ArchivePages
{
    /// <summary>Pages named in one go.</summary>
    public const int PageLimit = 5000;

    private const int BloggerPage = 50;

    /// <param name="feed">Address of the feed, or of the page of it that was read last.</param>
    /// <param name="reading">What was read there; null when nothing was.</param>
    /// <returns>
    /// Pages by number where the software counts them; only the next one where the feed itself names it, to be asked again with what is
    /// read there; nothing where neither is so.
    /// </returns>
    public static IEnumerable<string> Older(Uri feed, FeedReading? reading)
    {
        // Blogger names a next page too, but loses its page size there.
        var software = $"{reading?.Generator}";
        if (Blogger().IsMatch(feed.AbsolutePath) || (software.Contains("blogger", StringComparison.OrdinalIgnoreCase) && feed.AbsolutePath.Contains("/feeds/", StringComparison.Ordinal)))
        {
            return Counted(feed, "start-index", (Number(feed, "start-index") ?? 1) + Size(reading), BloggerPage, ("max-results", BloggerPage));
        }

        if (reading?.Older is { } older)
        {
            return [older];
        }

        return software.Contains("wordpress", StringComparison.OrdinalIgnoreCase) || WordPress().IsMatch(feed.PathAndQuery)
            ? Counted(feed, "paged", (Number(feed, "paged") ?? 1) + 1, 1)
            : [];
    }

    /// <summary>The maps that a sitemap index names, newest first.</summary>
    public static IEnumerable<string> Older(Sitemaps.SitemapReading index) => index.Maps;

    private static int Size(FeedReading? reading) => reading is { Items.Count: > 0 and <= 500 } ? reading.Items.Count : 25;

    private static IEnumerable<string> Counted(Uri feed, string name, int first, int step, (string Name, int Value)? fixedPart = null)
    {
        for (var page = 0; page < PageLimit; page++)
        {
            var url = With(feed, name, first + (page * step));
            yield return (fixedPart is { } part ? With(url, part.Name, part.Value) : url).AbsoluteUri;
        }
    }

    private static int? Number(Uri feed, string name) =>
        Parameters(feed).Where(p => p.Name == name).Select(p => int.TryParse(p.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 10_000_000 ? number : (int?)null).FirstOrDefault();

    private static Uri With(Uri feed, string name, int value)
    {
        var kept = Parameters(feed).Where(p => p.Name != name).Select(p => p.Text).Append(string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));
        return new UriBuilder(feed) { Query = string.Join('&', kept), Fragment = "", Port = feed.IsDefaultPort ? -1 : feed.Port }.Uri;
    }

    private static IEnumerable<(string Name, string Value, string Text)> Parameters(Uri feed) =>
        feed.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (p[..at], p[(at + 1)..], p) : (p, "", p));

    [GeneratedRegex(@"/feeds/(posts|[0-9]+/posts|comments)/(default|full|summary)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Blogger();

    [GeneratedRegex(@"[?&]feed=(rss2?|atom|rdf)\b|[?&]paged=\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex WordPress();
}
