using System.Buffers;
using KamtibmasPortal.News.Extraction.Html;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>
/// A writer without label or class: the name that stands in or beside the line of the date, between headline and text. A rubric or a
/// town stands there too, but those are said again in a menu or in the text; a writer's name is not.
/// </summary>
internal static class StampedByline
{
    private const int Farthest = 8;
    private const int LongestLine = 120;
    private const int ShortLine = 60;

    private static readonly SearchValues<char> s_marks = SearchValues.Create("/|-–—•·");

    /// <summary>Towns and provinces end so: "Jakarta Selatan".</summary>
    private static readonly string[] Compass = [" Barat", " Timur", " Utara", " Selatan", " Tengah", " Tenggara", " Pusat"];

    public static string? Find(PageTree page, BlockRange body, string? headline, IReadOnlySet<string> sites)
    {
        var to = headline is null || body.From >= page.Blocks.Count ? -1 : page.Blocks.FindIndex(body.From, b => b.IsProse);
        var from = to <= 0 ? 0 : page.Blocks.FindLastIndex(to - 1, b => Wording.Key(b.Text) == Wording.Key(headline!)) + 1;
        if (from == 0 || to - from > Farthest)
        {
            return null;
        }

        for (var i = from; i < to; i++)
        {
            var text = page.Blocks[i].Text;
            var name = IsStamp(i) ? First(text) : text.Length <= LongestLine && (IsStamp(i - 1) || IsStamp(i + 1)) ? LineReading.NameBeforeOutlet(text) ?? LineReading.BareName(text) : null;
            if (PersonNames.Of(name, sites) is { } person && person.Contains(' ', StringComparison.Ordinal) && !Array.Exists(Compass, c => person.EndsWith(c, StringComparison.OrdinalIgnoreCase)) && !IsSaid(page, new BlockRange(0, from), person) && !IsSaid(page, new BlockRange(to, body.To), person))
            {
                return person;
            }
        }

        return null;

        bool IsStamp(int i) => i >= from && i < to && page.Blocks[i].Text is { Length: <= LongestLine } line && (PageLines.IsStamp(line) || (line.Length <= ShortLine && MachineDates.Read(line) is not null));
    }

    /// <summary>"Kurnia Dewi | Jumat, 10/11/2023", "Kurnia Dewi 10/11/2023": the name a stamp begins with.</summary>
    private static string? First(string stamp)
    {
        var end = IndonesianDates.Find(stamp) is [var date, ..] ? date.Start : stamp.Length;
        end = stamp.AsSpan(0, end).IndexOfAny(s_marks) is >= 0 and var mark ? mark : end;
        return end > 0 ? LineReading.BareName(stamp[..end].Trim()) : null;
    }

    private static bool IsSaid(PageTree page, BlockRange where, string words) =>
        Enumerable.Range(where.From, Math.Max(0, where.To - where.From)).Any(i => page.Blocks[i].Text.Contains(words, StringComparison.OrdinalIgnoreCase));
}
