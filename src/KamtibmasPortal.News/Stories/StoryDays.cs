using System.Globalization;
using System.Runtime.InteropServices;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Stories;

/// <summary>A day that a report names.</summary>
/// <param name="Number">Day number of <see cref="DateOnly"/>.</param>
/// <param name="IsPrinted">Printed as a date; else read from a weekday or "kemarin" against the day of publication.</param>
/// <param name="Start">Where it stands in the body, UTF-16 code units.</param>
/// <param name="Length">Length of the words.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoryDay(int Number, bool IsPrinted, int Start, int Length);

/// <summary>The days a report names, in its order.</summary>
internal static class StoryDays
{
    private const int Limit = 12;
    private const int ReadLimit = 20_000;

    private static readonly string[] Weekdays = ["minggu", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu"];

    /// <param name="body">The text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="published">Against which weekdays and dates without a year are read; null leaves them out.</param>
    public static List<StoryDay> Find(string body, List<StoryWord> words, DateOnly? published)
    {
        var printed = IndonesianDates.Find(body.Length > ReadLimit ? body[..ReadLimit] : body);
        var days = printed.ConvertAll(d => new StoryDay(d.Day.DayNumber, true, d.Start, d.Length));
        if (published is { } day)
        {
            for (var i = 0; i < words.Count && words[i].Start < ReadLimit; i++)
            {
                if (Read(words, i, day) is { } read && !days.Exists(d => read.Start < d.Start + d.Length && d.Start < read.Start + read.Length))
                {
                    days.Add(read);
                }
            }
        }

        days.Sort((a, b) => a.Start.CompareTo(b.Start));
        return [.. days.DistinctBy(d => (d.Number, d.IsPrinted)).Take(Limit)];
    }

    private static StoryDay? Read(List<StoryWord> words, int at, DateOnly published)
    {
        var word = words[at];
        if (ShortDate(words, at, published) is { } dated)
        {
            return dated;
        }

        var number = word.Key switch
        {
            "kemarin" or "semalam" => published.DayNumber - 1,
            "tadi" when at + 1 < words.Count && words[at + 1].Key is "pagi" or "siang" or "sore" => published.DayNumber,
            _ when IsWeekday(words, at) => published.DayNumber - (((int)published.DayOfWeek - Array.IndexOf(Weekdays, word.Key) + 7) % 7),
            _ => 0,
        };
        return number > 0 ? new StoryDay(number, false, word.Start, word.Length) : null;
    }

    /// <summary>"Senin (13/1)": the year nearest to the publication. A weekday before it is part of it.</summary>
    private static StoryDay? ShortDate(List<StoryWord> words, int at, DateOnly published)
    {
        var from = IsWeekdayName(words[at]) ? at + 1 : at;
        if (from + 1 >= words.Count || words[from].Gap != '(' || words[from + 1].Start != words[from].End + 1
            || !int.TryParse(words[from].Key, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || !int.TryParse(words[from + 1].Key, NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(published.Year, month))
        {
            return null;
        }

        var number = new DateOnly(published.Year, month, day).DayNumber;
        number += number - published.DayNumber > 183 ? -365 : published.DayNumber - number > 183 ? 365 : 0;
        return new StoryDay(number, true, words[at].Start, words[from + 1].End - words[at].Start);
    }

    /// <summary>"Jumat Curhat", "Minggu Kasih", "Minggu depan" and "dua minggu" name no day that was.</summary>
    private static bool IsWeekday(List<StoryWord> words, int at) =>
        IsWeekdayName(words[at]) && (at + 1 >= words.Count || words[at + 1].Key is not ("curhat" or "berkah" or "kasih" or "depan" or "mendatang" or "bersih"));

    private static bool IsWeekdayName(StoryWord word) => word.IsCapital && Weekdays.Contains(word.Key);
}
