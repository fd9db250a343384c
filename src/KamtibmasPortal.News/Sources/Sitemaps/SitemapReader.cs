using System.IO.Compression;
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

    /// <summary>The protocol allows 50 MB unpacked; what grows further is an attack.</summary>
    private const int SizeLimit = 50 * 1024 * 1024;

    /// <param name="bytes">The map as received.</param>
    /// <param name="address">Address it was received from.</param>
    public SitemapReading Read(ReadOnlyMemory<byte> bytes, Uri address)
    {
        if (Unpacked(bytes) is not { } plain || FeedText.Decode(plain.Span, null) is not { } text)
        {
            return new SitemapReading([], [], "unreadable");
        }

        var start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (!start.StartsWith('<'))
        {
            return PlainList(start, address);
        }

        if (FeedXml.Parse(start) is not { } root)
        {
            return new SitemapReading([], [], "no sitemap");
        }

        return root.Name.LocalName.ToUpperInvariant() switch
        {
            "SITEMAPINDEX" => new SitemapReading([], [.. root.Elements().Select(e => Text(e, "loc")).Select(l => FeedLinks.Web(l, address)).OfType<string>().Take(AddressLimit)]),
            "URLSET" => new SitemapReading([.. root.Elements().Take(AddressLimit).Select(e => Item(e, address)).Where(i => i.Url is not null)], []),
            _ => XmlFeed.Read(root, address) is { } feed ? new SitemapReading(feed.Items, []) : new SitemapReading([], [], "no sitemap"),
        };
    }

    private static AnnouncedItem Item(XElement url, Uri address)
    {
        var news = url.Elements().FirstOrDefault(e => e.Name.LocalName == "news");
        return new AnnouncedItem
        {
            Url = FeedLinks.Web(Text(url, "loc"), address),
            Title = news is null ? null : Text(news, "title") is { } title ? PlainText.Fold(title) : null,
            // lastmod tells a change, not a publication: only a news sitemap dates its articles.
            PublishedAt = news is null ? null : FeedDates.Read(Text(news, "publication_date")),
        };
    }

    private static SitemapReading PlainList(string text, Uri address)
    {
        var items = text.Split('\n').Where(l => l.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Take(AddressLimit).Select(l => FeedLinks.Web(l, address)).OfType<string>().Select(u => new AnnouncedItem { Url = u }).ToList();
        return items.Count > 0 ? new SitemapReading(items, []) : new SitemapReading([], [], "no sitemap");
    }

    private static ReadOnlyMemory<byte>? Unpacked(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < 2 || bytes.Span[0] != 0x1F || bytes.Span[1] != 0x8B)
        {
            return bytes;
        }

        try
        {
            using var packed = new MemoryStream(bytes.ToArray());
            using var stream = new GZipStream(packed, CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[65_536];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                plain.Write(buffer, 0, read);
                if (plain.Length > SizeLimit)
                {
                    return null;
                }
            }

            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string? Text(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;
}
