using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KamtibmasPortal.News.Sources.Pages;

namespace KamtibmasPortal.News.Sources.Lists;

/// <summary>Finds the articles of a list page without being told where: links that read like headlines, outside menus, within the site.</summary>
internal static partial class Headlines
{
    private const int LinkLimit = 5000;
    private const int FewestWords = 4;

    public static IEnumerable<AnnouncedItem> Of(HtmlPage page, HtmlListSelectors? selectors)
    {
        var links = Links(page);
        var places = Places(links);
        foreach (var group in links.GroupBy(l => l.Url, StringComparer.Ordinal))
        {
            if (Title(group) is not { } title)
            {
                continue;
            }

            var place = Place(group.OrderByDescending(l => l.IsHeading).First().Element, group.Key, places);
            yield return new AnnouncedItem
            {
                Url = group.Key,
                Title = title,
                PublishedAt = selectors?.Date is { Length: > 0 } date ? place.QuerySelector(date) is { } printed ? ListDates.Of(printed) : null : ListDates.Within(place),
            };
        }
    }

    private static List<HeadlineLink> Links(HtmlPage page)
    {
        var root = page.Document.QuerySelector("main, [role='main'], #main-content, #content") is { } main && main.QuerySelectorAll("a[href]").Length >= 3 ? main : page.Document.Body;
        var links = new List<HeadlineLink>();
        foreach (var element in root?.QuerySelectorAll("a[href]").Take(LinkLimit) ?? [])
        {
            if (page.Link(element) is not { } url || IsFurniture(element))
            {
                continue;
            }

            var address = new Uri(url);
            if (WebLinks.IsSameSite(address, page.Address) && IsArticlePath(address) && !IsPage(address, page.Address))
            {
                var heading = element.Closest("h1, h2, h3, h4, h5, h6") ?? element.QuerySelector("h1, h2, h3, h4, h5, h6");
                links.Add(new HeadlineLink(address.GetLeftPart(UriPartial.Query), element, heading is not null, HtmlListReader.Short((heading is not null && element.Contains(heading) ? heading : element).TextContent)));
            }
        }

        return links;
    }

    /// <summary>For every element, the one article it links to; null where it is more than one.</summary>
    private static Dictionary<IElement, string?> Places(List<HeadlineLink> links)
    {
        var places = new Dictionary<IElement, string?>();
        foreach (var link in links)
        {
            for (IElement? at = link.Element; at is not null; at = at.ParentElement)
            {
                if (!places.TryAdd(at, link.Url) && places[at] != link.Url)
                {
                    places[at] = null;
                }
            }
        }

        return places;
    }

    private static IElement Place(IElement link, string url, Dictionary<IElement, string?> places)
    {
        var place = link;
        while (place.ParentElement is { } parent && parent.LocalName is not ("body" or "main" or "html") && places.GetValueOrDefault(parent) == url)
        {
            place = parent;
        }

        return place;
    }

    private static string? Title(IEnumerable<HeadlineLink> group)
    {
        var best = group.Where(l => l.Text is not null && !Teaser().IsMatch(l.Text)).OrderByDescending(l => l.IsHeading).ThenByDescending(l => l.Text!.Length < 200 ? l.Text.Length : 0).FirstOrDefault();
        var title = best?.Text ?? group.Select(l => HtmlListReader.Short(l.Element.GetAttribute("title")) ?? HtmlListReader.Short(l.Element.QuerySelector("img[alt]")?.GetAttribute("alt"))).FirstOrDefault(t => t is not null);
        var words = title?.Split(' ').Count(w => w.Any(char.IsLetter)) ?? 0;
        return words >= FewestWords || (words >= 2 && best is { IsHeading: true }) ? title : null;
    }

    private static bool IsFurniture(IElement link)
    {
        for (IElement? at = link; at is not null && at.LocalName is not "body"; at = at.ParentElement)
        {
            if (at.LocalName is "nav" or "footer" or "aside" or "form" || (at.LocalName is "header" && at.Closest("article") is null) || at.GetAttribute("role") is "navigation" or "contentinfo" or "complementary"
                || (at.LocalName is not ("html" or "main" or "article") && Furniture().IsMatch($" {at.ClassName} {at.Id} ")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPage(Uri url, Uri page) => url.AbsolutePath.TrimEnd('/') == page.AbsolutePath.TrimEnd('/') && url.Query == page.Query;

    /// <summary>Roots, lists, files and offices of a site are no articles.</summary>
    private static bool IsArticlePath(Uri url) => (url.AbsolutePath.Length > 1 || url.Query.Length > 1) && !NoArticle().IsMatch(url.AbsolutePath);

    private sealed record HeadlineLink(string Url, IElement Element, bool IsHeading, string? Text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(baca|lihat|read|see|more|selengkapnya|selanjutnya|lanjut|continue|komentar|comments?|\d+ (komentar|comments?)|bagikan|share)\b", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Teaser();

    [GeneratedRegex(@"[\s_-](nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|sidenav|social|sosmed|share|pagination|paging|tags?|tagcloud|login|iklan|ads?|banner|copyright|comments?|komentar|newsletter)[\s_-]", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Furniture();

    [GeneratedRegex(@"/(tags?|topi[ck]|topics|kategori|category|kanal|author|penulis|page|hal|halaman|search|cari|indeks|index|login|masuk|daftar|register|kontak|contact|tentang|about|redaksi|pedoman[\w-]*|privacy[\w-]*|disclaimer|karir|iklan|rss|feed|sitemap)(/|$|\.\w+$)(?![^/]*-[^/]*-[^/]*-)|\.(jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|zip|mp[34]|xml)$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NoArticle();
}
