using System.Globalization;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Dates of feeds: RFC 822 in all its decay, ISO 8601 in all its forms, asctime, and Indonesian ones. Years before 1990 and after 2100 are unknown.</summary>
internal static partial class FeedDates
{
    public static DateTimeOffset? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 200)
        {
            return null;
        }

        var date = PlainText.Fold(text);
        return Sane(Iso(date) ?? Rfc822(date) ?? Asctime(date) ?? Indonesian(date));
    }

    private static DateTimeOffset? Sane(DateTimeOffset? date) => date is { Year: >= 1970 and <= 2100 } ? date : null;

    private static DateTimeOffset? Iso(string text)
    {
        var match = IsoPattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var year = Int(match, "y");
        year += match.Groups["y"].Length == 2 ? 2000 : 0;
        var date = match.Groups["ord"].Success ? Ordinal(year, Int(match, "ord"))
            : match.Groups["week"].Success ? Week(year, Int(match, "week"), match.Groups["wd"].Success ? Int(match, "wd") : 1)
            : Calendar(year, match.Groups["m"].Success ? Int(match, "m") : 1, match.Groups["d"].Success ? Int(match, "d") : 1);
        return Whole(date, match);
    }

    private static DateTimeOffset? Rfc822(string text)
    {
        var match = Rfc822Pattern().Match(text);
        if (!match.Success || Month(match.Groups["mon"].Value) is not { } month)
        {
            return null;
        }

        var year = Int(match, "y");
        year += match.Groups["y"].Length > 2 ? 0 : year < 70 ? 2000 : 1900;
        return Whole(Calendar(year, month, Int(match, "d")), match);
    }

    private static DateTimeOffset? Asctime(string text)
    {
        var match = AsctimePattern().Match(text);
        return match.Success && Month(match.Groups["mon"].Value) is { } month ? Whole(Calendar(Int(match, "y"), month, Int(match, "d")), match) : null;
    }

    private static DateTimeOffset? Indonesian(string text) =>
        IndonesianDates.Find(text) is [var first, ..]
            ? new DateTimeOffset(first.Day.ToDateTime(first.Minute ?? TimeOnly.MinValue), TimeSpan.FromMinutes(first.ZoneMinutes ?? IndonesianDates.Wib))
            : null;

    private static DateTimeOffset? Whole(DateTime? date, Match match)
    {
        if (date is not { } day)
        {
            return null;
        }

        if (match.Groups["h"].Success)
        {
            var hour = Int(match, "h");
            hour = match.Groups["ap"].Value.ToUpperInvariant() switch { "PM" when hour < 12 => hour + 12, "AM" when hour == 12 => 0, _ => hour };
            var minute = match.Groups["mi"].Success ? Int(match, "mi") : 0;
            var second = match.Groups["s"].Success ? Math.Min(Int(match, "s"), 59) : 0;
            if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
            {
                return null;
            }

            day = day.AddHours(hour).AddMinutes(minute).AddSeconds(second);
        }

        return Offset(match.Groups["z"].Value) is { } offset && Math.Abs(offset) <= 14 * 60 ? new DateTimeOffset(day, TimeSpan.FromMinutes(offset)) : new DateTimeOffset(day, TimeSpan.Zero);
    }

    private static DateTime? Calendar(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) : null;

    private static DateTime? Ordinal(int year, int day) => year is >= 1 and <= 9998 && day is >= 1 and <= 366 ? new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(day - 1) : null;

    private static DateTime? Week(int year, int week, int day) => year is >= 1 and <= 9998 && week is >= 1 and <= 53 && day is >= 1 and <= 7 ? ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7)) : null;

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int? Month(string name) => name.ToUpperInvariant() is { Length: >= 3 } upper
        ? upper[..3] switch
        {
            "JAN" => 1,
            "FEB" or "PEB" => 2,
            "MAR" or "MÄR" or "MRT" => 3,
            "APR" => 4,
            "MEI" or "MAY" or "MAI" => 5,
            "JUN" => 6,
            "JUL" => 7,
            "AGU" or "AGT" or "AGS" or "AUG" => 8,
            "SEP" => 9,
            "OKT" or "OCT" => 10,
            "NOV" or "NOP" => 11,
            "DEC" or "DES" or "DEZ" => 12,
            _ => null,
        }
        : null;

    private static int? Offset(string zone)
    {
        if (zone.Length == 0)
        {
            return null;
        }

        if (zone[0] is '+' or '-')
        {
            var digits = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(2, '0');
            digits = digits.Length == 3 ? "0" + digits : digits;
            var minutes = (int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + (digits.Length >= 4 ? int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture) : 0);
            return zone[0] == '-' ? -minutes : minutes;
        }

        return zone.ToUpperInvariant() switch
        {
            "WIB" => 420,
            "WITA" => 480,
            "WIT" or "JST" or "KST" => 540,
            "SGT" or "MYT" or "HKT" or "PHT" or "AWST" => 480,
            "ICT" => 420,
            "IST" => 330,
            "MSK" => 180,
            "AEST" => 600,
            "AEDT" => 660,
            "EST" or "ET" => -300,
            "EDT" => -240,
            "CST" or "CT" => -360,
            "CDT" => -300,
            "MST" or "MT" => -420,
            "MDT" => -360,
            "PST" or "PT" => -480,
            "PDT" => -420,
            "AST" or "AT" => -240,
            "ADT" => -180,
            "BST" or "CET" or "MEZ" or "WEST" => 60,
            "CEST" or "EET" or "MESZ" => 120,
            "EEST" => 180,
            "A" => -60,
            "M" => -720,
            "N" => 60,
            "Y" => 720,
            _ => 0,
        };
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Clock = @"(?<h>\d{1,2})(?:[:.](?<mi>\d{1,2})(?:[:.](?<s>\d{1,2})(?:[.,]\d+)?)?)?\s?(?<ap>[AP]M\b)?";

    private const string Zone = @"\s*(?:\(?(?<z>[+-]\d{1,2}(?::?\d{2})?|[A-Za-z]{1,5})(?:[+-]\d+)?\)?)?";

    [GeneratedRegex(@"^(?<y>\d{4}|\d{2}(?=-\d\d-\d\d))(?:-?(?<ord>\d{3})(?![\d-])|-?W(?<week>\d\d)(?:-?(?<wd>\d))?|[-/.]?(?<m>\d{1,2})(?:[-/.]?(?<d>\d{1,2}))?)?(?:(?:T|\s+|\s*,\s*)(?:(?<h>\d{2})(?<mi>\d{2})(?<s>\d{2})?|" + Clock + @"))?" + Zone + @"\s*$", Options, matchTimeoutMilliseconds: 500)]
    private static partial Regex IsoPattern();

    [GeneratedRegex(@"^(?:[\p{L}'’.]+\s*,?\s*)?(?<d>\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?<mon>\p{L}{3,12})\.?,?[\s.-]+(?<y>\d{4}|\d{2})(?:,?\s+(?:at\s+)?" + Clock + Zone + @")?\s*(?:\([^)]{0,40}\))?\s*$", Options, matchTimeoutMilliseconds: 500)]
    private static partial Regex Rfc822Pattern();

    [GeneratedRegex(@"^(?:[\p{L}'’.]+\s*,?\s+)?(?<mon>\p{L}{3,12})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(?<y>\d{4}),?(?:\s+(?:at\s+)?" + Clock + Zone + @")?$|" + Clock + @"\s+(?:(?<z>[A-Z]{2,5}|[+-]\d{4})\s+)?(?<y>\d{4})$)", Options, matchTimeoutMilliseconds: 500)]
    private static partial Regex AsctimePattern();
}
