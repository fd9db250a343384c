using System.Text.RegularExpressions;
using KamtibmasPortal.News.Extraction.Html;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>The further pages of an article printed on several, or the one address that shows it whole.</summary>
internal static partial class NextPageLinks
{
    private const int Most = 20;

    public static IReadOnlyList<string> Find(PageTree page, BlockRange body, PageAddress address)
    {
        if (address.Page is not { } own)
        {
            return [];
        }

        var found = new SortedDictionary<int, string>();
        string? whole = null;
        var links = page.Nodes.Where(n => n.Tag == "a").Select(n => (n.Element, IsNear: n.Range.From >= body.From && n.Range.From <= body.To + 25)).Concat(page.Document.Head?.Children.Where(e => e.LocalName == "link" && e.GetAttribute("rel") == "next").Select(e => (e, true)) ?? []);
        foreach (var (element, isNear) in links)
        {
            if (!isNear || address.Web(element.GetAttribute("href")) is not { } link || !Uri.TryCreate(link, UriKind.Absolute, out var target) || target.Host != own.Host)
            {
                continue;
            }

            var text = PlainText.Fold(element.TextContent);
            if (IsSameArticle(own, target) && PageNumber(target) is { } number)
            {
                whole = number == 0 ? link : whole;
                if (number > 1 && number > (PageNumber(own) ?? 1))
                {
                    found.TryAdd(number, link);
                }
            }
            else if (NextWords().IsMatch(text) && IsSameArticle(own, target) && target != own)
            {
                found.TryAdd(2, link);
            }
        }

        return whole is not null && PageNumber(own) != 0 ? [whole] : [.. found.Values.Take(Most)];
    }

    /// <summary>0 for "all", else the number in "?page=2", "/2", "/halaman/2"; null for none.</summary>
    private static int? PageNumber(Uri url)
    {
        var match = PagePattern().Match(url.PathAndQuery);
        return !match.Success ? null : match.Groups["all"].Success ? 0 : int.TryParse(match.Groups["n"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static bool IsSameArticle(Uri own, Uri target)
    {
        var (a, b) = (Stem(own), Stem(target));
        return a == b && a.Length > 1;
    }

    private static string Stem(Uri url)
    {
        var path = PagePattern().Replace(url.PathAndQuery, "").Split('?')[0].TrimEnd('/');
        return path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? path[..^5] : path;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"[?&](page|halaman|hal|p|pg|paged|start)=((?<all>all|semua|lengkap)|(?<n>\d{1,2}))(?=&|$)|[?&](?<all>single|showall|show_all|view)=(1|all|true)(?=&|$)|/(page|halaman|hal)/((?<all>all)|(?<n>\d{1,2}))/?$|(?<=/[^/]{12,})/(?<n>[2-9]|1\d)/?$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PagePattern();

    [GeneratedRegex(@"^\W*(halaman (selanjutnya|berikutnya)|selanjutnya|berikutnya|next( page)?|lanjut(kan)?( membaca)?|baca selengkapnya)\W*$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NextWords();
}
