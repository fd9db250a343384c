using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>
/// A page as two flat lists in document order: its elements and its blocks of text. Any element's text is a run of blocks, so that
/// candidates are compared by sums instead of by walking the tree again.
/// </summary>
internal sealed class PageTree
{
    /// <summary>An element of furniture that holds this share of the page's prose is no furniture, whatever its name.</summary>
    private const double GuardShare = 0.4;

    private const int GuardChars = 250;
    private const int MostHeadings = 50;

    /// <summary>More prose than this in the frame of a picture is no caption.</summary>
    private const int PictureChars = 400;

    /// <summary>Building the parser's list of services anew costs as much as parsing a small page.</summary>
    private static readonly IConfiguration s_plain = new Configuration();

    private PageTree(IHtmlDocument document, List<PageNode> nodes, List<TextBlock> blocks)
    {
        Document = document;
        Nodes = nodes;
        Blocks = blocks;
        Guard();
        Cards = CardRows.Find(this);
        HandDown();
    }

    public IHtmlDocument Document { get; }
    public List<PageNode> Nodes { get; }
    public List<TextBlock> Blocks { get; }

    /// <summary>How many cards of other articles the page shows.</summary>
    public int Cards { get; }

    /// <summary>Length of an element's text without joining it.</summary>
    public int CharsIn(BlockRange range)
    {
        var chars = 0;
        for (var i = range.From; i < Math.Min(range.To, Blocks.Count); i++)
        {
            chars += Blocks[i].Text.Length;
        }

        return chars;
    }

    private int[] Proses { get; set; } = [];
    private int[] Kept { get; set; } = [];

    public static PageTree Parse(string markup)
    {
        using var context = BrowsingContext.New(s_plain);
        var document = new HtmlParser(default, context).ParseDocument(markup);
        var walk = new PageWalk();
        walk.Run(document.Body ?? document.DocumentElement);
        return new PageTree(document, walk.Nodes, walk.Blocks);
    }

    public int ProseIn(BlockRange range) => Proses[range.To] - Proses[range.From];

    /// <summary>Everything that is not cut, links and labels too.</summary>
    public int KeptIn(BlockRange range) => Kept[range.To] - Kept[range.From];

    public bool IsComment(PageNode node)
    {
        for (var i = node.Index; i >= 0; i = Nodes[i].Parent)
        {
            if (Nodes[i].Verdict is ClassVerdict.Comments && Nodes[i].IsCut)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Nearest ancestor with the tag, or -1.</summary>
    public int Ancestor(int node, string tag)
    {
        for (var i = Nodes[node].Parent; i >= 0; i = Nodes[i].Parent)
        {
            if (Nodes[i].Tag == tag)
            {
                return i;
            }
        }

        return -1;
    }

    private int[] Sums(Func<TextBlock, int> chars)
    {
        var sums = new int[Blocks.Count + 1];
        for (var i = 0; i < Blocks.Count; i++)
        {
            sums[i + 1] = sums[i] + chars(Blocks[i]);
        }

        return sums;
    }

    /// <summary>Takes the mark of furniture off elements that hold too much to be that, so that wrappers keep their text.</summary>
    private void Guard()
    {
        var all = Sums(b => b.ProseChars);
        var comments = Nodes.Where(n => n.IsCut && n.Verdict is ClassVerdict.Comments).ToList();
        var inComments = 0;
        var end = 0;
        foreach (var node in comments.Where(n => n.Index >= end))
        {
            inComments += all[node.Range.To] - all[node.Range.From];
            end = node.End;
        }

        var total = all[^1] - inComments;
        var headings = Nodes.Where(n => n.Tag == "h1").Take(MostHeadings).Select(n => n.Index).ToList();
        foreach (var node in Nodes.Where(n => n.IsCut))
        {
            var prose = all[node.Range.To] - all[node.Range.From];
            var isMost = node.Verdict is ClassVerdict.Comments ? total < GuardChars && prose > GuardChars : prose > GuardChars && prose > GuardShare * total;
            var hasTitle = node.Verdict is ClassVerdict.Furniture && prose > 0 && headings.Exists(h => h > node.Index && h < node.End);
            var isText = node.Verdict is ClassVerdict.Picture && prose > PictureChars;
            node.IsCut = !isMost && !hasTitle && !isText;
        }

    }

    /// <summary>Marks what rules of the publisher name.</summary>
    public void Cut(IEnumerable<IElement> elements)
    {
        var named = elements.ToHashSet();
        foreach (var node in Nodes.Where(n => named.Contains(n.Element)))
        {
            node.IsCut = true;
        }

        HandDown();
    }

    public PageNode? NodeOf(IElement element) => Nodes.Find(n => n.Element == element);

    private void HandDown()
    {
        var inherited = new bool[Nodes.Count];
        for (var i = 0; i < Nodes.Count; i++)
        {
            inherited[i] = Nodes[i].IsCut || (Nodes[i].Parent >= 0 && inherited[Nodes[i].Parent]);
        }

        foreach (var block in Blocks)
        {
            block.IsCut = inherited[block.Node];
        }

        Proses = Sums(b => b.IsCut ? 0 : b.ProseChars);
        Kept = Sums(b => b.IsCut ? 0 : b.Text.Length);
    }
}
