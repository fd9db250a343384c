using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Sources;

/// <summary>Announced items with their identity within the source, each once.</summary>
public static class ListedItems
{
    /// <summary>A sitemap may list everything a site ever published: what goes beyond the newest is its archive.</summary>
    private const int DailyItems = 1000;

    /// <summary>Announcements that tell a source's habit.</summary>
    private const int RecentItems = 20;

    public static Listing Of(ListDocument document, Uri address, DateTimeOffset now)
    {
        var announced = document.Kind is SourceKind.Sitemap ? NewestFirst(document.Reading.Items) : document.Reading.Items;
        // A mark that several addresses share marks none of them.
        var repeated = announced.GroupBy(i => i.FeedId, StringComparer.Ordinal).Where(g => g.Select(i => i.Url).Distinct(StringComparer.Ordinal).Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var own = CanonicalAddress.Of(address);
        var items = announced.Select(i => repeated.Contains(i.FeedId) ? i with { FeedId = null } : i).Select(ItemOf).Where(i => i.Item.Key != own)
            .DistinctBy(i => i.Item.Key, StringComparer.Ordinal).Select((i, n) => document.Kind is SourceKind.Sitemap && n >= DailyItems ? i with { IsArchive = true } : i).ToList();
        return new Listing { Title = document.Reading.Title, Items = items, Repeated = announced.Count - items.Count, Habit = HabitOf(announced, now) };
    }

    private static ListedItem ItemOf(AnnouncedItem item)
    {
        var fingerprint = Hash($"{item.Title}\u001f{item.PublishedAt:O}")[..16];
        var key = CanonicalAddress.Of(item.Url) ?? (item.FeedId is { } id ? $"guid:{Hash(id)}" : $"judul:{Hash(item.Title + item.Content + item.Summary)}");
        return new ListedItem(new DiscoveredItem(key, item.Url is { } url ? CanonicalAddress.ForReaders(new Uri(url)) : "", fingerprint), item);
    }

    private static List<AnnouncedItem> NewestFirst(IReadOnlyList<AnnouncedItem> items) => [.. items.OrderByDescending(i => i.PublishedAt ?? i.ModifiedAt ?? DateTimeOffset.MinValue)];

    /// <summary>Median distance of the newest dated announcements, or a quarter of the silence since the newest when that is longer.</summary>
    private static TimeSpan? HabitOf(IReadOnlyList<AnnouncedItem> announced, DateTimeOffset now)
    {
        var dates = announced.Select(i => i.PublishedAt).OfType<DateTimeOffset>().Where(d => d <= now).OrderDescending().Take(RecentItems).ToList();
        var distances = dates.Zip(dates.Skip(1), (a, b) => a - b).Order().ToList();
        if (distances.Count < 3)
        {
            return null;
        }

        var (median, silence) = (distances[distances.Count / 2], (now - dates[0]) / 4);
        return median > silence ? median : silence;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
