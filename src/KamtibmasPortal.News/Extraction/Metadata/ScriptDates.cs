using System.Text.RegularExpressions;
using KamtibmasPortal.News.Extraction.Html;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>Days of publication that only a page's scripts name: what it tells its statistics (dataLayer) or would draw itself from.</summary>
internal static partial class ScriptDates
{
    private const int LongestScript = 400_000;
    private const int MostValues = 20;

    /// <summary>Values called the time of publication, in the order of the page: data of other articles follow that of its own.</summary>
    public static IEnumerable<string> In(IEnumerable<PageScript> scripts) =>
        scripts.Where(s => !s.IsLinkedData && s.Text.Length <= LongestScript)
            .SelectMany(s => Named().Matches(s.Text).Select(m => m.Groups["value"].Value.Replace("\\/", "/", StringComparison.Ordinal)))
            .Take(MostValues);

    [GeneratedRegex(
        @"\\?[""']?\b(publish(ed)?[_-]?(on|at|date|time|datetime|timestamp)?|(article|post|content|news|page|first)[_-]?(publish(ed)?[_-]?)?(date|time)|pub[_-]?date|date[_-]?publish(ed)?|publication[_-]?date|(tanggal|tgl|waktu)[_-]?(terbit|tayang|publish|publikasi|berita)?)\b\\?[""']?\s*[:=]\s*\\?[""']?(?<value>\d[\w:./ +\\-]{7,40}|[A-Za-z']{3,9}[,.]? \d{1,2}[\w:., /+-]{5,40}|\d{1,2} \p{L}{3,9} \d{4}[\w:., +-]{0,30})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Named();
}
