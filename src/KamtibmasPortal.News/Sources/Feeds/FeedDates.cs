using System.Globalization;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>
/// Dates of feeds: RFC 822 in all its decay, ISO 8601 in all its forms, asctime, and what software writes in the language of its owner.
/// A day that its month does not have rolls over, as it does in the software that wrote it. Years before 1970 and after 2100 are unknown.
/// </summary>
internal static partial class FeedDates
{
    private const int LengthLimit = 200;

    private static readonly TimeSpan Wib = TimeSpan.FromMinutes(IndonesianDates.Wib);

    /// <param name="text">As the feed gives it.</param>
    /// <param name="clock">Offset of a time that names none; feeds mean UTC by it.</param>
    public static DateTimeOffset? Read(string? text, TimeSpan clock = default)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LengthLimit)
        {
            return null;
        }

        try
        {
            var date = EastAsian(PlainText.Fold(text));
            return Sane(Epoch(date) ?? Short(date, clock) ?? Iso(date, clock) ?? Worded(Rfc822Pattern().Match(date), date, clock) ?? Worded(AsctimePattern().Match(date), date, clock)
                ?? Worded(YearFirstPattern().Match(date), date, clock) ?? Numbers(date, clock) ?? Indonesian(date) ?? Within(date, clock));
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static DateTimeOffset? Sane(DateTimeOffset? date) => date is { Year: >= 1970 and <= 2100 } ? date : null;

    private static DateTimeOffset? Epoch(string text) => text.Length is 10 or 13 && text[0] is '1' or '2' && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number)
        : null;

    /// <summary>The two-digit years that ISO 8601 once allowed, and digits in one row.</summary>
    private static DateTimeOffset? Short(string text, TimeSpan clock)
    {
        var match = ShortPattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var year = match.Groups["y"].Length > 2 ? Int(match, "y") : Century(Int(match, "y"));
        return Whole(match.Groups["ord"].Success ? Ordinal(year, Int(match, "ord")) : Calendar(year, match.Groups["m"].Success ? Int(match, "m") : 1, match.Groups["d"].Success ? Int(match, "d") : 1), match, clock);
    }

    private static DateTimeOffset? Iso(string text, TimeSpan clock)
    {
        var match = IsoPattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var year = match.Groups["y"].Length == 2 ? Century(Int(match, "y")) : Int(match, "y");
        var date = match.Groups["ord"].Success ? Ordinal(year, Int(match, "ord"))
            : match.Groups["week"].Success ? Week(year, Int(match, "week"), match.Groups["wd"].Success ? Int(match, "wd") : 1)
            : Calendar(year, match.Groups["m"].Success ? Int(match, "m") : 1, match.Groups["d"].Success ? Int(match, "d") : 1);
        return Whole(date, match, clock);
    }

    /// <summary>A date whose month is a word.</summary>
    private static DateTimeOffset? Worded(Match match, string text, TimeSpan clock) =>
        match.Success && DateNames.Month(match.Groups["mon"].Value) is { } month
            ? Whole(Calendar(match.Groups["y"].Length > 2 ? Int(match, "y") : Century(Int(match, "y")), month, Int(match, "d")), match, DateNames.IsIndonesian(text) ? Wib : clock)
            : null;

    /// <summary>Day and month by number: American with a twelve-hour clock, else the day first.</summary>
    private static DateTimeOffset? Numbers(string text, TimeSpan clock)
    {
        var match = NumbersPattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (first, second) = (Int(match, "a"), Int(match, "b"));
        var isAmerican = second > 12 || (first <= 12 && match.Groups["ap"].Success);
        var year = match.Groups["y"].Length > 2 ? Int(match, "y") : Century(Int(match, "y"));
        return Whole(isAmerican ? Calendar(year, first, second) : Calendar(year, second, first), match, isAmerican || clock != default ? clock : Wib);
    }

    private static DateTimeOffset? Indonesian(string text) =>
        IndonesianDates.Find(text) is [var first, ..]
            ? new DateTimeOffset(first.Day.ToDateTime(first.Minute ?? TimeOnly.MinValue), TimeSpan.FromMinutes(first.ZoneMinutes ?? IndonesianDates.Wib))
            : null;

    /// <summary>A date with words around it.</summary>
    private static DateTimeOffset? Within(string text, TimeSpan clock)
    {
        var day = DayWithinPattern().Match(text);
        if (!day.Success || DateNames.Month(day.Groups["mon"].Value) is not { } month)
        {
            return null;
        }

        return Whole(Calendar(Int(day, "y"), month, Int(day, "d")), ClockWithinPattern().Match(text), DateNames.IsIndonesian(text) ? Wib : clock);
    }

    private static DateTimeOffset? Whole(DateTime? date, Match match, TimeSpan clock)
    {
        if (date is not { } day)
        {
            return null;
        }

        if (match.Groups["h"].Success)
        {
            var hour = Int(match, "h");
            hour = match.Groups["ap"].Value.ToUpperInvariant() switch { ['P', ..] when hour < 12 => hour + 12, ['A', ..] when hour == 12 => 0, _ => hour };
            day = day.AddHours(hour).AddMinutes(match.Groups["mi"].Success ? Int(match, "mi") : 0).AddSeconds(match.Groups["s"].Success ? Int(match, "s") : 0);
        }

        return new DateTimeOffset(day, DateNames.Offset(match.Groups["z"].Value) is { } offset and >= -14 * 60 and <= 14 * 60 ? TimeSpan.FromMinutes(offset) : match.Groups["z"].Success ? TimeSpan.Zero : clock);
    }

    private static int Century(int year) => year < 70 ? 2000 + year : 1900 + year;

    private static DateTime? Calendar(int year, int month, int day) => year is >= 2 and <= 9998 && month is >= 1 and <= 12 && day is >= 1 and <= 31 ? Start(year).AddMonths(month - 1).AddDays(day - 1) : null;

    private static DateTime? Ordinal(int year, int day) => year is >= 2 and <= 9998 && day is >= 1 and <= 366 ? Start(year).AddDays(day - 1) : null;

    private static DateTime? Week(int year, int week, int day) => year is >= 2 and <= 9998 && week is >= 1 and <= 53 && day is >= 1 and <= 7 ? ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7)) : null;

    private static DateTime Start(int year) => new(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>"2004년 05월 28일 오후 1:31", "2004年5月28日 下午1:31": to digits and a twelve-hour clock.</summary>
    private static string EastAsian(string text) => text.Any(c => c >= '\u3000')
        ? Halves().Replace(EastAsianDay().Replace(text, "${y}-${m}-${d} "), m => m.Value is "오후" or "下午" or "午後" or "晚上" ? " PM " : " AM ").Replace("時", ":", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal).Trim()
        : text;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Clock = @"(?:(?<ap>[AP]M)\s+)?(?<h>\d{1,2})(?:[:.](?<mi>\d{1,2})(?:[:.](?<s>\d{1,2})(?:[.,]\d+)?)?)?\s?(?<ap>[AP]\.?M\b\.?)?";

    private const string Zone = @"\s*(?:\(?(?:(?:GMT|UTC?|Z)\s?(?<z>[+-]\d{1,2}(?::?\d{2})?)|(?<z>[+-]\d{1,2}(?::?\d{2})?|Asia/[a-z]+|[a-z]{1,5}))\)?(?:[+-]\d+)?)?(?:\s*\([^)]{0,40}\)|\s+[a-z]{2,5})?\s*$";

    private const string DayName = @"(?:[\p{L}'’]+\.?\s*,?\s*)?";

    [GeneratedRegex(@"^(?:-(?<y>\d\d)(?:-?(?<m>\d\d)(?:-?(?<d>\d\d))?)?|(?<y>\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])|(?<y>\d\d)-?(?<ord>\d{3})|(?<y>(?:19|20)\d\d)(?<m>\d\d)(?<d>\d\d)(?<h>\d\d)(?<mi>\d\d)(?<s>\d\d)?)$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ShortPattern();

    [GeneratedRegex("^" + DayName + @"(?<y>\d{4}|\d{2}(?=-\d\d-\d\d(?!\d)))(?:-?(?<ord>\d{3})(?![\d-])|-?W(?<week>\d\d)(?:-?(?<wd>\d))?|[-/.]?(?<m>\d{1,2})(?:[-/.]?(?<d>\d{1,2})\.?)?)?(?:(?:T|\s+|\s*[,|-]\s*)(?:(?<h>\d{2})(?<mi>\d{2})(?<s>\d{2})?(?![:.\d])|" + Clock + "))?" + Zone, Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex IsoPattern();

    [GeneratedRegex("^" + DayName + @"(?<d>\d{1,2})(?:st|nd|rd|th|\.)?[\s.-]+(?:de\s+|of\s+)?(?<mon>\p{L}{3,12})\.?,?[\s.-]+(?:de\s+)?(?<y>\d{4}|\d{2})(?:(?:,?\s+(?:at\s+|pukul\s+|um\s+|à\s+)?|\s*[|,-]\s*|T)" + Clock + ")?" + Zone, Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Rfc822Pattern();

    [GeneratedRegex(@"^(?:[\p{L}'’]+\.?\s*,?\s+)?(?<mon>\p{L}{3,12})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(?<y>\d{4}),?(?:\s+(?:at\s+)?" + Clock + ")?" + Zone + "|" + Clock + @"\s+(?:(?<z>[A-Z]{2,5}|[+-]\d{4})\s+)?(?<y>\d{4})$)", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex AsctimePattern();

    [GeneratedRegex("^" + DayName + @"(?<y>\d{4})[\s./-]+(?<mon>\p{L}{3,12})[\s./-]+(?<d>\d{1,2})\.?(?:(?:T|,?\s+)" + Clock + ")?" + Zone, Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex YearFirstPattern();

    [GeneratedRegex("^" + DayName + @"(?<a>\d{1,2})(?<sep>[/.-])(?<b>\d{1,2})\k<sep>(?<y>\d{4}|\d{2})(?:(?:T|,?\s+|\s*[|,-]\s*)" + Clock + ")?" + Zone, Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NumbersPattern();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s*(?:de\s|of\s)?\s*(?<mon>\p{L}{3,12})\.?,?\s*(?:de\s|del\s)?\s*(?<y>(?:19|20)\d\d)(?!\d)|(?<mon>\p{L}{3,12})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>(?:19|20)\d\d)(?!\d)", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DayWithinPattern();

    [GeneratedRegex(@"(?<!\d)(?<h>\d{1,2})(?:[:h](?<mi>\d\d)(?::(?<s>\d\d))?|\.(?<mi>\d\d)(?!\d))\s*(?<ap>[ap]\.?m\b\.?)?\s*(?<z>GMT|UTC|WITA?|WIB|[A-Z]{3,4}T\b|[+-]\d\d:?\d\d)?", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ClockWithinPattern();

    [GeneratedRegex(@"(?<y>\d{4})\s*[年년]\s*(?<m>\d{1,2})\s*[月월]\s*(?<d>\d{1,2})\s*[日일]\s*", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex EastAsianDay();

    [GeneratedRegex("오전|上午|午前|早上|오후|下午|午後|晚上", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Halves();
}
