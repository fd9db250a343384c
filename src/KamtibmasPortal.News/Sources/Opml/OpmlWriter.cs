using System.Globalization;
using System.Text;
using System.Xml;

namespace KamtibmasPortal.News.Sources.Opml;

/// <summary>Writes sources as OPML 2.0 (http://opml.org/spec2.opml). What only this portal knows stands in a namespace of its own: in, out and in again nothing is lost.</summary>
public static class OpmlWriter
{
    public const string Namespace = "urn:kamtibmas-portal:opml:1";

    private const string Prefix = "kp";

    /// <param name="title">Of the list.</param>
    /// <param name="made">When it was made.</param>
    /// <param name="entries">Its sources, in their order.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(string title, DateTimeOffset made, IEnumerable<OpmlEntry> entries)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", Prefix, null, Namespace);
            xml.WriteStartElement("head");
            xml.WriteElementString("title", Legal(title));
            xml.WriteElementString("dateCreated", made.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var entry in entries)
            {
                Outline(xml, entry);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Outline(XmlWriter xml, OpmlEntry entry)
    {
        xml.WriteStartElement("outline");
        Plain("text", entry.Name ?? "");
        Plain("title", entry.Name);
        Plain("type", entry.XmlUrl is null ? null : "rss");
        Plain("xmlUrl", entry.XmlUrl);
        Plain("htmlUrl", entry.HtmlUrl);
        Plain("category", entry.Category is { } category ? "/" + category.Replace(" / ", "/", StringComparison.Ordinal) : null);
        Own("address", entry.Address);
        Own("kind", entry.Kind?.ToString());
        Own("selector", entry.Selector);
        Own("publisher", entry.Publisher);
        Own("trust", entry.Trust?.ToString());
        Own("display", entry.Display?.ToString());
        Own("region", entry.Region);
        Own("intervalMinutes", entry.IntervalMinutes?.ToString(CultureInfo.InvariantCulture));
        Own("paused", entry.IsPaused ? "true" : null);
        xml.WriteEndElement();

        void Plain(string name, string? value)
        {
            if (value is not null)
            {
                xml.WriteAttributeString(name, Legal(value));
            }
        }

        void Own(string name, string? value)
        {
            if (value is not null)
            {
                xml.WriteAttributeString(Prefix, name, Namespace, Legal(value));
            }
        }
    }

    /// <summary>A name may hold what XML can't.</summary>
    private static string Legal(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(r => r.IsBmp ? XmlConvert.IsXmlChar((char)r.Value) : true).Select(r => r.ToString()));
}
