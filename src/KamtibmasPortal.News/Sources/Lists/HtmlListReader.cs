using AngleSharp.Dom;
using KamtibmasPortal.News.Sources.Feeds;
using KamtibmasPortal.News.Sources.Pages;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Sources.Lists;

/// <summary>Reads a page that lists articles: by the selectors of its source, or by the habits of news sites.</summary>
public sealed class HtmlListReader
{
    /// <summary>A list page shows a few dozen articles; what shows more is an archive and read page by page.</summary>
    public const int ItemLimit = 500;

    private const int TitleLimit = 1000;

    /// <summary>Whether a text is a CSS selector.</summary>
    public static bool IsSelector(string text) => new AngleSharp.Css.Parser.CssSelectorParser().ParseSelector(text) is not null;

    /// <param name="bytes">The page as received.</param>
    /// <param name="charset">Charset its transport declared, or null.</param>
    /// <param name="address">Address it was received from: relative links start there, other sites are left out.</param>
    /// <param name="selectors">Where the articles stand; null to find them.</param>
    public FeedReading Read(ReadOnlyMemory<byte> bytes, string? charset, Uri address, HtmlListSelectors? selectors = null)
    {
        if (HtmlPage.Parse(bytes, charset, address) is not { } page)
        {
            return Fault("no page that can be read");
        }

        IEnumerable<AnnouncedItem> items;
        try
        {
            items = selectors is { Item: { Length: > 0 } item } ? Selected(page, selectors, item) : Headlines.Of(page, selectors);
            var distinct = items.Where(i => i.Url is not null && i.Title is not null).DistinctBy(i => i.Url, StringComparer.Ordinal).Take(ItemLimit).ToList();
            return distinct.Count == 0 ? Fault("no links to articles") : new FeedReading(ListDates.Clean(page.Document.Title), address.AbsoluteUri, distinct);
        }
        catch (DomException)
        {
            return Fault("a selector is not valid CSS");
        }
    }

    private static IEnumerable<AnnouncedItem> Selected(HtmlPage page, HtmlListSelectors selectors, string item)
    {
        foreach (var element in page.Document.QuerySelectorAll(item).Take(ItemLimit * 2))
        {
            var link = selectors.Link is { Length: > 0 } chosen ? Matching(element, chosen) : HeadlineLink(element);
            var url = link is null ? null : page.Link(link.HasAttribute("href") ? link : link.QuerySelector("a[href]") ?? link);
            if (link is null || url is null || !WebLinks.IsSameSite(new Uri(url), page.Address))
            {
                continue;
            }

            var title = selectors.Title is { Length: > 0 } headline ? Matching(element, headline) : element.QuerySelector("h1, h2, h3, h4, h5, h6");
            yield return new AnnouncedItem
            {
                Url = url,
                Title = Short(title?.TextContent) ?? Short(link.TextContent) ?? Short(link.GetAttribute("title")) ?? Short(link.QuerySelector("img[alt]")?.GetAttribute("alt")),
                PublishedAt = selectors.Date is { Length: > 0 } date ? Matching(element, date) is { } printed ? ListDates.Of(printed) : null : ListDates.Within(element),
            };
        }
    }

    private static IElement? HeadlineLink(IElement item) =>
        item.Matches("a[href]") ? item : item.QuerySelector("h1 a[href], h2 a[href], h3 a[href], h4 a[href]") ?? item.QuerySelector("a[href]") ?? item.Closest("a[href]");

    /// <summary>The element itself may be what the selector means.</summary>
    private static IElement? Matching(IElement item, string selector) => item.Matches(selector) ? item : item.QuerySelector(selector);

    internal static string? Short(string? text) => ListDates.Clean(text) is { } clean ? clean.Length > TitleLimit ? clean[..TitleLimit] : clean : null;

    private static FeedReading Fault(string why) => new(null, null, [], why);
}
