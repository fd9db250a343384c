using System.Xml;
using System.Xml.Linq;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>One tag of careless XML.</summary>
/// <param name="IsCut">A name and no bracket behind it: words that happen to follow a "less than", unless the name is a field's.</param>
internal sealed record LooseTag(string Name, bool IsEnd, bool IsEmpty, IReadOnlyList<(string Name, string Value)> Attributes, int End, bool IsCut)
{
    private const int AttributeLimit = 60;

    /// <summary>How far away the closing quote of a value may be.</summary>
    private const int ValueReach = 4000;

    public string Local => Name[(Name.LastIndexOf(':') + 1)..];

    public string Prefix => Name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? Name[..colon] : "";

    /// <summary>Null when the bracket there begins no tag.</summary>
    public static LooseTag? At(string text, int at)
    {
        var isEnd = at + 1 < text.Length && text[at + 1] == '/';
        var start = at + (isEnd ? 2 : 1);
        var name = NameAt(text, start);
        if (name.Length == 0 || !(char.IsLetter(name[0]) || name[0] == '_') || name[^1] == ':')
        {
            return null;
        }

        var attributes = new List<(string, string)>();
        var i = start + name.Length;
        // "a<b and c" is no tag: a name is followed by a blank, an end or an attribute.
        if (i < text.Length && !(char.IsWhiteSpace(text[i]) || text[i] is '>' or '/' or '<'))
        {
            return null;
        }

        while (i < text.Length)
        {
            while (i < text.Length && (char.IsWhiteSpace(text[i]) || text[i] is '/' or '"' or '\'' or '='))
            {
                i++;
            }

            if (i >= text.Length || text[i] is '>' or '<')
            {
                break;
            }

            var key = NameAt(text, i);
            if (key.Length == 0)
            {
                i++;
                continue;
            }

            i += key.Length;
            i = Value(text, i, out var value);
            if (attributes.Count < AttributeLimit)
            {
                attributes.Add((key, value));
            }
        }

        var isClosed = i < text.Length && text[i] == '>';
        return new LooseTag(name, isEnd, isClosed && text[i - 1] == '/', attributes, isClosed ? i + 1 : i, !isClosed && !isEnd && attributes.Count == 0);
    }

    public static string NameAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 100 && (char.IsLetterOrDigit(text[end]) || text[end] is ':' or '_' or '-' or '.'))
        {
            end++;
        }

        return text[at..end];
    }

    private static int Value(string text, int at, out string value)
    {
        value = "";
        var i = at;
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        if (i >= text.Length || text[i] != '=')
        {
            return at;
        }

        i++;
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        if (i < text.Length && text[i] is '"' or '\'' && text.IndexOf(text[i], i + 1, Math.Min(ValueReach, text.Length - i - 1)) is >= 0 and var close && !text.AsSpan(i, close - i).Contains('<'))
        {
            value = text[(i + 1)..close];
            return close + 1;
        }

        var end = i;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('>' or '<'))
        {
            end++;
        }

        // "/>" closes the tag, it is no part of an address.
        end -= end > i && end < text.Length && text[end] == '>' && text[end - 1] == '/' ? 1 : 0;
        value = text[i..end].Trim('"', '\'');
        return end;
    }
}

/// <summary>Names of careless XML to expanded names.</summary>
internal sealed class LooseNames
{
    private readonly Dictionary<string, string> _declared = new(StringComparer.Ordinal) { ["xml"] = XNamespace.Xml.NamespaceName };

    public XElement Element(LooseTag tag, XElement? parent, Func<string, string> resolve)
    {
        var ownDefault = (string?)null;
        foreach (var (name, value) in tag.Attributes)
        {
            if (name == "xmlns")
            {
                ownDefault = resolve(value);
            }
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                _declared[name[6..]] = resolve(value);
            }
        }

        var element = new XElement(XName.Get(XmlConvert.EncodeLocalName(tag.Local), tag.Prefix.Length > 0 ? Namespace(tag.Prefix) : ownDefault ?? Inherited(parent)));
        if (ownDefault is not null)
        {
            element.AddAnnotation(new DefaultNamespace(ownDefault));
        }

        foreach (var (name, value) in tag.Attributes.Where(a => a.Name != "xmlns" && !a.Name.StartsWith("xmlns:", StringComparison.Ordinal) && a.Name[^1] != ':' && a.Name[0] != ':'))
        {
            var colon = name.IndexOf(':', StringComparison.Ordinal);
            element.SetAttributeValue(XName.Get(XmlConvert.EncodeLocalName(name[(colon + 1)..]), colon > 0 ? Namespace(name[..colon]) : ""), resolve(value));
        }

        return element;
    }

    private static string Inherited(XElement? parent) =>
        parent?.AncestorsAndSelf().Select(e => e.Annotation<DefaultNamespace>()?.Name).FirstOrDefault(n => n is not null) ?? "";

    private string Namespace(string prefix) => _declared.GetValueOrDefault(prefix) is { Length: > 0 } declared ? declared : Usual(prefix);

    private static string Usual(string prefix) => prefix switch
    {
        "dc" => "http://purl.org/dc/elements/1.1/",
        "dcterms" => "http://purl.org/dc/terms/",
        "content" => "http://purl.org/rss/1.0/modules/content/",
        "media" => "http://search.yahoo.com/mrss/",
        "itunes" => "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "atom" => "http://www.w3.org/2005/Atom",
        "rdf" => "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        _ => "urn:undeclared:" + XmlConvert.EncodeLocalName(prefix),
    };

    private sealed record DefaultNamespace(string Name);
}
