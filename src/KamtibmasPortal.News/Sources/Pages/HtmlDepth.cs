namespace KamtibmasPortal.News.Sources.Pages;

/// <summary>How deep a page nests, found in one pass before a parser builds a tree: deep trees take it minutes.</summary>
internal static class HtmlDepth
{
    private const int Limit = 512;

    private static readonly HashSet<string> Childless = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        // Closed by the next of their kind, so they never pile up.
        "p", "li", "dt", "dd", "option", "tr", "td", "th",
    };

    /// <summary>Whose text is no markup.</summary>
    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes" };

    /// <summary>An end tag does not reach beyond these.</summary>
    private static readonly HashSet<string> Walls = new(StringComparer.OrdinalIgnoreCase) { "table", "object", "applet", "marquee", "template", "caption" };

    public static bool IsBearable(string html)
    {
        var open = new List<string>();
        var drawings = 0;
        var at = 0;
        while ((at = html.IndexOf('<', at)) >= 0 && at + 1 < html.Length)
        {
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                at = After(html, "-->", at + 4);
                continue;
            }

            var isEnd = html[at + 1] == '/';
            var name = Name(html.AsSpan(at + (isEnd ? 2 : 1)));
            at++;
            if (name.Length == 0 || Childless.Contains(name))
            {
                continue;
            }

            if (isEnd)
            {
                drawings -= Close(open, name);
                continue;
            }

            if (Raw.Contains(name) && drawings == 0)
            {
                at = After(html, "</" + name, at);
                continue;
            }

            drawings += IsDrawing(name) ? 1 : 0;
            var end = html.IndexOf('>', at);
            if (drawings > 0 && !IsDrawing(name) && end > 0 && html[end - 1] == '/')
            {
                continue;
            }

            open.Add(name);
            if (open.Count > Limit)
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>Drawings closed.</returns>
    private static int Close(List<string> open, string name)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                var drawings = open.Skip(i).Count(IsDrawing);
                open.RemoveRange(i, open.Count - i);
                return drawings;
            }

            if (Walls.Contains(open[i]))
            {
                break;
            }
        }

        return 0;
    }

    private static bool IsDrawing(string name) => name.Equals("svg", StringComparison.OrdinalIgnoreCase) || name.Equals("math", StringComparison.OrdinalIgnoreCase);

    private static int After(string html, string mark, int from)
    {
        var found = html.IndexOf(mark, Math.Min(from, html.Length), StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : found + mark.Length;
    }

    private static string Name(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 32 && (char.IsAsciiLetterOrDigit(text[length]) || (length > 0 && text[length] is '-' or ':')))
        {
            length++;
        }

        return length > 0 && char.IsAsciiLetter(text[0]) ? text[..length].ToString() : "";
    }
}
