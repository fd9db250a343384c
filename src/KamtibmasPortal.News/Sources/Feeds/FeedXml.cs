using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Text to an XML tree, mended where its maker was careless: undeclared entities, bare ampersands, control characters, unclosed ends.</summary>
internal static partial class FeedXml
{
    private const int DepthLimit = 200;

    /// <summary>Null when no root element can be made out.</summary>
    public static XElement? Parse(string text) => Strict(text) ?? Lenient(Mended(text));

    private static XElement? Strict(string text)
    {
        try
        {
            using var reader = Reader(text);
            return Tree(reader, stopAtFault: false);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Keeps what stands before the first fault that mending could not heal.</summary>
    private static XElement? Lenient(string text)
    {
        try
        {
            using var reader = Reader(text);
            return Tree(reader, stopAtFault: true);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // DTDs are skipped, not read: nothing of them is expanded and nothing is fetched.
    private static XmlReader Reader(string text) => XmlReader.Create(new StringReader(Declaration().Replace(text, "", 1)), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        CheckCharacters = false,
        ConformanceLevel = ConformanceLevel.Auto,
    });

    private static XElement? Tree(XmlReader reader, bool stopAtFault)
    {
        XElement? root = null;
        XElement? at = null;
        try
        {
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element when reader.Depth < DepthLimit:
                        var element = Element(reader);
                        (at is null ? null : at)?.Add(element);
                        root ??= element;
                        at = reader.IsEmptyElement ? at : element;
                        break;
                    case XmlNodeType.EndElement when reader.Depth < DepthLimit:
                        at = at?.Parent;
                        break;
                    case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                        at?.Add(new XText(reader.Value));
                        break;
                    case XmlNodeType.CDATA:
                        at?.Add(new XText(reader.Value));
                        break;
                }
            }
        }
        catch (XmlException) when (stopAtFault)
        {
            // What was read stands.
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
                element.SetAttributeValue(XName.Get(XmlConvert.EncodeLocalName(reader.LocalName), reader.NamespaceURI), reader.Value);
            }
        }

        reader.MoveToElement();
        return element;
    }

    private static string Mended(string text)
    {
        var root = text.IndexOf('<', StringComparison.Ordinal);
        var mended = Comment().Replace(root > 0 ? text[root..] : text, "");
        mended = Controls().Replace(mended, "");
        mended = Entity().Replace(mended, m => m.Groups["known"].Success ? m.Value : m.Groups["name"].Success ? Resolve(m) : "&amp;");
        mended = Unquoted().Replace(mended, m => $"{m.Groups["before"].Value}\"{m.Groups["value"].Value}\"");
        return DeclarePrefixes(BareLess().Replace(mended, "&lt;"));
    }

    private static string Resolve(Match entity)
    {
        var decoded = WebUtility.HtmlDecode(entity.Value);
        return decoded == entity.Value ? "&amp;" + entity.Value[1..] : string.Concat(decoded.Select(c => c is '<' or '>' or '&' ? $"&#{(int)c};" : c.ToString()));
    }

    /// <summary>A prefix that nobody declared stops every parser: give it a name of its own.</summary>
    private static string DeclarePrefixes(string text)
    {
        var used = PrefixUse().Matches(text).Select(m => m.Groups["prefix"].Value).Distinct(StringComparer.Ordinal).Where(p => p is not ("xml" or "xmlns") && !text.Contains($"xmlns:{p}=", StringComparison.Ordinal) && !text.Contains($"xmlns:{p} ", StringComparison.Ordinal)).Take(50).ToList();
        if (used.Count == 0 || RootStart().Match(text) is not { Success: true } root)
        {
            return text;
        }

        var names = new StringBuilder();
        foreach (var prefix in used)
        {
            names.Append(CultureInfo.InvariantCulture, $" xmlns:{prefix}=\"{Known(prefix)}\"");
        }

        return text.Insert(root.Index + root.Length, names.ToString());
    }

    private static string Known(string prefix) => prefix switch
    {
        "dc" => "http://purl.org/dc/elements/1.1/",
        "content" => "http://purl.org/rss/1.0/modules/content/",
        "atom" => "http://www.w3.org/2005/Atom",
        "rdf" => "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        _ => "urn:undeclared:" + prefix,
    };

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^\s*<\?xml\b[^>]*\?>", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"<!--.*?-->", Options | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Controls();

    [GeneratedRegex(@"&(?:(?<known>amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});|(?<name>[A-Za-z][A-Za-z0-9]{1,30});|)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"(?<before><[A-Za-z][^<>]{0,200}?\s[\w:-]+=)(?<value>[^\s""'<>]+)(?=[\s/>])", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Unquoted();

    [GeneratedRegex(@"<(?![A-Za-z/!?_])", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex BareLess();

    [GeneratedRegex(@"</?(?<prefix>[A-Za-z_][\w.-]{0,30}):|\s(?<prefix>[A-Za-z_][\w.-]{0,30}):[\w.-]+\s*=", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PrefixUse();

    [GeneratedRegex(@"<[A-Za-z_][\w.:-]*", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex RootStart();
}
