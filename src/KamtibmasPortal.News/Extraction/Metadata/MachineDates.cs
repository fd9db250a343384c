using System.Globalization;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>Dates as markup writes them: ISO in its spellings, RFC 822, seconds since 1970; and dates printed in other languages.</summary>
internal static partial class MachineDates
{
    /// <summary>Longer texts are no dates.</summary>
    public const int Longest = 120;

    /// <param name="text">A value of markup or a short printed line.</param>
    /// <param name="monthFirst">Whether "3/4/2015" is March.</param>
    public static StampedTime? Read(string? text, bool monthFirst = false)
    {
        if (text is null || text.Length > Longest || !text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        text = PlainText.Fold(text);
        return Iso(text) ?? Epoch(text) ?? Slashed(text, monthFirst) ?? Printed(text) ?? Named(text);
    }

    private static StampedTime? Iso(string text)
    {
        var match = IsoPattern().Match(text);
        if (!match.Success || Day(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) is not { } day)
        {
            return null;
        }

        return new StampedTime(text, day, Minute(match.Groups["h"], match.Groups["mi"]), match.Groups["h"].Success ? Offset(match.Groups["off"].Value) : null);
    }

    private static StampedTime? Epoch(string text)
    {
        if (!EpochPattern().IsMatch(text))
        {
            return null;
        }

        var seconds = long.Parse(text.AsSpan(0, 10), CultureInfo.InvariantCulture);
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return at.Year is >= 1995 and <= 2100 ? new StampedTime(text, DateOnly.FromDateTime(at.DateTime), TimeOnly.FromDateTime(at.DateTime), 0) : null;
    }

    private static StampedTime? Slashed(string text, bool monthFirst)
    {
        var match = SlashedPattern().Match(text);
        if (!match.Success || (match.Groups["y"].Length == 2 && !monthFirst))
        {
            return null;
        }

        var (first, second) = (match.Groups["a"].Value, match.Groups["b"].Value);
        var day = monthFirst ? Day(match.Groups["y"].Value, first, second) ?? Day(match.Groups["y"].Value, second, first) : Day(match.Groups["y"].Value, second, first) ?? Day(match.Groups["y"].Value, first, second);
        return day is { } found && IndonesianDates.Find(text) is var mentions ? new StampedTime(text, found, mentions.Count > 0 ? mentions[0].Minute : null, mentions.Count > 0 ? mentions[0].ZoneMinutes : null) : null;
    }

    /// <summary>Indonesian and English forms.</summary>
    private static StampedTime? Printed(string text)
    {
        if (IndonesianDates.Find(Ordinal().Replace(text, "${d}")) is not [var first, ..])
        {
            return null;
        }

        var zone = first.ZoneMinutes ?? (first.Minute is not null && Rfc822Zone().Match(text) is { Success: true } rfc ? Offset(rfc.Value.Trim()) : null);
        return new StampedTime(text, first.Day, first.Minute, zone);
    }

    /// <summary>"1. März 2015", "1 de marzo de 2015", "March 1 2015".</summary>
    private static StampedTime? Named(string text)
    {
        var match = NamedPattern().Match(text);
        return match.Success && Month(match.Groups["mon"].Value) is > 0 and var month && Day(match.Groups["y"].Value, month.ToString(CultureInfo.InvariantCulture), match.Groups["d"].Value) is { } day
            ? new StampedTime(text, day, null, null)
            : null;
    }

    /// <summary>1 to 12 by the beginning of a month's name in one of the languages known; 0 for any other word.</summary>
    public static int Month(string name)
    {
        var plain = name.ToLowerInvariant();
        for (var month = 0; month < Months.Length; month++)
        {
            if (Array.Exists(Months[month], plain.StartsWith))
            {
                return month + 1;
            }
        }

        return 0;
    }

    private static readonly string[][] Months =
    [
        ["jan", "ene", "gen", "янв", "ocak"], ["feb", "fev", "fév", "фев", "şub"], ["mar", "mär", "maa", "мар"], ["apr", "abr", "avr", "апр", "nis"], ["may", "mai", "mag", "mei", "мая", "май"], ["jun", "jui", "giu", "июн", "haz"],
        ["jul", "lug", "июл", "tem"], ["aug", "ago", "aoû", "aou", "авг", "ağu"], ["sep", "set", "сен", "eyl"], ["oct", "okt", "ott", "out", "окт", "eki"], ["nov", "ноя", "kas"], ["dec", "dez", "dic", "déc", "дек", "ara"],
    ];

    private static DateOnly? Day(string year, string month, string day)
    {
        var (y, m, d) = (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture));
        y += y < 100 ? 2000 : 0;
        return y is >= 1990 and <= 2100 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static TimeOnly? Minute(Group hour, Group minute)
    {
        if (!hour.Success)
        {
            return null;
        }

        var (h, m) = (int.Parse(hour.ValueSpan, CultureInfo.InvariantCulture), int.Parse(minute.ValueSpan, CultureInfo.InvariantCulture));
        return h < 24 && m < 60 ? new TimeOnly(h, m) : null;
    }

    private static int? Offset(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (text[0] is not ('+' or '-' or '−'))
        {
            return text.ToUpperInvariant() switch { "Z" or "GMT" or "UTC" => 0, "EST" or "CDT" => -300, "EDT" => -240, "CST" or "MDT" => -360, "PDT" or "MST" => -420, "PST" => -480, "BST" or "CET" => 60, "CEST" => 120, "IST" => 330, _ => IndonesianDates.Zone(text) };
        }

        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        var minutes = digits.Length < 3 ? int.Parse(digits, CultureInfo.InvariantCulture) * 60 : (int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(digits.AsSpan(2), CultureInfo.InvariantCulture);
        return minutes > 14 * 60 ? null : text[0] == '+' ? minutes : -minutes;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^\W{0,2}(?<y>(19|20)\d\d)((?<s>[-/.])(?<m>\d{1,2})[-/.](?<d>\d\d?)(?!\d{3})|(?<m>\d\d)(?<d>\d\d)(?=\D|$|\d{4}(\d\d)?(\D|$)))(([T _]{1,2}|(?<!\D\d\d?))(?<h>\d\d?):?(?<mi>\d\d)(:?\d\d([.,]\d{1,9})?)?\s?(?<off>Z|GMT|UTC|WIB|WITA|WIT|[A-Z]{3,4}|[+\-−]\d\d?:?(\d\d)?)?)?", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex IsoPattern();

    [GeneratedRegex(@"^\d{10}(\d{3})?$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex EpochPattern();

    [GeneratedRegex(@"(?<![\d/.])(?<a>\d{1,2})[/.](?<b>\d{1,2})[/.](?<y>(19|20)\d\d|(?<=/)\d\d)(?![\d/.])", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SlashedPattern();

    [GeneratedRegex(@"\b(?<d>\d{1,2})(st|nd|rd|th)\b", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<=\d)\s?(GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|CET|CEST|[+-]\d\d:?\d\d)\b", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Rfc822Zone();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(\.|er|º|\s+de)?\s+(?<mon>\p{L}{3,12})\.?,?(\s+(de|del))?\s+(?<y>(19|20)\d\d)(?!\d)|\b(?<mon>\p{L}{3,12})\.?\s+(?<d>\d{1,2}),?\s+(?<y>(19|20)\d\d)(?!\d)", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NamedPattern();
}
