using KamtibmasPortal.News.Sources.Feeds;

namespace KamtibmasPortal.News.Sources.Discovery;

/// <summary>What bytes from a source's address are.</summary>
public enum SourceDocument { Unknown, Feed, Sitemap, Html }

/// <summary>Tells feeds, sitemaps and pages apart by their content: types that servers declare are often wrong.</summary>
public static class SourceSniffer
{
    private const int Reach = 65_536;

    private static readonly (string Mark, SourceDocument Kind)[] Marks =
    [
        ("<rss", SourceDocument.Feed), ("<feed", SourceDocument.Feed), ("<rdf:rdf", SourceDocument.Feed), ("<channel", SourceDocument.Feed),
        ("<urlset", SourceDocument.Sitemap), ("<sitemapindex", SourceDocument.Sitemap),
        ("<!doctype html", SourceDocument.Html), ("<html", SourceDocument.Html), ("<body", SourceDocument.Html), ("<head", SourceDocument.Html),
    ];

    public static SourceDocument Of(ReadOnlyMemory<byte> bytes, string? charset)
    {
        if (Packed.Unpacked(bytes, Reach) is not { } plain)
        {
            return SourceDocument.Unknown;
        }

        plain = plain[..Math.Min(plain.Length, Reach)];
        if (FeedText.Decode(plain.Span, charset) is not { } text)
        {
            return SourceDocument.Unknown;
        }

        text = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        if (text.StartsWith('{'))
        {
            return text.Contains("\"items\"", StringComparison.Ordinal) || text.Contains("jsonfeed.org", StringComparison.Ordinal) ? SourceDocument.Feed : SourceDocument.Unknown;
        }

        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return SourceDocument.Sitemap;
        }

        return RootKind(text) ?? (text.Contains('<', StringComparison.Ordinal) ? Marked(text) : SourceDocument.Unknown);
    }

    /// <summary>The first element behind declarations and comments, whatever its prefix.</summary>
    private static SourceDocument? RootKind(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] == '<' && at + 1 < text.Length && text[at + 1] is '?' or '!')
        {
            var isComment = text.AsSpan(at).StartsWith("<!--");
            if (text.AsSpan(at).StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase))
            {
                return SourceDocument.Html;
            }

            var end = text.IndexOf(isComment ? "-->" : ">", at, StringComparison.Ordinal);
            at = end < 0 ? text.Length : end + (isComment ? 3 : 1);
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }

        if (at >= text.Length || text[at] != '<')
        {
            return null;
        }

        var name = new string([.. text.AsSpan(at + 1, Math.Min(60, text.Length - at - 1)).ToArray().TakeWhile(c => char.IsLetterOrDigit(c) || c is ':' or '-' or '_' or '.')]);
        return name[(name.LastIndexOf(':') + 1)..].ToUpperInvariant() switch
        {
            "RSS" or "RDF" or "FEED" or "CHANNEL" => SourceDocument.Feed,
            "URLSET" or "SITEMAPINDEX" => SourceDocument.Sitemap,
            "HTML" => SourceDocument.Html,
            _ => null,
        };
    }

    private static SourceDocument Marked(string text)
    {
        var first = Marks.Select(m => (At: text.IndexOf(m.Mark, StringComparison.OrdinalIgnoreCase), m.Kind)).Where(m => m.At >= 0).OrderBy(m => m.At).FirstOrDefault();
        return first.Kind is SourceDocument.Unknown && text.Contains("</", StringComparison.Ordinal) ? SourceDocument.Html : first.Kind;
    }
}
