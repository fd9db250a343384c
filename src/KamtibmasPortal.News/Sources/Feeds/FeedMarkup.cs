using System.Net;
using System.Text;
using System.Xml.Linq;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Text fields of a feed as their type says: words, markup escaped or inline, base64.</summary>
internal static class FeedMarkup
{
    public static string? Title(XElement parent, bool isAtom) => FeedFields.Pick(parent, "title").Select(t => Words(t, isAtom)).FirstOrDefault(t => t is not null);

    public static string? Author(XElement item)
    {
        var author = FeedFields.Pick(item, "creator").FirstOrDefault() ?? FeedFields.Pick(item, "author").FirstOrDefault() ?? FeedFields.Pick(item, "contributor").FirstOrDefault();
        if (author is null)
        {
            return null;
        }

        var name = FeedFields.Text(author, "name") ?? (author.HasElements ? null : author.Value);
        // "nama@contoh.id (Rina Wulandari)" is RSS's own form.
        if (name is not null && name.Contains('@', StringComparison.Ordinal) && name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && name.IndexOf(')', open) is > 0 and var close)
        {
            name = name[(open + 1)..close];
        }

        return FeedTitle.Plain(name);
    }

    /// <summary>A field that may hold markup, as it stands; an attachment's only where the item has none.</summary>
    public static string? Of(XElement parent, string name)
    {
        var element = FeedFields.Pick(parent, name).FirstOrDefault();
        return element is null ? null : Inner(element).Trim() is { Length: > 0 } text ? text : null;
    }

    private static string? Words(XElement title, bool isAtom)
    {
        var type = (FeedFields.Attribute(title, "type") ?? "").ToUpperInvariant();
        var mode = (FeedFields.Attribute(title, "mode") ?? "").ToUpperInvariant();
        if (title.HasElements || type.Contains("HTML", StringComparison.Ordinal))
        {
            return FeedTitle.Plain(Inner(title));
        }

        var isCoded = mode == "BASE64" || IsBinary(type);
        return type switch
        {
            "TEXT" or "TEXT/PLAIN" or "PLAIN" when !isCoded => FeedTitle.Folded(title.Value),
            // Atom means words where it names no type; RSS leaves it to the reader.
            "" when isAtom && mode is "" or "XML" => FeedTitle.Folded(title.Value),
            _ => FeedTitle.Guessed(Inner(title)),
        };
    }

    private static string Inner(XElement element)
    {
        if (string.Equals(FeedFields.Attribute(element, "mode"), "base64", StringComparison.OrdinalIgnoreCase) || IsBinary(FeedFields.Attribute(element, "type")))
        {
            try
            {
                return TextDecoder.Decode(Convert.FromBase64String(string.Concat(element.Value.Where(c => !char.IsWhiteSpace(c))))) ?? "";
            }
            catch (FormatException)
            {
                return element.Value;
            }
        }

        return element.HasElements ? string.Concat(element.Nodes().Select(n => n is XText text ? WebUtility.HtmlEncode(text.Value) : n.ToString(SaveOptions.DisableFormatting))) : element.Value;
    }

    private static bool IsBinary(string? type) => type is not null && type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.Contains("xml", StringComparison.OrdinalIgnoreCase) && !type.Contains("html", StringComparison.OrdinalIgnoreCase);
}
