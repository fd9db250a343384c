using System.Runtime.InteropServices;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>A run of blocks.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BlockRange(int From, int To)
{
    public bool Contains(BlockRange other) => From <= other.From && To >= other.To;

    public bool Meets(BlockRange other) => From < other.To && other.From < To;

    public BlockRange With(BlockRange other) => new(Math.Min(From, other.From), Math.Max(To, other.To));
}

/// <summary>An element in document order; its descendants are the nodes up to <see cref="End"/>.</summary>
internal sealed class PageNode
{
    public required int Index { get; init; }
    public required int Parent { get; init; }
    public required AngleSharp.Dom.IElement Element { get; init; }
    public required string Tag { get; init; }
    public required ClassVerdict Verdict { get; init; }

    /// <summary>Index behind its last descendant.</summary>
    public int End { get; set; }

    /// <summary>Its text.</summary>
    public BlockRange Range { get; set; }

    /// <summary>Never part of an article: furniture by its element, class or id.</summary>
    public bool IsCut { get; set; }
}

/// <summary>One paragraph, heading, list item or cell: text between two breaks.</summary>
internal sealed class TextBlock
{
    private bool? _isProse;
    private LineKind? _kind;
    private bool? _isForeignFurniture;

    /// <summary>Innermost block-level element.</summary>
    public required int Node { get; init; }

    public required string Text { get; init; }
    public required string Tag { get; init; }
    public required int LinkChars { get; init; }
    public required int Words { get; init; }

    /// <summary>In an element of furniture.</summary>
    public bool IsCut { get; set; }

    public LineKind Kind => _kind ??= Furniture.KindOf(Text);
    public bool IsForeignFurniture => _isForeignFurniture ??= ForeignFurniture.IsFurniture(Text);
    public bool IsHeading => Tag is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";
    public double LinkShare => LinkChars / (double)Text.Length;

    /// <summary>Running text as against labels, menus and links.</summary>
    public bool IsProse => _isProse ??= Words >= 7 && LinkShare < 0.5 && !IsHeading && (Words >= 20 || Wording.EndsSentence(Text)) && (Text.Length > 400 || (Kind is LineKind.Text && !IsForeignFurniture));

    public int ProseChars => IsProse ? Text.Length - LinkChars : 0;
}
