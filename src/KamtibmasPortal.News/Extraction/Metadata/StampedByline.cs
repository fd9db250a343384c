using System.Buffers;
using KamtibmasPortal.News.Extraction.Html;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>
/// A writer without label or class: the name that stands in or beside the line of the date, between headline and text. A rubric or a
/// town stands there too, but those are said again in a menu or in the text; a writer's name is not.
/// </summary>
internal static class StampedByline
{
    private const int Farthest = 8;
    private const int LongestLine = 120;

    private static readonly SearchValues<char> s_marks = SearchValues.Create("/|-–—•·");

    public static string? Find(PageTree page, BlockRange body, string? headline, IReadOnlySet<string> sites)
    {
        var from = page.Blocks.FindLastIndex(Math.Max(0, Math.Min(body.From, page.Blocks.Count) - 1), b => headline is not null && Wording.Key(b.Text) == Wording.Key(headline)) + 1;
        if (from == 0 || body.From - from > Farthest)
        {
            return null;
        }

        for (var i = from; i < body.From; i++)
        {
            var text = page.Blocks[i].Text;
            var isStamp = text.Length <= LongestLine && PageLines.IsStamp(text);
            var name = isStamp ? First(text) : text.Length <= LongestLine && (IsStamp(i - 1) || IsStamp(i + 1)) ? LineReading.NameBeforeOutlet(text) ?? LineReading.BareName(text) : null;
            if (PersonNames.Of(name, sites) is { } person && person.Contains(' ', StringComparison.Ordinal) && !IsSaidElsewhere(page, body, i, person))
            {
                return person;
            }
        }

        return null;

        bool IsStamp(int i) => i >= from && i < body.From && page.Blocks[i].Text.Length <= LongestLine && PageLines.IsStamp(page.Blocks[i].Text);
    }

    /// <summary>"Kurnia Dewi | Jumat, 10/11/2023": the name a stamp begins with.</summary>
    private static string? First(string stamp)
    {
        var end = stamp.AsSpan().IndexOfAny(s_marks);
        return end > 0 ? LineReading.BareName(stamp[..end].Trim()) : null;
    }

    private static bool IsSaidElsewhere(PageTree page, BlockRange body, int line, string person)
    {
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            var isLabel = i < body.From || i >= body.To;
            var text = page.Blocks[i].Text;
            if (i != line && (isLabel ? text.Equals(person, StringComparison.OrdinalIgnoreCase) : text.Contains(person, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
