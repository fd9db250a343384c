using System.Xml.Linq;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>RSS, RDF, Atom and CDF: elements are known by their local names, whatever prefix or namespace their maker gave them.</summary>
internal static class XmlFeed
{
    /// <summary>Null when the tree is no feed.</summary>
    public static FeedReading? Read(XElement root, Uri address)
    {
        var kind = root.Name.LocalName.ToUpperInvariant();
        if (kind is not ("RSS" or "RDF" or "FEED" or "CHANNEL" or "ENTRY"))
        {
            return null;
        }

        var channel = root.Elements().FirstOrDefault(e => FeedFields.Is(e, "channel")) ?? root;
        var baseAddress = FeedFields.Base(channel, address);
        var isAtom = kind is "FEED" or "ENTRY";
        var items = root.DescendantsAndSelf().Where(IsItem).Take(FeedReader.ItemLimit).Select(e => Item(e, address, isAtom)).Where(SaysSomething).ToList();
        return new FeedReading(FeedMarkup.Title(channel, isAtom), ItemLinks.Of(channel, baseAddress), items)
        {
            Generator = FeedFields.Text(channel, "generator") ?? (string?)FeedFields.Pick(channel, "generator").FirstOrDefault()?.Attribute("uri"),
            Older = ItemLinks.Related(channel, baseAddress, "prev-archive", "next"),
        };
    }

    /// <summary>Entries within an entry are quotations, not news of this feed.</summary>
    private static bool IsItem(XElement element) => IsNamedItem(element) && !element.Ancestors().Any(IsNamedItem);

    private static bool IsNamedItem(XElement element) => (FeedFields.Is(element, "item") || FeedFields.Is(element, "entry")) && !FeedFields.IsModule(element);

    /// <summary>A feed cut off in transport ends with an item of which only the tag came.</summary>
    private static bool SaysSomething(AnnouncedItem item) => (item.Title ?? item.Url ?? item.FeedId ?? item.Summary ?? item.Content) is not null;

    private static AnnouncedItem Item(XElement item, Uri feed, bool isAtom)
    {
        var address = FeedFields.Base(item, feed);
        var modified = FeedFields.Date(item, "updated", "modified", "lastBuildDate", "lastmod");
        return new AnnouncedItem
        {
            Url = ItemLinks.Of(item, address) ?? ItemLinks.Permanent(item, address),
            Title = FeedMarkup.Title(item, isAtom),
            PublishedAt = FeedFields.Date(item, "pubDate", "published", "issued", "date", "publicationDate", "publishDate", "datePublished", "created") ?? modified,
            ModifiedAt = modified,
            FeedId = FeedFields.Text(item, "guid") ?? FeedFields.Text(item, "id"),
            Author = FeedMarkup.Author(item),
            Summary = FeedMarkup.Of(item, "summary") ?? FeedMarkup.Of(item, "description") ?? FeedMarkup.Of(item, "subtitle") ?? FeedMarkup.Of(item, "abstract"),
            Content = FeedMarkup.Of(item, "encoded") ?? FeedMarkup.Of(item, "content") ?? FeedMarkup.Of(item, "body") ?? FeedMarkup.Of(item, "fullitem"),
        };
    }
}
