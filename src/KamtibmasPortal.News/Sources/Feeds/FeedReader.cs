namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>
/// Reads a feed of any dialect: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed. As XML where it is XML, loosely where it is not.
/// No entity is expanded beyond plain words and nothing is ever fetched.
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
        if (Packed.Unpacked(bytes) is not { } plain || FeedText.Decode(plain.Span, charset) is not { } decoded)
        {
            return Fault("no text");
        }

        var text = decoded.TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        if (text.Length == 0)
        {
            return Fault("empty");
        }

        if (text[0] == '{')
        {
            return JsonFeed.Read(text, address);
        }

        // What is well-formed and yet no feed may be a page around one.
        return (FeedXml.Strict(text) is { } tree ? XmlFeed.Read(tree, address) : null)
            ?? (FeedXml.Loose(text) is { } inner ? XmlFeed.Read(inner, address) : null)
            ?? Fault(text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? "an HTML page, no feed" : "no feed");
    }

    private static FeedReading Fault(string why) => new(null, null, [], why);
}
