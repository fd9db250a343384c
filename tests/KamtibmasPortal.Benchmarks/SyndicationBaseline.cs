using System.Net;
using System.ServiceModel.Syndication;
using System.Text.RegularExpressions;
using System.Xml;

namespace KamtibmasPortal.Benchmarks;

/// <summary>What .NET's own parser makes of a feed. Its titles are given the same resolving of markup, its links the same base.</summary>
internal static partial class SyndicationBaseline
{
    public static IReadOnlyList<FeedItem> Read(byte[] bytes, Uri address)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null }, address.AbsoluteUri);
            return [.. SyndicationFeed.Load(reader).Items.Select(i => new FeedItem(Words(i.Title?.Text), Link(i, address), Date(i)))];
        }
        catch (Exception fault) when (fault is XmlException or FormatException or ArgumentException or NotSupportedException or InvalidOperationException or UriFormatException)
        {
            return [];
        }
    }

    private static string? Link(SyndicationItem item, Uri address)
    {
        var link = item.Links.FirstOrDefault(l => l.RelationshipType is null or "alternate");
        var url = link?.GetAbsoluteUri() ?? (link?.Uri is { } relative ? new Uri(item.BaseUri ?? address, relative) : null);
        return url?.AbsoluteUri ?? (item.Id?.StartsWith("http", StringComparison.Ordinal) is true ? item.Id : null);
    }

    private static string? Date(SyndicationItem item)
    {
        try
        {
            return FeedShape.Instant(item.PublishDate != default ? item.PublishDate : item.LastUpdatedTime != default ? item.LastUpdatedTime : null);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? Words(string? title) => title is null ? null : WhiteSpace().Replace(WebUtility.HtmlDecode(Tags().Replace(title, "")), " ").Trim() is { Length: > 0 } words ? words : null;

    [GeneratedRegex("</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
