using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>
/// Reads a feed of any dialect: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed. Strict XML first; what is broken is mended and,
/// failing that, read as far as it goes. No entity is expanded from a DTD and nothing is ever fetched.
/// </summary>
public sealed class FeedReader
{
    /// <summary>Items beyond this are left to the next poll.</summary>
    public const int ItemLimit = 10_000;

    /// <param name="bytes">The feed as received.</param>
    /// <param name="charset">Charset its transport declared, or null.</param>
    /// <param name="address">Address it was received from: relative links start there.</param>
    public FeedReading Read(ReadOnlyMemory<byte> bytes, string? charset, Uri address)
    {
        if (FeedText.Decode(bytes.Span, charset) is not { } text)
        {
            return Fault("no text");
        }

        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n\0");
        if (start.IsEmpty)
        {
            return Fault("empty");
        }

        if (start[0] == '{')
        {
            return JsonFeed.Read(start.ToString(), address);
        }

        var tree = FeedXml.Parse(start.ToString());
        return tree is null || XmlFeed.Read(tree, address) is not { } reading
            ? Fault(start.Contains("<html", StringComparison.OrdinalIgnoreCase) ? "an HTML page, no feed" : "no feed")
            : reading;
    }

    private static FeedReading Fault(string why) => new(null, null, [], why);
}
