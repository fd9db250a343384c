using System.Text;

namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>A script's attributes and text, apart from the markup.</summary>
internal sealed record PageScript(string Attributes, string Text)
{
    public bool IsLinkedData => Attributes.Contains("ld+json", StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// Raw markup without what is never text: scripts, styles, comments, drawings. One linear pass before any tree is built, so that
/// a script that prints markup builds no elements, the parser has less to do, and endless nesting is seen before it costs anything.
/// </summary>
internal sealed class PageSource
{
    /// <summary>Browsers stop here too; the parser's time grows with the square of the depth.</summary>
    private const int DepthLimit = 512;

    private const int LargestScript = 3_000_000;
    private const int MostScripts = 400;

    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    private static readonly HashSet<string> SelfEnding = new(StringComparer.OrdinalIgnoreCase) { "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead" };

    private static readonly string[] Dropped = ["script", "style", "svg", "noscript", "template", "iframe"];

    private readonly string _html;
    private readonly StringBuilder _markup;
    private readonly List<PageScript> _scripts = [];
    private readonly List<string> _open = [];

    public PageSource(string html)
    {
        _html = html;
        _markup = new StringBuilder(html.Length);
        Scan();
        Markup = _markup.ToString();
    }

    public string Markup { get; }
    public IReadOnlyList<PageScript> Scripts => _scripts;
    public bool IsTooDeep { get; private set; }

    private void Scan()
    {
        var from = 0;
        while (from < _html.Length && !IsTooDeep)
        {
            var open = _html.IndexOf('<', from);
            if (open < 0 || open + 1 >= _html.Length)
            {
                break;
            }

            _markup.Append(_html, from, open - from);
            from = _html[open + 1] switch
            {
                '!' when _html.AsSpan(open).StartsWith("<!--") => Behind("-->", open + 4),
                '/' => Copy(open, Close(open)),
                _ when char.IsAsciiLetter(_html[open + 1]) => Element(open),
                _ => Copy(open, open + 1),
            };
        }

        if (!IsTooDeep && from < _html.Length)
        {
            _markup.Append(_html, from, _html.Length - from);
        }
    }

    private int Element(int open)
    {
        var name = Name(open + 1);
        var end = TagEnd(open + 1 + name.Length);
        if (Array.Find(Dropped, d => d.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } dropped)
        {
            return Drop(dropped, open + 1 + name.Length, end);
        }

        Push(name);
        return Copy(open, end);
    }

    private int Drop(string name, int attributes, int end)
    {
        // "<iframe />" and "<script />" do not close themselves, a drawing does.
        if (name == "svg" && end >= 2 && _html[end - 2] == '/')
        {
            return end;
        }

        var close = _html.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase);
        var textEnd = close < 0 ? _html.Length : close;
        if (name == "script" && textEnd - end is > 20 and < LargestScript && _scripts.Count < MostScripts)
        {
            _scripts.Add(new PageScript(_html[attributes..Math.Min(end, attributes + 300)], _html[end..textEnd]));
        }

        _markup.Append(' ');
        return close < 0 ? _html.Length : Behind(">", close);
    }

    private int Close(int open)
    {
        var name = Name(open + 2);
        var at = _open.FindLastIndex(o => o.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (at >= 0)
        {
            _open.RemoveRange(at, _open.Count - at);
        }

        return Behind(">", open);
    }

    private void Push(string name)
    {
        if (Void.Contains(name) || (SelfEnding.Contains(name) && _open.Count > 0 && _open[^1].Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        _open.Add(name);
        IsTooDeep = _open.Count > DepthLimit;
    }

    private string Name(int start)
    {
        var end = start;
        while (end < _html.Length && end - start < 30 && (char.IsAsciiLetterOrDigit(_html[end]) || _html[end] is '-' or ':'))
        {
            end++;
        }

        return _html[start..end];
    }

    /// <summary>Behind the tag's ">"; one inside a quoted value does not count.</summary>
    private int TagEnd(int from)
    {
        var afterEquals = false;
        for (var i = from; i < _html.Length; i++)
        {
            var c = _html[i];
            if (c == '>')
            {
                return i + 1;
            }

            if (afterEquals && c is '"' or '\'')
            {
                i = _html.IndexOf(c, i + 1);
                if (i < 0)
                {
                    return _html.Length;
                }
            }

            afterEquals = c == '=' || (afterEquals && char.IsWhiteSpace(c));
        }

        return _html.Length;
    }

    private int Behind(string mark, int from) => _html.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var at ? at + mark.Length : _html.Length;

    private int Copy(int from, int to)
    {
        _markup.Append(_html, from, to - from);
        return to;
    }
}
