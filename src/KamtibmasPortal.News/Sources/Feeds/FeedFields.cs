using System.Xml.Linq;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Fields of a feed's element by local name. Of several, that of the feed's own vocabulary comes before those of modules.</summary>
internal static class FeedFields
{
    /// <summary>Vocabularies for pictures and podcasts: they repeat an item's fields for its attachments.</summary>
    private static readonly string[] Attachments = ["mrss", "media", "itunes", "podcast", "georss", "xspf"];

    /// <summary>Dates of one name that are tried; an item has one or two.</summary>
    private const int DatesTried = 10;

    public static bool Is(XElement element, string name) => string.Equals(element.Name.LocalName, name, StringComparison.OrdinalIgnoreCase);

    public static bool IsModule(XElement element) => IsAttachment(element.Name.NamespaceName);

    /// <summary>Children of that name, the most fitting first.</summary>
    public static IEnumerable<XElement> Pick(XElement parent, string name) => parent.Elements().Where(e => Is(e, name)).OrderBy(e => Rank(e, parent));

    public static string? Text(XElement parent, string name) => Pick(parent, name).Select(e => e.Value.Trim()).FirstOrDefault(t => t.Length > 0);

    /// <summary>The first name that holds a date; an attribute will do, as in CDF.</summary>
    public static DateTimeOffset? Date(XElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var element in Pick(item, name).Take(DatesTried))
            {
                if (FeedDates.Read(element.Value) is { } date)
                {
                    return date;
                }
            }

            if (FeedDates.Read(Attribute(item, name)) is { } attribute)
            {
                return attribute;
            }
        }

        return null;
    }

    public static string? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(a => string.Equals(a.Name.LocalName, name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>Where relative links of an element start: xml:base from the outside in.</summary>
    public static Uri Base(XElement element, Uri address)
    {
        foreach (var parent in element.AncestorsAndSelf().Reverse())
        {
            if ((string?)parent.Attribute(XNamespace.Xml + "base") is { } relative && WebLinks.Absolute(relative, address) is { } inner)
            {
                address = new Uri(inner);
            }
        }

        return address;
    }

    private static int Rank(XElement element, XElement parent)
    {
        var name = element.Name.NamespaceName;
        return name == parent.Name.NamespaceName ? 0
            : name.Length == 0 || name.Contains("purl.org/rss", StringComparison.OrdinalIgnoreCase) || name.Contains("atom", StringComparison.OrdinalIgnoreCase) || name.Contains("netscape.com/rdf", StringComparison.OrdinalIgnoreCase) ? 1
            : IsAttachment(name) ? 4
            : name.Contains("purl.org/dc/", StringComparison.OrdinalIgnoreCase) ? 2 : 3;
    }

    private static bool IsAttachment(string name) => Array.Exists(Attachments, m => name.Contains(m, StringComparison.OrdinalIgnoreCase));
}
