using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>The paragraphs of a chosen run of blocks: line rules for what markup did not mark as furniture.</summary>
internal sealed class BodyText
{
    private const int MostParagraphs = 4_000;
    private const int LongestBody = 1_000_000;
    private const int LongestLabel = 25;
    private const int MostArticles = 300;

    /// <summary>Words of a line that names the writer and her office.</summary>
    private const int LongestOffice = 10;

    /// <summary>Initials stand at the very end: no pattern need look at more.</summary>
    private const int SignatureReach = 120;

    private static readonly char[] Ornaments = [' ', '-', '–', '—', '*', '•', '|', '[', ']', '(', ')', '»', '>', '<', '#'];

    private readonly PageTree _page;
    private readonly BlockRange _range;
    private readonly string? _title;
    private readonly string? _author;
    private readonly bool _isIndonesian;
    private readonly HashSet<int> _dropped = [];
    private readonly List<TextBlock> _kept = [];

    public BodyText(PageTree page, BlockRange range, string? title, string? author)
    {
        (_page, _range, _title, _author) = (page, range, title, author?.Split(',')[0]);
        _isIndonesian = PageLanguage.IsIndonesian(Inside().Where(b => b.IsProse).Select(b => b.Text).Take(8));
        DropLinkLists();
        DropOtherArticles();
        Keep();
        Trim(author);
        Paragraphs = [.. _kept.Select(b => _isIndonesian ? Furniture.CutInline(b.Text) : b.Text).Where(t => t.Length > 0)];
        if (_isIndonesian && Paragraphs.Count > 0)
        {
            Sign();
        }
    }

    public List<string> Paragraphs { get; }

    /// <summary>Initials of the writer that closed the text.</summary>
    public string? Initials { get; private set; }

    /// <summary>Bylines that stood inside the text.</summary>
    public List<string> Bylines { get; } = [];

    public string Text => string.Join("\n\n", Paragraphs);

    public int Words => Paragraphs.Sum(Wording.Count);

    private IEnumerable<TextBlock> Inside() => Enumerable.Range(_range.From, _range.To - _range.From).Select(i => _page.Blocks[i]).Where(b => !b.IsCut);

    /// <summary>Lists and tables whose items are links: cards of other articles.</summary>
    private void DropLinkLists()
    {
        foreach (var list in _page.Nodes.Where(n => n.Tag is "ul" or "ol" or "table" or "dl" && n.Range.From >= _range.From && n.Range.To <= _range.To && n.Range.To > n.Range.From))
        {
            var blocks = Enumerable.Range(list.Range.From, list.Range.To - list.Range.From).Select(i => _page.Blocks[i]).ToList();
            var links = blocks.Sum(b => b.LinkChars);
            var isLayout = _page.ProseIn(list.Range) > _page.ProseIn(_range) * 0.3;
            if (!isLayout && links > blocks.Sum(b => b.Text.Length) * 0.5)
            {
                _dropped.UnionWith(Enumerable.Range(list.Range.From, blocks.Count));
            }
        }
    }

    /// <summary>Cards and follow-ups that are articles of their own.</summary>
    private void DropOtherArticles()
    {
        var articles = _page.Nodes.Where(n => n.Tag == "article" && _range.Contains(n.Range) && n.Range != _range && n.Range.To > n.Range.From).Take(MostArticles).ToList();
        articles.RemoveAll(a => articles.Exists(o => o != a && o.Range.Contains(a.Range) && o.Index < a.Index));
        if (articles.Count == 0)
        {
            return;
        }

        var largest = articles.Max(a => _page.ProseIn(a.Range));
        var own = articles.Find(a => Enumerable.Range(a.Range.From, a.Range.To - a.Range.From).Any(i => _page.Blocks[i].IsHeading && Wording.SameHeadline(_page.Blocks[i].Text, _title)))
            ?? articles.Find(a => _page.ProseIn(a.Range) >= largest * 0.3);
        var outside = _page.ProseIn(_range) - articles.Sum(a => _page.ProseIn(a.Range));
        foreach (var article in articles.Where(a => a != own || outside > 2 * _page.ProseIn(a.Range)))
        {
            _dropped.UnionWith(Enumerable.Range(article.Range.From, article.Range.To - article.Range.From));
        }
    }

