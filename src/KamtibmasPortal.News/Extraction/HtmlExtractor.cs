using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction;

/// <summary>The article of a web page: SmartReader finds the text, markup gives the metadata, the rules for plain lines do the rest.</summary>
internal static class HtmlExtractor
{
    /// <summary>Deeper pages are no articles but attacks on the parser: 20,000 nested elements take seconds.</summary>
    private const int DepthLimit = 512;

    /// <summary>SmartReader wants an address to resolve links by; nothing is fetched from it.</summary>
    private const string NoAddress = "https://page.invalid/";

    public static ExtractedArticle Extract(string html, string? address)
    {
        if (Depth(html) > DepthLimit)
        {
            return PlainTextExtractor.Refused(new PageHints(), RejectionReason.NotAnArticle);
        }

        var document = new HtmlParser().ParseDocument(html);
        var hints = HtmlMetadata.Read(document, address);
        var article = new SmartReader.Reader(address ?? NoAddress, html).GetArticle();
        if (!article.Completed || string.IsNullOrWhiteSpace(article.Content))
        {
            return PlainTextExtractor.Refused(hints, RejectionReason.NotAnArticle);
        }

        var content = new HtmlParser().ParseDocument(article.Content);
        foreach (var aside in content.QuerySelectorAll("figure, figcaption, script, style, nav, aside, form, button, iframe, time, [class*='caption']").ToList())
        {
            aside.Remove();
        }

        var lines = HtmlLines.Of(content.Body!);
        var extracted = PlainTextExtractor.Extract(lines, hints);
        return extracted.Rejection is RejectionReason.Empty ? extracted with { Rejection = RejectionReason.NotAnArticle } : extracted;
    }

    /// <summary>A cheap upper guess of nesting, before any parser builds a tree.</summary>
    private static int Depth(string html)
    {
        int depth = 0, deepest = 0;
        for (var i = 0; i + 1 < html.Length; i++)
        {
            if (html[i] != '<')
            {
                continue;
            }

            if (html[i + 1] == '/')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (char.IsAsciiLetter(html[i + 1]) && !IsVoid(html.AsSpan(i + 1, Math.Min(8, html.Length - i - 1))))
            {
                deepest = Math.Max(deepest, ++depth);
            }
        }

        return deepest;
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        foreach (var name in (ReadOnlySpan<string>)["br", "img", "meta", "link", "hr", "input", "p", "li", "source", "path", "wbr", "td", "tr", "option", "dt", "dd", "col", "embed"])
        {
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (tag.Length == name.Length || !char.IsAsciiLetterOrDigit(tag[name.Length])))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The text of a tree as lines: one a block, <c>br</c> breaks too.</summary>
internal static class HtmlLines
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "header", "footer", "table", "tr", "td", "br", "pre", "dl", "dt", "dd", "main", "figure", "figcaption", "hr",
    };

    public static List<TextLine> Of(INode root)
    {
        var text = new System.Text.StringBuilder();
        Write(root, text);
        return PlainText.Lines(text.ToString());
    }

    private static void Write(INode node, System.Text.StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                // Line breaks in the source are blanks to a reader.
                text.Append(words.Data.ReplaceLineEndings(" "));
            }
            else if (child is IElement element && element is not (IHtmlScriptElement or IHtmlStyleElement))
            {
                var isBlock = Blocks.Contains(element.LocalName);
                text.Append(isBlock ? element.LocalName == "br" ? "\n" : "\n\n" : "");
                Write(element, text);
                text.Append(isBlock && element.LocalName != "br" ? "\n\n" : "");
            }
        }
    }
}
