using System.Globalization;
using System.Text;
using System.Xml;

namespace KamtibmasPortal.Web.Discovery;

/// <summary>A page that search engines should know.</summary>
/// <param name="Path">Its path.</param>
/// <param name="ChangedAt">When it last changed, UTC; null where that is not known.</param>
public sealed record SitemapEntry(string Path, DateTime? ChangedAt = null);

/// <summary>Addresses in the form of sitemaps.org 0.9: one file up to its limit, beyond that an index of several.</summary>
/// <param name="root">Absolute address of the portal, without a slash at its end.</param>
/// <param name="most">Addresses of one file; the protocol allows 50,000.</param>
public sealed class SitemapWriter(string root, int most = SitemapWriter.ProtocolLimit)
{
    public const int ProtocolLimit = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The file at the well-known address.</summary>
    /// <param name="entries">All of them.</param>
    /// <param name="partPath">Path of a part by its number from 1.</param>
    public byte[] First(IReadOnlyList<SitemapEntry> entries, Func<int, string> partPath) => entries.Count <= most
        ? Pages(entries)
        : Write("sitemapindex", Enumerable.Range(1, (entries.Count + most - 1) / most).Select(n => ("sitemap", new SitemapEntry(partPath(n)))));

    /// <summary>A part by its number from 1; null where there is none.</summary>
    public byte[]? Part(IReadOnlyList<SitemapEntry> entries, int number) =>
        number < 1 || entries.Count <= most || (long)(number - 1) * most >= entries.Count ? null : Pages([.. entries.Skip((number - 1) * most).Take(most)]);

    private byte[] Pages(IReadOnlyList<SitemapEntry> entries) => Write("urlset", entries.Select(e => ("url", e)));

    private byte[] Write(string rootName, IEnumerable<(string Name, SitemapEntry Entry)> entries)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { CloseOutput = false, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement(rootName, Namespace);
            foreach (var (name, entry) in entries)
            {
                xml.WriteStartElement(name, Namespace);
                xml.WriteElementString("loc", Namespace, root + entry.Path);
                if (entry.ChangedAt is { } at)
                {
                    xml.WriteElementString("lastmod", Namespace, at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }
}
