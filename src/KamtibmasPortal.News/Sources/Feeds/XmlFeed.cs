using System.Net;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>RSS, RDF and Atom: elements are known by their local names, whatever prefix or namespace their maker gave them.</summary>
internal static class XmlFeed
{
    private const int TitleLimit = 1000;

    /// <summary>Null when the tree is no feed.</summary>
    public static FeedReading? Read(XElement root, Uri address)
    {
        var kind = root.Name.LocalName.ToUpperInvariant();
        if (kind is not ("RSS" or "RDF" or "FEED" or "CHANNEL"))
        {
            return null;
        }

        var channel = Child(root, "channel") ?? root;
        var baseAddress = BaseOf(channel, address);
        var items = root.Descendants().Where(e => Is(e, "item") || (Is(e, "entry") && kind is "FEED")).Take(FeedReader.ItemLimit).Select(e => Item(e, baseAddress)).ToList();
        return new FeedReading(Plain(Title(channel)), Link(channel, baseAddress), items);
    }

    private static AnnouncedItem Item(XElement item, Uri feed)
    {
        var address = BaseOf(item, feed);
        var guid = Text(item, "guid") ?? Text(item, "id");
        var permanent = item.Elements().FirstOrDefault(e => Is(e, "guid")) is { } id && !string.Equals((string?)id.Attribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase);
        return new AnnouncedItem
        {
            Url = Web(Text(item, "origLink"), address) ?? Link(item, address) ?? (permanent || guid?.StartsWith("http", StringComparison.OrdinalIgnoreCase) is true ? Web(guid, address) : null),
            Title = Plain(Title(item)),
            PublishedAt = Date(item, "pubDate", "published", "issued", "date", "created") ?? Date(item, "updated", "modified", "lastBuildDate"),
            FeedId = guid,
            Author = Author(item),
            Summary = Markup(item, "summary") ?? Markup(item, "description") ?? Markup(item, "subtitle"),
            Content = Markup(item, "encoded") ?? Markup(item, "content") ?? Markup(item, "body") ?? Markup(item, "fullitem"),
        };
    }

    /// <summary>The item's own title before one of a media or podcast module.</summary>
    private static XElement? Title(XElement parent) =>
        parent.Elements().Where(e => Is(e, "title")).OrderBy(e => IsModule(e) ? 1 : 0).FirstOrDefault();

    private static string? Link(XElement parent, Uri address)
    {
        foreach (var link in parent.Elements().Where(e => Is(e, "link")))
        {
            var rel = ((string?)link.Attribute("rel") ?? "alternate").ToUpperInvariant();
            if ((string?)link.Attribute("href") is { } href)
            {
                if (rel is "ALTERNATE" or "HTTP://WWW.IANA.ORG/ASSIGNMENTS/RELATION/ALTERNATE" && Web(href, BaseOf(link, address)) is { } found)
                {
                    return found;
                }
            }
            else if (Web(link.Value, BaseOf(link, address)) is { } plain)
            {
                return plain;
            }
        }

        return (string?)parent.Attribute(XName.Get("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")) is { } about ? Web(about, address) : null;
    }

    private static string? Author(XElement item)
    {
        var author = item.Elements().FirstOrDefault(e => Is(e, "creator")) ?? item.Elements().FirstOrDefault(e => Is(e, "author")) ?? item.Elements().FirstOrDefault(e => Is(e, "contributor"));
        if (author is null)
        {
            return null;
        }

        var name = Child(author, "name")?.Value ?? (author.HasElements ? null : author.Value);
        // "nama@contoh.id (Rina Wulandari)" is RSS's own form.
        if (name is not null && name.Contains('@', StringComparison.Ordinal) && name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && name.IndexOf(')', open) is > 0 and var close)
        {
            name = name[(open + 1)..close];
        }

        return Plain(name);
    }

