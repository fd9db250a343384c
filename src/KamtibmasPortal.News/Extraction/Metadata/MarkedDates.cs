using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KamtibmasPortal.News.Extraction.Html;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>Days of publication that attributes name: itemprop, datetime, title and the data-* that scripts turn into "3 hours ago".</summary>
internal static partial class MarkedDates
{
    private const int LongestText = 120;

    private static readonly string[] ScriptNames =
    [
        "data-timestamp", "data-time", "data-date", "data-datetime", "data-date-time", "data-published", "data-published-at", "data-publish-date", "data-published-date", "data-pubdate", "data-epoch", "data-unix", "data-utime", "data-created", "data-posted",
    ];

    /// <param name="page">The page.</param>
    /// <param name="body">Its article.</param>
    /// <param name="headline">Block of the headline, or the first of the body.</param>
    /// <param name="reach">How many blocks away a stamp without a declared meaning may stand.</param>
    /// <returns>Values in the order of their worth: what is called the day of publication, then what stands between headline and text, then the rest.</returns>
    public static IEnumerable<string> In(PageTree page, BlockRange body, int headline, int reach)
    {
        var nodes = page.Nodes.Where(n => n.Range.From <= body.To + 3).ToList();
        var named = nodes.Where(n => Property(n.Element).Contains("datePublished", StringComparison.OrdinalIgnoreCase)).Select(n => n.Element.GetAttribute("content") ?? n.Element.GetAttribute("datetime") ?? Short(n.Element));
        var near = nodes.Where(n => Math.Abs(n.Range.From - body.From) <= reach && Stamp(n) is not null && !IsUpdated(n.Element) && !page.IsComment(n))
            .OrderBy(n => n.Range.From < headline ? 2 : n.Range.From <= body.From ? 0 : 1).Select(Stamp);
        return named.Concat(near).OfType<string>();
    }

    private static string? Stamp(PageNode node)
    {
        var element = node.Element;
        if (element.Attributes.Length == 0 || Property(element).Length > 0 && Property(element) != "datePublished")
        {
            return null;
        }

        return element.GetAttribute("datetime")
            ?? ScriptNames.Select(element.GetAttribute).FirstOrDefault(v => v is { Length: > 0 })
            ?? (node.Tag is "abbr" or "span" or "time" or "a" && element.ClassName is { } names && DateClass().IsMatch(names) ? element.GetAttribute("title") : null);
    }

    private static string Property(IElement element) => element.GetAttribute("itemprop") ?? "";

    private static bool IsUpdated(IElement time) =>
        (time.ClassName + time.ParentElement?.ClassName).Contains("updated", StringComparison.OrdinalIgnoreCase) && !(time.ClassName ?? "").Contains("published", StringComparison.OrdinalIgnoreCase);

    private static string? Short(IElement element) => element.TextContent is { Length: <= LongestText } text ? text : null;

    [GeneratedRegex(@"(^|[\s_-])(published|timeago|date|datetime|time|timestamp|tanggal|tgl|waktu|pubdate)($|[\s_-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DateClass();
}
