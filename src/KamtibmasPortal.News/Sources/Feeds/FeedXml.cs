using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Text to an XML tree: strictly where it is XML, loosely where its maker was careless.</summary>
internal static partial class FeedXml
{
    /// <summary>Elements nested deeper are left out.</summary>
    public const int DepthLimit = 200;

    /// <summary>Elements beyond this are left out: a tree takes fifty times the memory of its text.</summary>
    public const int ElementLimit = 600_000;

    /// <summary>Null when no root element can be made out.</summary>
    public static XElement? Parse(string text) => Strict(text) ?? Loose(text);

    /// <summary>From the first element that begins a feed or sitemap, wherever it stands.</summary>
    public static XElement? Loose(string text) => new LooseXml(text).Read();

    // DTDs are skipped, not read: nothing of them is expanded and nothing is fetched.
    public static XElement? Strict(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(Declaration().Replace(text, "", 1)), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                MaxCharactersFromEntities = 1024,
                CheckCharacters = false,
                ConformanceLevel = ConformanceLevel.Document,
            });
            return Tree(reader);
        }
        catch (Exception fault) when (fault is XmlException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Without characters that no XML may hold: whoever writes the tree again would fail on them.</summary>
    public static string Clean(string value)
    {
        var isClean = true;
        foreach (var c in value)
        {
            isClean &= XmlConvert.IsXmlChar(c);
        }

        return Entities.WithoutControls(isClean ? value : string.Concat(value.Where((c, i) => XmlConvert.IsXmlChar(c)
            || (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(value[i - 1])))));
    }

    private static XElement? Tree(XmlReader reader)
    {
        XElement? root = null;
        XElement? at = null;
        var elements = 0;
        while (elements < ElementLimit && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth < DepthLimit:
                    var element = Element(reader);
                    elements++;
                    at?.Add(element);
                    root ??= element;
                    at = reader.IsEmptyElement ? at : element;
                    break;
                case XmlNodeType.EndElement when reader.Depth < DepthLimit:
                    at = at?.Parent;
                    break;
                case XmlNodeType.CDATA when reader.Value.Contains("<![CDATA[", StringComparison.Ordinal) && reader.Value.Contains("</", StringComparison.Ordinal):
                    // A section without its end runs on to that of the next: well-formed, and not what was meant.
                    return null;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA:
                    at?.Add(new XText(Clean(reader.Value)));
                    break;
            }
        }

        return root;
    }

    private static XElement Element(XmlReader reader)
    {
        var element = new XElement(XName.Get(XmlConvert.EncodeLocalName(reader.LocalName), reader.NamespaceURI));
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                element.SetAttributeValue(XName.Get(XmlConvert.EncodeLocalName(reader.LocalName), reader.NamespaceURI), Clean(reader.Value));
            }
        }

        reader.MoveToElement();
        return element;
    }

    [GeneratedRegex(@"^\s*<\?xml\b[^>]*\?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Declaration();
}
