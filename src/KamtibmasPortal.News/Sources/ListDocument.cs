using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources.Discovery;
using KamtibmasPortal.News.Sources.Feeds;
using KamtibmasPortal.News.Sources.Lists;
using KamtibmasPortal.News.Sources.Sitemaps;

namespace KamtibmasPortal.News.Sources;

/// <summary>What a document announces, whatever kind of list it is.</summary>
/// <param name="Kind">What it was read as.</param>
/// <param name="Reading">Its items; the faults of a document that is no list stand here.</param>
/// <param name="Maps">Further sitemaps, when it is an index of them.</param>
public sealed record ListDocument(SourceKind Kind, FeedReading Reading, IReadOnlyList<string> Maps);

/// <summary>Reads a document as a feed, a sitemap or a list page.</summary>
public sealed class ListDocumentReader(FeedReader feeds, SitemapReader sitemaps, HtmlListReader lists)
{
    /// <param name="bytes">The document as received.</param>
    /// <param name="charset">Charset its transport declared, or null.</param>
    /// <param name="address">Address it was received from.</param>
    /// <param name="kind">What it should be; <see cref="SourceKind.Auto"/> looks.</param>
    /// <param name="selector">CSS selector of an item of a list page, or null.</param>
    public ListDocument Read(ReadOnlyMemory<byte> bytes, string? charset, Uri address, SourceKind kind, string? selector = null)
    {
        var known = kind is SourceKind.Auto ? KindOf(SourceSniffer.Of(bytes, charset)) : kind;
        switch (known)
        {
            case SourceKind.HtmlList:
                return new ListDocument(known, lists.Read(bytes, charset, address, selector is null ? null : new HtmlListSelectors { Item = selector }), []);
            case SourceKind.Sitemap when sitemaps.Read(bytes, address) is { Fault: null } map:
                return new ListDocument(known, new FeedReading(null, null, map.Items), map.Maps);
            default:
                var feed = feeds.Read(bytes, charset, address);
                // Named a feed and being a sitemap is a slip of whoever named it.
                return feed.Fault is not null && sitemaps.Read(bytes, address) is { Fault: null } other
                    ? new ListDocument(SourceKind.Sitemap, new FeedReading(null, null, other.Items), other.Maps)
                    : new ListDocument(SourceKind.Feed, feed, []);
        }
    }

    private static SourceKind KindOf(SourceDocument document) => document switch
    {
        SourceDocument.Html => SourceKind.HtmlList,
        SourceDocument.Sitemap => SourceKind.Sitemap,
        _ => SourceKind.Feed,
    };
}
