using System.Globalization;
using System.Text.RegularExpressions;

namespace KamtibmasPortal.News.Text;

/// <summary>A date in running text.</summary>
/// <param name="Start">Offset of the words, UTF-16 code units.</param>
/// <param name="Length">Their length, weekday and brackets included, clock time not.</param>
/// <param name="Day">The day they name.</param>
/// <param name="Minute">Clock time that follows at once, in the zone of <paramref name="ZoneMinutes"/>.</param>
/// <param name="ZoneMinutes">Minutes east of UTC when a zone is printed, else null.</param>
/// <param name="InBrackets">Newsroom form "(11/12/2023)".</param>
/// <param name="End">Offset behind the date and its clock time.</param>
public sealed record DateMention(int Start, int Length, DateOnly Day, TimeOnly? Minute, int? ZoneMinutes, bool InBrackets, int End);

/// <summary>Dates as Indonesian newsrooms print them, typing errors of the trade included ("Jum'at", "Agt", a weekday that does not fit).</summary>
public static partial class IndonesianDates
{
    public const int Wib = 420;
    public const int Wita = 480;
    public const int Wit = 540;

    /// <summary>All dates of a text in order; overlapping readings give the first and longest.</summary>
    public static List<DateMention> Find(string text)
    {
        var found = new List<DateMention>();
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return found;
        }

        try
        {
            foreach (Match match in DatePattern().Matches(text))
            {
                if (Read(text, match) is { } mention)
                {
                    found.Add(mention);
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // A text made to exhaust the pattern keeps the dates found so far.
        }

        return found;
    }

    /// <summary>WIB, WITA or WIT to minutes east of UTC; null for anything else.</summary>
    public static int? Zone(ReadOnlySpan<char> name) => name switch
    {
        _ when name.Equals("WIB", StringComparison.OrdinalIgnoreCase) => Wib,
        _ when name.Equals("WITA", StringComparison.OrdinalIgnoreCase) => Wita,
        _ when name.Equals("WIT", StringComparison.OrdinalIgnoreCase) => Wit,
        _ => null,
    };

    private static DateMention? Read(string text, Match match)
    {
        if (Day(match) is not { } day)
        {
            return null;
        }

        var end = match.Index + match.Length;
        TimeOnly? minute = null;
        int? zone = null;
        if (match.Groups["h"].Success)
        {
            minute = Time(match.Groups["h"].Value, match.Groups["mi"].Value, "");
            zone = Offset(match.Groups["off"].Value);
            if (zone is null && ZonePattern().Match(text, end, Math.Min(8, text.Length - end)) is { Success: true } named)
            {
                zone = Zone(named.Groups["z"].ValueSpan);
                end = named.Index + named.Length;
            }
        }
        else if (ClockPattern().Match(text, end, Math.Min(48, text.Length - end)) is { Success: true } clock)
        {
            minute = Time(clock.Groups["h"].Value, clock.Groups["mi"].Value, clock.Groups["ap"].Value);
            zone = Zone(clock.Groups["z"].ValueSpan);
            end = minute is null ? end : clock.Index + clock.Length;
        }

        var words = match.Value;
        return new DateMention(match.Index, words.Length, day, minute, zone, words.Contains('(', StringComparison.Ordinal), end);
    }

    private static DateOnly? Day(Match match)
    {
        var year = Number(match.Groups["y"]);
        var month = match.Groups["mon"].Success ? Month(match.Groups["mon"].Value) : Number(match.Groups["m"]);
        var day = Number(match.Groups["d"]);
        if (year < 100)
        {
            year += 2000;
        }

        if (month > 12 && day <= 12 && !match.Groups["mon"].Success)
        {
            (month, day) = (day, month);
        }

        return year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static TimeOnly? Time(string hour, string minute, string half)
    {
        var h = int.Parse(hour, CultureInfo.InvariantCulture);
        var m = int.Parse(minute, CultureInfo.InvariantCulture);
        h = half.ToUpperInvariant() switch { "PM" when h < 12 => h + 12, "AM" when h == 12 => 0, _ => h };
        return h < 24 && m < 60 ? new TimeOnly(h, m) : null;
    }

    private static int? Offset(string offset)
    {
        if (offset.Length == 0)
        {
            return null;
        }

        if (offset is "Z" or "z")
        {
            return 0;
        }

        var digits = offset[1..].Replace(":", "", StringComparison.Ordinal);
        var minutes = (int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(digits.AsSpan(2), CultureInfo.InvariantCulture);
        return offset[0] == '-' ? -minutes : minutes;
    }

    private static int Month(string name) => name.ToUpperInvariant()[..3] switch
    {
        "JAN" => 1,
        "FEB" or "PEB" => 2,
        "MAR" => 3,
        "APR" => 4,
        "MEI" or "MAY" => 5,
        "JUN" => 6,
        "JUL" => 7,
        "AGU" or "AGT" or "AGS" or "AUG" => 8,
        "SEP" => 9,
        "OKT" or "OCT" => 10,
        "NOV" or "NOP" => 11,
        _ => 12,
    };

    private const string Weekday = @"(?:\b(?:Senin|Selasa|Rabu|Kamis|Jum['’`]?at|Sabtu|Minggu|Ahad|Sen|Sel|Rab|Kam|Jum|Sab|Min|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b[,.]?\s*)?";

    private const string MonthName = @"(?<mon>Jan(?:uari|uary)?|[FP]eb(?:ruari|ruary)?|Mar(?:et|ch)?|Apr(?:il)?|Mei|May|Jun[ie]?|Jul[iy]?|Ag(?:u(?:s(?:tus)?)?|t|st|s)|Aug(?:ust)?|Sept?(?:ember)?|O[kc]t(?:ober)?|No[vp](?:ember)?|De[sc](?:ember)?)\.?";

    // The mark is compared as it is: a look back that ignores case can't be compiled, and the whole pattern would be interpreted.
    [GeneratedRegex(
        @"(?<y>\b(?:19|20)\d\d)[-/](?<m>\d\d)[-/](?<d>\d\d)(?:[T ](?<h>\d\d):(?<mi>\d\d)(?::\d\d(?:\.\d+)?)?\s?(?<off>Z|[+-]\d\d:?\d\d)?)?(?!\d)"
        + "|" + Weekday + @"\(?(?<![\d/.-])(?<d>\d{1,2})\s?(?<s>[/.-])\s?(?<m>\d{1,2})\s?(?-i:\k<s>)\s?(?<y>(?:19|20)\d\d|\d\d)(?!\.?\d|[/-])\)?"
        + "|" + Weekday + @"\(?(?<!\d)(?<d>\d{1,2})[\s-]{1,2}" + MonthName + @",?[\s-]{1,2}(?:(?<y>(?:19|20)\d\d)|['’](?<y>\d\d))(?!\d)\)?"
        + "|" + Weekday + @"\(?\b" + MonthName + @"\s(?<d>\d{1,2}),\s?(?<y>(?:19|20)\d\d)(?!\d)\)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\G\s?(?<z>WIB|WITA|WIT)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ZonePattern();

    [GeneratedRegex(@"\G\s*(?:[|,•·/–—-]+\s*)?(?:(?:pukul|pkl\.?|jam|at)\s*:?\s*)?\(?(?<h>\d{1,2})[:.](?<mi>\d\d)(?::\d\d)?\s?(?<ap>[AP]M\b)?\s?(?<z>WIB|WITA|WIT)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ClockPattern();
}
