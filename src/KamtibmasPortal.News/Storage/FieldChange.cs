using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Storage;

/// <summary>Words around a change.</summary>
/// <param name="Segments">The words, those changed among them.</param>
/// <param name="CutBefore">The text goes on before them.</param>
/// <param name="CutAfter">The text goes on after them.</param>
public sealed record ChangeQuotation(IReadOnlyList<TextSegment> Segments, bool CutBefore, bool CutAfter)
{
    public string Before => string.Concat(Segments.Where(s => s.Kind is not SegmentKind.Added).Select(s => s.Text));

    public string After => string.Concat(Segments.Where(s => s.Kind is not SegmentKind.Removed).Select(s => s.Text));
}

/// <summary>What was changed in one part of an article, as far as the reader may see it.</summary>
/// <param name="Field">The part.</param>
/// <param name="IsCosmetic">Only spelling, case, blanks or punctuation.</param>
/// <param name="Whole">The whole part with its changes; null where only quotations may be shown.</param>
/// <param name="Quotations">The changes with the words around them.</param>
/// <param name="Unquoted">Changes beyond those quoted.</param>
public sealed record FieldChange(ArticleField Field, bool IsCosmetic, IReadOnlyList<TextSegment>? Whole, IReadOnlyList<ChangeQuotation> Quotations, int Unquoted);