    private void Keep()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var underLinks = false;
        var prose = 0;
        var total = Enumerable.Range(_range.From, _range.To - _range.From).Where(i => !_dropped.Contains(i) && !_page.Blocks[i].IsCut).Sum(i => _page.Blocks[i].ProseChars);
        var length = 0;
        var lastProse = Enumerable.Range(_range.From, _range.To - _range.From).LastOrDefault(i => !_dropped.Contains(i) && !_page.Blocks[i].IsCut && _page.Blocks[i].IsProse, _range.From);
        for (var i = _range.From; i < _range.To && _kept.Count < MostParagraphs && length < LongestBody; i++)
        {
            var block = _page.Blocks[i];
            if (block.IsCut || _dropped.Contains(i))
            {
                continue;
            }

            if (IsEnding(block))
            {
                if (prose > 0 && total - prose <= Math.Max(200, total * 0.25))
                {
                    break;
                }

                underLinks = true;
                continue;
            }

            if (block.Tag == "h1" && prose > total * 0.3 && IsFollowUp(i))
            {
                break;
            }

            underLinks &= !block.IsProse;
            if (underLinks || IsFurniture(block, prose > 0, i < lastProse) || (block.Words > 7 && !seen.Add(block.Text)))
            {
                continue;
            }

            prose += block.ProseChars;
            length += block.Text.Length;
            _kept.Add(block);
        }
    }

    private static bool IsEnding(TextBlock block)
    {
        if (block.Text.Length > 120 || block.LinkShare > 0.9 || (block.Words >= 7 && PlainText.EndsSentence(block.Text)))
        {
            return false;
        }

        return block.Kind is LineKind.Ending or LineKind.LinksHeading || ForeignFurniture.IsEnding(block.Text);
    }

    /// <summary>Another headline with a date or a writer below it.</summary>
    private bool IsFollowUp(int index) =>
        !Wording.SameHeadline(_page.Blocks[index].Text, _title) && Enumerable.Range(index + 1, Math.Max(0, Math.Min(5, _range.To - index - 1))).Any(i => _page.Blocks[i].IsCut || PageLines.IsStamp(_page.Blocks[i].Text) || LineReading.IsByline(_page.Blocks[i].Text));

    private bool IsFurniture(TextBlock block, bool started, bool textFollows)
    {
        var text = block.Text;
        if (block.IsHeading)
        {
            return block.LinkShare > 0.8 || Wording.SameHeadline(text, _title) || (_isIndonesian ? block.Kind is not LineKind.Text : block.IsForeignFurniture);
        }

        if (text.Length > 400)
        {
            return false;
        }

        if (block.LinkShare > 0.8 && block.Words <= 40 && !(block.Tag is "p" or "div" && block.Words >= 12 && PlainText.EndsSentence(text)))
        {
            return true;
        }

        if ((!block.IsProse || _isIndonesian) && (block.IsForeignFurniture || block.Kind is not LineKind.Text || (block.Words <= 6 && Furniture.KindOf(text.Trim(Ornaments)) is not LineKind.Text)))
        {
            return true;
        }

        if (block.Words <= 12 && LineReading.IsByline(text))
        {
            Bylines.Add(text);
            return true;
        }

        if (_isIndonesian && LineReading.IsInnerCaption(text, textFollows) && block.Words < 60)
        {
            return true;
        }

        return !block.IsProse && (IsStampOrByline(text) || (!started && (IsLabel(block) || IsSigned(block))));
    }

    private bool IsStampOrByline(string text) => PageLines.IsStamp(text) || BylineWords.IsByline(text) || Wording.Key(text) == Wording.Key(_title ?? "\n");

    /// <summary>"Jane Doe, Science Editor" above the first paragraph.</summary>
    private bool IsSigned(TextBlock block) => _author is { Length: > 5 } && block.Words <= LongestOffice && block.Text.Contains(_author, StringComparison.OrdinalIgnoreCase);

    /// <summary>Rubric, place or outlet above the first paragraph.</summary>
    private static bool IsLabel(TextBlock block) => block.Tag is not "li" && block.Words <= 3 && block.Text.Length <= LongestLabel && !PlainText.EndsSentence(block.Text);

    /// <summary>Takes labels, headings without text and the writer's portrait off the end.</summary>
    private void Trim(string? author)
    {
        while (_kept.Count > 1)
        {
            var last = _kept[^1];
            var isBio = author is { Length: > 5 } && last.Words < 80 && last.Text.StartsWith(author.Split(',')[0], StringComparison.OrdinalIgnoreCase) && BylineWords.IsPortrait(last.Text);
            if (!isBio && (last.IsProse || last.Tag is "li" or "td" or "blockquote" || (!last.IsHeading && (last.Words > 6 || Wording.EndsSentence(last.Text)))))
            {
                return;
            }

            if (!last.IsHeading && LineReading.ClosingInitials(last.Text) is ({ } initials, > 0))
            {
                Initials = initials;
            }

            _kept.RemoveAt(_kept.Count - 1);
        }
    }

    private void Sign()
    {
        var (initials, length) = LineReading.ClosingInitials(Paragraphs[^1][^Math.Min(SignatureReach, Paragraphs[^1].Length)..]);
        if (length == 0)
        {
            return;
        }

        Initials = initials ?? Initials;
        Paragraphs[^1] = Paragraphs[^1][..^length].TrimEnd();
        if (Paragraphs[^1].Length == 0)
        {
            Paragraphs.RemoveAt(Paragraphs.Count - 1);
        }
    }
}
