using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Storage;

/// <summary>Cuts quotations around changes. How long they may be is for <see cref="Disclosure"/> to say.</summary>
internal static class ChangeQuoting
{
    /// <summary>Less says nothing.</summary>
    private const int Shortest = 20;

    /// <summary>A text that was changed throughout is not quoted throughout.</summary>
    private const int Most = 20;

    /// <param name="segments">The text.</param>
    /// <param name="limit">Longest quotation, in UTF-16 code units of all its segments together.</param>
    /// <param name="room">Length of all quotations together.</param>
    public static (IReadOnlyList<ChangeQuotation> Quotations, int Unquoted) Quote(IReadOnlyList<TextSegment> segments, int limit, int room)
    {
        var quotations = new List<ChangeQuotation>();
        var unquoted = 0;
        for (var i = 0; i < segments.Count;)
        {
            if (segments[i].Kind is SegmentKind.Same)
            {
                i++;
                continue;
            }

            var length = Math.Min(limit, room);
            var end = End(segments, i, length / 2);
            if (length < Shortest || quotations.Count == Most)
            {
                unquoted++;
            }
            else
            {
                var quotation = Around(segments, i, end, length);
                room -= quotation.Segments.Sum(s => s.Text.Length);
                quotations.Add(quotation);
            }

            i = end;
        }

        return (quotations, unquoted);
    }

    /// <summary>Where a quotation ends that begins here: behind the change, or behind its near neighbours too where all of them are short.</summary>
    private static int End(IReadOnlyList<TextSegment> segments, int start, int room)
    {
        var end = PastChange(segments, start);
        while (end < segments.Count && PastChange(segments, end + 1) is var next && next > end + 1 && segments.Skip(start).Take(next - start).Sum(s => s.Text.Length) <= room)
        {
            end = next;
        }

        return end;
    }

    private static int PastChange(IReadOnlyList<TextSegment> segments, int at)
    {
        while (at < segments.Count && segments[at].Kind is not SegmentKind.Same)
        {
            at++;
        }

        return at;
    }

    private static ChangeQuotation Around(IReadOnlyList<TextSegment> segments, int start, int end, int room)
    {
        var changed = Fit([.. segments.Skip(start).Take(end - start)], room, out var isCut);
        var left = room - changed.Sum(s => s.Text.Length);
        var (before, after) = (start > 0 ? segments[start - 1].Text : "", end < segments.Count && !isCut ? segments[end].Text : "");
        var head = Tail(before, left / 2);
        var tail = Head(after, left - head.Length);
        List<TextSegment> all = [new(SegmentKind.Same, head), .. changed, new(SegmentKind.Same, tail)];
        return new ChangeQuotation(
            [.. all.Where(s => s.Text.Length > 0)],
            CutBefore: start > 1 || head.Length < before.Length,
            CutAfter: isCut || end + 1 < segments.Count || tail.Length < after.Length);
    }

    /// <summary>Both sides of a change that is too long are cut, so that each keeps its share.</summary>
    private static List<TextSegment> Fit(List<TextSegment> changed, int room, out bool isCut)
    {
        var length = changed.Sum(s => s.Text.Length);
        isCut = length > room;
        if (!isCut)
        {
            return changed;
        }

        var share = room / changed.Count;
        var spare = changed.Sum(s => Math.Max(0, share - s.Text.Length));
        return changed.ConvertAll(s => s.Text.Length <= share ? s : s with { Text = Head(s.Text, share + spare, whole: false) });
    }

    /// <summary>The first words; a word that is longer than that is halved only where it is itself what was changed.</summary>
    private static string Head(string text, int room, bool whole = true)
    {
        if (text.Length <= room)
        {
            return text;
        }

        var cut = room;
        while (cut > 0 && !char.IsWhiteSpace(text[cut]))
        {
            cut--;
        }

        return cut > 0 || whole ? text[..cut] : text[..(char.IsLowSurrogate(text[room]) ? room - 1 : room)];
    }

    private static string Tail(string text, int room)
    {
        if (text.Length <= room)
        {
            return text;
        }

        var cut = text.Length - room;
        while (cut < text.Length && !char.IsWhiteSpace(text[cut - 1]))
        {
            cut++;
        }

        return text[cut..];
    }
}
