using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.Web.Reading;

/// <summary>How a reader wants to see changes; by width: side by side where there is room, else inline.</summary>
public enum ChangeView { ByWidth, SideBySide, Inline }

/// <summary>Paragraphs that stand beside each other in two versions.</summary>
public sealed record ChangeRow(IReadOnlyList<TextSegment> Segments)
{
    public bool IsSame => Segments.All(s => s.Kind is SegmentKind.Same);

    public IReadOnlyList<TextSegment> Before => [.. Segments.Where(s => s.Kind is not SegmentKind.Added)];

    public IReadOnlyList<TextSegment> After => [.. Segments.Where(s => s.Kind is not SegmentKind.Removed)];
}

/// <summary>One changed row, or a run of rows that stayed.</summary>
public sealed record ChangeBlock(IReadOnlyList<ChangeRow> Rows, ChangeView View)
{
    private const string Gap = "\n\n";

    public bool IsSame => Rows[0].IsSame;

    /// <summary>A text cut where both versions end a paragraph.</summary>
    public static IReadOnlyList<ChangeBlock> Of(IReadOnlyList<TextSegment> segments, ChangeView view)
    {
        var blocks = new List<List<ChangeRow>>();
        foreach (var row in Cut(segments))
        {
            if (row.IsSame && blocks is [.., var last] && last[0].IsSame)
            {
                last.Add(row);
            }
            else
            {
                blocks.Add([row]);
            }
        }

        return blocks.ConvertAll(b => new ChangeBlock(b, view));
    }

    /// <summary>A quotation is one row.</summary>
    public static ChangeBlock Of(News.Storage.ChangeQuotation quotation, ChangeView view) => new(
        [new ChangeRow([.. Ellipsis(quotation.CutBefore, "… "), .. quotation.Segments, .. Ellipsis(quotation.CutAfter, " …")])], view);

    private static IEnumerable<TextSegment> Ellipsis(bool isCut, string dots) => isCut ? [new TextSegment(SegmentKind.Same, dots)] : [];

    private static IEnumerable<ChangeRow> Cut(IReadOnlyList<TextSegment> segments)
    {
        var row = new List<TextSegment>();
        for (var at = 0; at < segments.Count; at++)
        {
            var segment = segments[at];
            if (segment.Kind is not SegmentKind.Same)
            {
                // A paragraph that came or went, and took nobody's place, gets a row of its own.
                var paragraph = IsAlone(segments, at) && segment.Text.Trim('\n').Length > 0;
                if (paragraph && row.Count > 0 && segment.Text.StartsWith(Gap, StringComparison.Ordinal))
                {
                    yield return new ChangeRow(row);
                    row = [];
                }

                row.Add(paragraph ? segment with { Text = segment.Text.Trim('\n') } : segment);
                if (paragraph && segment.Text.EndsWith(Gap, StringComparison.Ordinal))
                {
                    yield return new ChangeRow(row);
                    row = [];
                }

                continue;
            }

            var parts = segment.Text.Split(Gap);
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0 && row.Count > 0)
                {
                    yield return new ChangeRow(row);
                    row = [];
                }

                if (parts[i].Length > 0)
                {
                    row.Add(segment with { Text = parts[i] });
                }
            }
        }

        if (row.Count > 0)
        {
            yield return new ChangeRow(row);
        }
    }

    private static bool IsAlone(IReadOnlyList<TextSegment> segments, int at) =>
        (at == 0 || segments[at - 1].Kind is SegmentKind.Same) && (at + 1 == segments.Count || segments[at + 1].Kind is SegmentKind.Same);
}
