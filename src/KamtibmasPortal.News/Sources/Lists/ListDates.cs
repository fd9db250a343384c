using AngleSharp.Dom;
using KamtibmasPortal.News.Sources.Feeds;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Sources.Lists;

/// <summary>The date a list prints beside a headline. A clock without a zone is western Indonesia's.</summary>
internal static class ListDates
{
    /// <summary>Text looked through around a headline.</summary>
    private const int Reach = 4000;

    private static readonly TimeSpan Wib = TimeSpan.FromMinutes(IndonesianDates.Wib);

    public static DateTimeOffset? Within(IElement item)
    {
        foreach (var marked in item.QuerySelectorAll("time, [itemprop='datePublished'], [class*='date' i], [class*='time' i], [class*='tanggal' i], [class*='waktu' i]").Take(10))
        {
            if (Of(marked) is { } date)
            {
                return date;
            }
        }

        // A date in the headline or teaser is the event's, not the article's: only short lines count.
        return item.QuerySelectorAll("span, small, div, p, em, i, li, td").Where(e => e.ChildElementCount == 0 || e.TextContent.Length < 120).Take(60).Select(Stamp).FirstOrDefault(d => d is not null);
    }

    public static DateTimeOffset? Of(IElement element) =>
        Read(element.GetAttribute("datetime")) ?? Read(element.GetAttribute("content")) ?? Read(element.TextContent);

    private static DateTimeOffset? Stamp(IElement element)
    {
        var text = element.TextContent;
        return text.Length is >= 8 and <= 90 && IndonesianDates.Find(text) is [var found] && Rest(text, found) <= 30 ? Read(text) : null;
    }

    private static int Rest(string text, DateMention found) => text.Length - (found.End - found.Start);

    private static DateTimeOffset? Read(string? text)
    {
        if (Clean(text) is not { } clean)
        {
            return null;
        }

        clean = clean.Length > Reach ? clean[..Reach] : clean;
        return FeedDates.Read(clean, Wib) ?? (IndonesianDates.Find(clean) is [var found, ..]
            ? new DateTimeOffset(found.Day.ToDateTime(found.Minute ?? TimeOnly.MinValue), TimeSpan.FromMinutes(found.ZoneMinutes ?? IndonesianDates.Wib))
            : null);
    }

    public static string? Clean(string? text) => text is not null && PlainText.Fold(text) is { Length: > 0 } clean ? clean : null;
}
