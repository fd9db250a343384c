using System.Xml.Linq;
using KamtibmasPortal.News.Sources.Feeds;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Sources.Sitemaps;

/// <summary>What a sitemap says.</summary>
/// <param name="Items">Pages it lists, in its order.</param>
/// <param name="Maps">Further sitemaps, when it is an index.</param>
/// <param name="Fault">Why nothing could be read; null otherwise.</param>
public sealed record SitemapReading(IReadOnlyList<AnnouncedItem> Items, IReadOnlyList<string> Maps, string? Fault = null);

/// <summary>Reads sitemaps, news sitemaps, indexes and plain lists of addresses, gzipped or not.</summary>
public sealed class SitemapReader
{
    /// <summary>The protocol allows 50,000 addresses a map.</summary>
    private const int AddressLimit = 50_000;

    /// <param name="bytes">The map as received.</param>
    /// <param name="address">Address it was received from.</param>
    public SitemapReading Read(ReadOnlyMemory<byte> bytes, Uri address)
    {
        if (Packed.Unpacked(bytes) is not { } plain || FeedText.Decode(plain.Span, null) is not { } text)
        {
            return new SitemapReading([], [], "unreadable");
        }

        var start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (!start.Contains('<', StringComparison.Ordinal))
        {
            return PlainList(start, address);
        }

        // What does not begin with a bracket has a server's complaint in front of it: only loose reading gets past.
        if (FeedXml.Parse(start) is not { } root)
        {
            return new SitemapReading([], [], "no sitemap");
        }

        return root.Name.LocalName.ToUpperInvariant() switch
        {
            "SITEMAPINDEX" => new SitemapReading([], Maps(root, address)),
            "URLSET" => new SitemapReading([.. Entries(root, "url").Take(AddressLimit).Select(e => Item(e, address)).Where(i => i.Url is not null)], []),
            _ => XmlFeed.Read(root, address) is { } feed ? new SitemapReading(feed.Items, []) : new SitemapReading([], [], "no sitemap"),
        };
    }

    /// <summary>Newest first where the index tells; its own order otherwise.</summary>
    private static IReadOnlyList<string> Maps(XElement root, Uri address) => [.. Entries(root, "sitemap").Take(AddressLimit)
        .Select(e => (Address: WebLinks.Absolute(Text(e, "loc"), address), Changed: FeedDates.Read(Text(e, "lastmod"))))
        .Where(m => m.Address is not null)
        .OrderByDescending(m => m.Changed ?? DateTimeOffset.MinValue)
        .Select(m => m.Address!).Distinct(StringComparer.Ordinal)];

    /// <summary>Some wrap their entries once more; none of the protocol's own nest.</summary>
    private static IEnumerable<XElement> Entries(XElement root, string name) => root.Descendants().Where(e => Is(e, name) && Text(e, "loc") is not null);

    private static AnnouncedItem Item(XElement url, Uri address)
    {
        var news = url.Elements().FirstOrDefault(e => Is(e, "news"));
        return new AnnouncedItem
        {
            Url = WebLinks.Absolute(Text(url, "loc"), address),
            Title = FeedTitle.Plain(Text(news, "title")),
            // lastmod tells a change, not a publication: only a news sitemap dates its articles.
            PublishedAt = FeedDates.Read(Text(news, "publication_date")),
            ModifiedAt = FeedDates.Read(Text(url, "lastmod")),
        };
    }

    private static SitemapReading PlainList(string text, Uri address)
    {
        var items = text.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Take(AddressLimit).Select(l => WebLinks.Absolute(l, address)).OfType<string>().Select(u => new AnnouncedItem { Url = u }).ToList();
        return items.Count > 0 ? new SitemapReading(items, []) : new SitemapReading([], [], "no sitemap");
    }

    /// <summary>The protocol's own child; pictures and videos have a "loc" and a "title" of their own, at times left unwrapped.</summary>
    private static string? Text(XElement? parent, string name) =>
        parent?.Elements().Where(e => Is(e, name)).OrderBy(e => e.Name.Namespace == parent.Name.Namespace ? 0 : 1).FirstOrDefault()?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static bool Is(XElement element, string name) => string.Equals(element.Name.LocalName, name, StringComparison.OrdinalIgnoreCase);
}
