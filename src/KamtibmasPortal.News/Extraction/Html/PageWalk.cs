using System.Text;
using AngleSharp.Dom;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>Lists a page's elements and blocks without recursion: pages may nest as deep as they like.</summary>
internal sealed class PageWalk
{
    private const int MostNodes = 150_000;
    private const int MostBlocks = 20_000;
    private const int LongestBlock = 100_000;

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "audio", "video", "select", "textarea", "input", "map", "head", "title", "math", "picture", "img", "datalist", "dialog", "amp-ad", "amp-sidebar", "amp-social-share", "amp-analytics", "amp-iframe", "amp-video",
    };

    private static readonly HashSet<string> Cut = new(StringComparer.Ordinal) { "nav", "footer", "aside", "figcaption", "figure", "button", "label", "form", "header", "menu", "amp-carousel", "caption" };

    private static readonly HashSet<string> Blocky = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    private readonly StringBuilder _text = new();
    private readonly Stack<int> _owners = new();
    private int _linkDepth;
    private int _linkChars;

    public List<PageNode> Nodes { get; } = [];
    public List<TextBlock> Blocks { get; } = [];

    /// <remarks>By index: the parser's NextSibling searches the parent's children each time.</remarks>
    public void Run(IElement root)
    {
        Enter(root);
        var path = new Stack<(IElement Element, int Next)>([(root, 0)]);
        while (path.TryPop(out var step) && Nodes.Count < MostNodes && Blocks.Count < MostBlocks)
        {
            var (parent, next) = step;
            if (next >= parent.ChildNodes.Length)
            {
                Leave(parent);
                continue;
            }

            path.Push((parent, next + 1));
            if (parent.ChildNodes[next] is IElement element)
            {
                Enter(element);
                if (!IsSilent(element.LocalName))
                {
                    path.Push((element, 0));
                }
            }
            else if (parent.ChildNodes[next] is IText text)
            {
                Append(text.Data);
            }
        }

        Flush();
        while (_owners.TryPop(out var open))
        {
            Close(Nodes[open]);
        }
    }

    private void Close(PageNode node)
    {
        node.End = Nodes.Count;

        // Words of an inline element that still wait for their block belong to it, if it began before them.
        var waits = node.Range.From < Blocks.Count && !IsBlock(node.Tag) && !node.IsCut && HasWords();
        node.Range = node.Range with { To = Blocks.Count + (waits ? 1 : 0) };
    }

    private bool HasWords()
    {
        for (var i = 0; i < _text.Length; i++)
        {
            if (!char.IsWhiteSpace(_text[i]))
            {
                return char.IsLetterOrDigit(_text[i]) || char.IsPunctuation(_text[i]);
            }
        }

        return false;
    }

    private void Enter(IElement element)
    {
        var tag = element.LocalName;
        if (tag == "br")
        {
            Flush();
        }

        if (IsSilent(tag))
        {
            return;
        }

        var verdict = ClassWords.Of(element.ClassName, element.Id);
        var isCut = IsCut(element, tag, verdict);
        if (isCut || IsBlock(tag))
        {
            Flush();
        }

        _linkDepth += IsLink(element) ? 1 : 0;
        Nodes.Add(new PageNode { Index = Nodes.Count, Parent = _owners.Count > 0 ? _owners.Peek() : -1, Element = element, Tag = tag, Verdict = verdict, IsCut = isCut, Range = new BlockRange(Blocks.Count, Blocks.Count) });
        _owners.Push(Nodes.Count - 1);
    }

    private static bool IsSilent(string tag) => tag is "br" or "meta" or "link" || Silent.Contains(tag);

    private void Leave(IElement element)
    {
        var own = Nodes[_owners.Peek()];
        if (own.IsCut || IsBlock(own.Tag))
        {
            Flush();
        }

        _linkDepth -= IsLink(element) ? 1 : 0;
        Close(own);
        _owners.Pop();
    }

    /// <summary>An anchor of the same page leads nowhere else.</summary>
    private static bool IsLink(IElement element) => element.LocalName == "a" && element.GetAttribute("href") is { Length: > 0 } href && href[0] != '#';

    private static bool IsBlock(string tag) => Blocky.Contains(tag) || tag.Contains('-', StringComparison.Ordinal);

    private static bool IsCut(IElement element, string tag, ClassVerdict verdict)
    {
        if (tag is "body" or "html" or "h1")
        {
            return false;
        }

        if (Cut.Contains(tag) || element.HasAttribute("hidden") || element.GetAttribute("role") is "navigation" or "complementary" or "banner" or "contentinfo" or "dialog" or "search" or "alert")
        {
            return true;
        }

        if (element.GetAttribute("style") is { Length: < 2_000 } style && style.Contains("none", StringComparison.OrdinalIgnoreCase) && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // A keyword in a sentence may be linked to its tag page: the sentence keeps its word.
        var isWord = tag == "a" && element.ParentElement?.LocalName is "p" or "span" or "strong" or "em" or "b" or "i";
        return tag is not ("main" or "article") && !isWord && verdict is ClassVerdict.Furniture or ClassVerdict.Comments or ClassVerdict.Picture;
    }

    private void Append(string data)
    {
        if (_text.Length + data.Length > LongestBlock)
        {
            data = data[..Math.Max(0, LongestBlock - _text.Length)];
        }

        _text.Append(data);
        _linkChars += _linkDepth > 0 ? data.AsSpan().Trim().Length : 0;
    }

    private void Flush()
    {
        if (_text.Length == 0)
        {
            return;
        }

        var text = PlainText.Fold(_text.ToString());
        if (text.Length > 0)
        {
            var owner = _owners.Peek();
            Blocks.Add(new TextBlock { Node = owner, Tag = TagOf(owner), Text = text, LinkChars = Math.Min(_linkChars, text.Length), Words = Wording.Count(text) });
        }

        _text.Clear();
        _linkChars = 0;
    }

    /// <summary>The innermost block-level tag: bold words in a heading are a heading.</summary>
    private string TagOf(int owner)
    {
        while (!Blocky.Contains(Nodes[owner].Tag) && Nodes[owner].Parent >= 0)
        {
            owner = Nodes[owner].Parent;
        }

        return Nodes[owner].Tag;
    }
}
