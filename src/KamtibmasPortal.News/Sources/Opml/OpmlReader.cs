using System.Globalization;
using System.Xml;

namespace KamtibmasPortal.News.Sources.Opml;

/// <summary>
/// Reads OPML 1 and 2 as feed readers write it, and what <see cref="OpmlWriter"/> adds. A file of somebody else is hostile: document types
/// and entities are refused, size, depth and number are bounded, and no address is followed.
/// </summary>
public static class OpmlReader
{
    public const int SizeLimit = 2 * 1024 * 1024;
    public const int MostEntries = 1000;

    /// <summary>Folders in folders; readers write two or three.</summary>
    private const int DeepestFolder = 20;

    private const int LongestValue = 2000;

    public static OpmlReading Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length is 0 or > SizeLimit)
        {
            return new OpmlReading([], bytes.Length == 0 ? OpmlFault.Empty : OpmlFault.TooLarge);
        }

        using var stream = new MemoryStream(bytes.ToArray());
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = SizeLimit, IgnoreComments = true, IgnoreProcessingInstructions = true });
        try
        {
            return Read(xml);
        }
        catch (XmlException)
        {
            // The prohibition of document types is an XmlException like any other; the file itself tells which it was.
            return new OpmlReading([], NamesDocumentType(bytes.Span) ? OpmlFault.Forbidden : OpmlFault.NotXml);
        }
    }

    private static OpmlReading Read(XmlReader xml)
    {
        if (xml.MoveToContent() is not XmlNodeType.Element || !xml.LocalName.Equals("opml", StringComparison.OrdinalIgnoreCase))
        {
            return new OpmlReading([], OpmlFault.NotOpml);
        }

        var (entries, folders) = (new List<OpmlEntry>(), new List<(int Depth, string Name)>());
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            if (xml.Depth > DeepestFolder + 2)
            {
                return new OpmlReading([], OpmlFault.TooDeep);
            }

            if (!xml.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            folders.RemoveAll(f => f.Depth >= xml.Depth);
            var entry = EntryOf(xml, folders.ConvertAll(f => f.Name));
            if (entry.ReadAt is null)
            {
                folders.Add((xml.Depth, entry.Name ?? ""));
            }
            else if (entries.Count == MostEntries)
            {
                return new OpmlReading([], OpmlFault.TooMany);
            }
            else
            {
                entries.Add(entry);
            }
        }

        return new OpmlReading(entries, entries.Count == 0 ? OpmlFault.NoSources : OpmlFault.None);
    }

    private static OpmlEntry EntryOf(XmlReader xml, List<string> folders)
    {
        var inFolders = string.Join(" / ", folders.Where(f => f.Length > 0));
        return new OpmlEntry
        {
            Name = Plain("title") ?? Plain("text"),
            XmlUrl = Plain("xmlUrl"),
            HtmlUrl = Plain("htmlUrl"),
            Category = inFolders.Length > 0 ? inFolders : Plain("category")?.TrimStart('/').Replace("/", " / ", StringComparison.Ordinal),
            Address = Own("address"),
            Kind = Choice<Model.SourceKind>("kind"),
            Selector = Own("selector"),
            Publisher = Own("publisher"),
            Trust = Choice<Model.Trust>("trust"),
            Display = Choice<Model.Display>("display"),
            Region = Own("region"),
            IntervalMinutes = int.TryParse(Own("intervalMinutes"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null,
            IsPaused = Own("paused") == "true",
        };

        // Readers differ in the case of "xmlUrl".
        string? Plain(string name)
        {
            var value = xml.GetAttribute(name);
            for (var i = 0; value is null && i < xml.AttributeCount; i++)
            {
                xml.MoveToAttribute(i);
                value = xml.NamespaceURI.Length == 0 && xml.Name.Equals(name, StringComparison.OrdinalIgnoreCase) ? xml.Value : null;
            }

            xml.MoveToElement();
            return Clean(value);
        }

        string? Own(string name) => Clean(xml.GetAttribute(name, OpmlWriter.Namespace));

        T? Choice<T>(string name)
            where T : struct, Enum => Enum.TryParse<T>(Own(name), out var value) && Enum.IsDefined(value) ? value : null;
    }

    private static string? Clean(string? value)
    {
        var text = value is null ? "" : string.Concat(value.Where(c => !char.IsControl(c))).Trim();
        return text.Length is 0 or > LongestValue ? null : text;
    }

    private static bool NamesDocumentType(ReadOnlySpan<byte> bytes) => System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 65_536)]).Replace("\0", "", StringComparison.Ordinal).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
}
