using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources.Feeds;
using KamtibmasPortal.News.Sources.Sitemaps;

namespace KamtibmasPortal.News.Sources;

/// <summary>Reads the list of a source on the web, whatever kind of list it is, and only when it has changed.</summary>
public sealed class WebSourceReader(PoliteFetcher web, FeedReader feeds, SitemapReader sitemaps, TimeProvider clock) : ISourceReader
{
    public async Task<Listing> ReadAsync(Source source, SourceState known, CancellationToken cancellation)
    {
        var address = new Uri(known.ReadFrom ?? source.Address);
        var (result, rule) = await web.GetAsync(new WebRequest(address) { ETag = known.ETag, LastModified = known.LastModified }, cancellation);
        if (WebFailure.ReasonOf(result) is { } reason)
        {
            return new Listing { Reason = reason, Fault = WebFailure.DetailOf(result), RetryAt = result.RetryAt?.UtcDateTime, RobotsRule = rule };
        }

        var page = result.Page!;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(page.Bytes.Span));
        if (page.Status is System.Net.HttpStatusCode.NotModified || sha256 == known.ListSha256)
        {
            return new Listing { NotModified = true, RobotsRule = rule, ETag = page.ETag ?? known.ETag, LastModified = page.LastModified ?? known.LastModified, Sha256 = known.ListSha256 };
        }

        var (items, fault) = Parse(page);
        return fault is not null
            ? Listing.Broken(FailureReason.NotASource, fault)
            : ListOf(items) with { RobotsRule = rule, ETag = page.ETag, LastModified = page.LastModified, Sha256 = sha256 };
    }

    private (IReadOnlyList<AnnouncedItem> Items, string? Fault) Parse(WebPage page)
    {
        var feed = feeds.Read(page.Bytes, page.Charset, page.Address);
        if (feed.Fault is null)
        {
            return (feed.Items, null);
        }

        var map = sitemaps.Read(page.Bytes, page.Address);
        return map.Fault is null ? (map.Items, null) : ([], feed.Fault);
    }

    private Listing ListOf(IReadOnlyList<AnnouncedItem> announced)
    {
        // A mark that several addresses share marks none of them.
        var repeated = announced.GroupBy(i => i.FeedId, StringComparer.Ordinal).Where(g => g.Select(i => i.Url).Distinct(StringComparer.Ordinal).Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var items = announced.Select(i => repeated.Contains(i.FeedId) ? i with { FeedId = null } : i).Select(ItemOf).DistinctBy(i => i.Item.Key, StringComparer.Ordinal).ToList();
        return new Listing { Items = items, Repeated = announced.Count - items.Count, Habit = HabitOf(announced) };
    }

    private static ListedItem ItemOf(AnnouncedItem item)
    {
        var fingerprint = Hash($"{item.Title}\u001f{item.PublishedAt:O}")[..16];
        var key = CanonicalAddress.Of(item.Url) ?? (item.FeedId is { } id ? $"guid:{Hash(id)}" : $"judul:{Hash(item.Title + item.Content + item.Summary)}");
        return new ListedItem(new DiscoveredItem(key, item.Url is { } url ? CanonicalAddress.ForReaders(new Uri(url)) : "", fingerprint), item);
    }

    /// <summary>Median distance of the newest dated announcements, or a quarter of the silence since the newest when that is longer.</summary>
    private TimeSpan? HabitOf(IReadOnlyList<AnnouncedItem> announced)
    {
        var dates = announced.Select(i => i.PublishedAt).OfType<DateTimeOffset>().OrderDescending().Take(20).ToList();
        var distances = dates.Zip(dates.Skip(1), (a, b) => a - b).Order().ToList();
        if (distances.Count < 3)
        {
            return null;
        }

        var (median, silence) = (distances[distances.Count / 2], (clock.GetUtcNow() - dates[0]) / 4);
        return median > silence ? median : silence;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
