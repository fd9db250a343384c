using System.Text;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Headlines to plain words: markup gone, references resolved, white space folded.</summary>
internal static partial class FeedTitle
{
    private const int MarkupLimit = 20_000;
    private const int TitleLimit = 1000;

    /// <summary>Elements whose content nobody sees.</summary>
    private static readonly string[] Hidden = ["script", "style", "applet", "template"];

    private static readonly HashSet<string> Breaking = new(StringComparer.OrdinalIgnoreCase) { "br", "p", "div", "li", "ul", "ol", "tr", "td", "hr", "h1", "h2", "h3", "h4", "blockquote" };

    /// <summary>Text that is HTML.</summary>
    public static string? Plain(string? markup)
    {
        if (markup is null)
        {
            return null;
        }

        var text = markup.Length > MarkupLimit ? markup[..MarkupLimit] : markup;
        return Folded(Entities.Resolved(text.Contains('<', StringComparison.Ordinal) ? Stripped(text) : text));
    }

    /// <summary>Text that may be HTML and may be words: RSS never says which. Tags without any end, such as "the &lt;blink&gt; tag", are words.</summary>
    public static string? Guessed(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var head = text.Length > MarkupLimit ? text[..MarkupLimit] : text;
        // A title that is nothing but a tag speaks of the tag.
        return MarkupSign().IsMatch(head) ? Plain(head) ?? (BareTag().IsMatch(head) ? Folded(head) : null) : Folded(head);
    }

    /// <summary>Text that is meant letter by letter.</summary>
    public static string? Folded(string text) =>
        PlainText.Fold(Entities.WithoutControls(text.Length > MarkupLimit ? text[..MarkupLimit] : text)) is { Length: > 0 } folded ? Cut(folded) : null;

    private static string Cut(string text) => text.Length <= TitleLimit ? text : text[..(char.IsHighSurrogate(text[TitleLimit - 1]) ? TitleLimit - 1 : TitleLimit)];

    private static string Stripped(string text)
    {
        var words = new StringBuilder(text.Length);
        var at = 0;
        var heedsQuotes = true;
        while (at < text.Length)
        {
            if (text[at] != '<' || at + 1 >= text.Length || !(char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!' or '?'))
            {
                words.Append(text[at++]);
                continue;
            }

            var isComment = text.AsSpan(at).StartsWith("<!--");
            var end = isComment ? text.IndexOf("-->", at, StringComparison.Ordinal) : TagEnd(text, at, ref heedsQuotes);
            if (end < 0)
            {
                // A tag cut off in its middle is no words.
                break;
            }

            var name = Name(text.AsSpan(at + 1));
            words.Append(Breaking.Contains(name.TrimStart('/')) ? " " : "");
            at = end + (isComment ? 3 : 1);
            if (Array.Exists(Hidden, h => h.Equals(name, StringComparison.OrdinalIgnoreCase)) && text[end - 1] != '/')
            {
                var close = text.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
                at = close < 0 ? text.Length : close;
            }
        }

        return words.ToString();
    }

    /// <summary>Where a tag ends: a bracket within quotes does not end it.</summary>
    private static int TagEnd(string text, int start, ref bool heedsQuotes)
    {
        var quote = '\0';
        for (var i = start + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (heedsQuotes && c is '"' or '\'' && text[i - 1] is '=' or ' ')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i;
            }
        }

        // A quote that never ends: the rest is read without heeding any.
        heedsQuotes = false;
        return text.IndexOf('>', start);
    }

    private static string Name(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 20 && (char.IsAsciiLetterOrDigit(text[length]) || (length == 0 && text[0] == '/')))
        {
            length++;
        }

        return text[..length].ToString();
    }

    [GeneratedRegex(@"^\s*</?[a-z][a-z0-9]{0,15}\s*/?>\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex BareTag();

    [GeneratedRegex(@"</[a-z][a-z0-9]{0,15}\s*>|<(?:br|img|hr|wbr|p|b|i|em|strong|span|font|a|u)\b[^<>]{0,2000}>|<[a-z]{1,15}(?:\s[^<>]{0,2000})?/>|<!--|&(?:[a-z][a-z0-9]{1,30}|\#\d{1,7}|\#x[0-9a-f]{1,6});", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex MarkupSign();
}
