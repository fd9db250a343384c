using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KamtibmasPortal.News.Extraction.Html;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>The headline: what the page prints large, where it agrees with what it declares; the site's name never.</summary>
internal static partial class PageTitle
{
    private const int Longest = 400;
    private const int LongestSiteName = 6;

    public static Found<string>? Find(IDocument document, MetaTags meta, LinkedData linked, string? address)
    {
        var sites = SiteNames.Of(meta, linked, address);
        var declared = new List<Found<string>>();
        void Declare(string? text, ValueOrigin origin)
        {
            if (Clean(text) is { } title && !sites.Contains(Wording.Key(title)))
            {
                declared.Add(new Found<string>(WithoutSite(title, sites), origin));
            }
        }

        Declare(linked.Text("headline"), ValueOrigin.LinkedData);
        Declare(meta.First("og:title"), ValueOrigin.Meta);
        Declare(meta.First("twitter:title"), ValueOrigin.Meta);
        Declare(meta.First("parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline", "title"), ValueOrigin.Meta);
        Declare(document.Title, ValueOrigin.Markup);
        var headings = Headings(document, "h1", sites);
        return Agreeing(headings, declared) ?? Agreeing(Headings(document, "h2", sites).Take(8).ToList(), declared)
            ?? (headings is [var only] && LineReading.WordCount(only) >= 3 && (declared.Count == 0 || !declared.Exists(d => LineReading.WordCount(d.Value) > 3)) ? new Found<string>(only, ValueOrigin.Visible) : null)
            ?? (declared.Count > 0 ? declared[0] : headings.Count > 0 ? new Found<string>(headings[0], ValueOrigin.Visible) : null);
    }

    private static List<string> Headings(IDocument document, string tag, HashSet<string> sites) =>
        [.. document.GetElementsByTagName(tag).Take(40).Select(h => Clean(h.TextContent)).OfType<string>().Where(h => !sites.Contains(Wording.Key(h)))];

    /// <summary>The heading that says what the page declares.</summary>
    private static Found<string>? Agreeing(List<string> headings, List<Found<string>> declared)
    {
        Found<string>? best = null;
        var bestScore = 0.55;
        foreach (var heading in headings)
        {
            foreach (var claim in declared)
            {
                var (x, y) = (Wording.Key(heading), Wording.Key(claim.Value));
                var score = x == y ? 2 : Wording.SameHeadline(heading, claim.Value) && x.Length * 2 > y.Length ? 1.5 : Math.Min(Wording.Overlap(heading, claim.Value), Wording.Overlap(claim.Value, heading));
                if (score > bestScore)
                {
                    // A rubric printed inside the heading is no part of the headline.
                    var hasRubric = x.Length > y.Length && x.EndsWith(y, StringComparison.Ordinal) && y.Length > 15;
                    (best, bestScore) = (hasRubric ? claim : new Found<string>(heading, ValueOrigin.Visible), score);
                }
            }
        }

        return best;
    }

    /// <summary>Takes "Nama Situs" and rubrics off either end.</summary>
    private static string WithoutSite(string title, HashSet<string> sites)
    {
        for (var round = 0; round < 3; round++)
        {
            var last = SiteMark().Matches(title).LastOrDefault();
            if (last is null)
            {
                break;
            }

            var (head, tail) = (title[..last.Index].Trim(), title[(last.Index + last.Length)..].Trim());
            var first = SiteMark().Match(title);
            var front = title[..first.Index].Trim();
            if (sites.Contains(Wording.Key(front)) && LineReading.WordCount(title[(first.Index + first.Length)..]) >= 2)
            {
                title = title[(first.Index + first.Length)..].Trim();
            }
            else if (sites.Contains(Wording.Key(tail)) || (LineReading.WordCount(tail) <= LongestSiteName && LineReading.WordCount(head) >= 4 && LineReading.WordCount(tail) < LineReading.WordCount(head) && LooksLikeSite(tail)))
            {
                title = head;
            }
            else
            {
                break;
            }
        }

        return title;
    }

    /// <summary>Capitals throughout, or a domain: no second half of a headline.</summary>
    private static bool LooksLikeSite(string tail) =>
        tail.Length > 1 && !PlainText.EndsSentence(tail) && (tail.Contains('.', StringComparison.Ordinal) || tail.Split(' ').All(w => w.Length == 0 || !char.IsLower(w[0]) || w is "of" or "the" or "dan" or "and"));

    private static string? Clean(string? text)
    {
        var clean = text is null ? "" : PlainText.Fold(System.Net.WebUtility.HtmlDecode(text));
        return clean.Length is > 0 and <= Longest ? clean : null;
    }

    [GeneratedRegex(@"\s+[-–—|»•·:]\s+|\s*[|»•]\s*|\s+::\s+|\s+/\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SiteMark();
}