    private static DateTimeOffset? Date(XElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var element in item.Elements().Where(e => Is(e, name)))
            {
                if (FeedDates.Read(element.Value) is { } date)
                {
                    return date;
                }
            }
        }

        return null;
    }

    private static string? Text(XElement parent, string name) => Child(parent, name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static string? Markup(XElement parent, string name)
    {
        var element = parent.Elements().FirstOrDefault(e => Is(e, name) && !IsModule(e)) ?? Child(parent, name);
        return element is null ? null : Inner(element).Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Content of an element as its type says: text, escaped or inline markup, base64.</summary>
    private static string Inner(XElement element)
    {
        if (string.Equals((string?)element.Attribute("mode"), "base64", StringComparison.OrdinalIgnoreCase) || IsBinary((string?)element.Attribute("type")))
        {
            try
            {
                return Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(element.Value.Where(c => !char.IsWhiteSpace(c)))));
            }
            catch (FormatException)
            {
                return element.Value;
            }
        }

        return element.HasElements ? string.Concat(element.Nodes().Select(n => n is XText text ? WebUtility.HtmlEncode(text.Value) : n.ToString(SaveOptions.DisableFormatting))) : element.Value;
    }

    private static bool IsBinary(string? type) => type is not null && type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.Contains("xml", StringComparison.OrdinalIgnoreCase) && !type.Contains("html", StringComparison.OrdinalIgnoreCase);

    private static string? Plain(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var type = ((string?)element.Attribute("type") ?? "").ToUpperInvariant();
        var isAtom = element.Name.NamespaceName.Contains("atom", StringComparison.OrdinalIgnoreCase) || element.Name.NamespaceName.Contains("purl.org/atom", StringComparison.OrdinalIgnoreCase);
        var mode = ((string?)element.Attribute("mode") ?? "").ToUpperInvariant();
        // Atom says what it means; RSS titles are escaped once too often as a habit.
        return isAtom && !element.HasElements && mode != "ESCAPED" && mode != "BASE64" && type is "" or "TEXT" or "TEXT/PLAIN" ? Fold(element.Value) : Plain(Inner(element));
    }

    private static string? Plain(string? markup)
    {
        if (markup is null)
        {
            return null;
        }

        var text = markup.Length > 20_000 ? markup[..20_000] : markup;
        if (text.Contains('<', StringComparison.Ordinal) || text.Contains('&', StringComparison.Ordinal))
        {
            text = new HtmlParser().ParseDocument(text).Body?.TextContent ?? "";
        }

        return Fold(text);
    }

    private static string? Fold(string text) => PlainText.Fold(text) is { Length: > 0 } folded ? folded.Length > TitleLimit ? folded[..TitleLimit] : folded : null;

    private static Uri BaseOf(XElement element, Uri address)
    {
        foreach (var parent in element.AncestorsAndSelf().Reverse())
        {
            if ((string?)parent.Attribute(XNamespace.Xml + "base") is { } relative && Uri.TryCreate(address, relative.Trim(), out var inner) && inner.Scheme is "http" or "https")
            {
                address = inner;
            }
        }

        return address;
    }

    private static string? Web(string? text, Uri address) => FeedLinks.Web(text, address);

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => Is(e, name));

    /// <summary>Modules that repeat the item's fields for pictures, podcasts and libraries.</summary>
    private static bool IsModule(XElement element) =>
        Array.Exists(Modules, m => element.Name.NamespaceName.Contains(m, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Modules = ["mrss", "media", "itunes", "purl.org/dc/"];

    private static bool Is(XElement element, string name) => string.Equals(element.Name.LocalName, name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Addresses that may leave a reader.</summary>
internal static class FeedLinks
{
    private const int AddressLimit = 2000;

    /// <summary>The absolute http or https address, or null for anything else.</summary>
    public static string? Web(string? text, Uri address) =>
        text?.Trim() is { Length: > 0 and <= AddressLimit } link && Uri.TryCreate(address, link, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0 ? url.AbsoluteUri : null;
}
