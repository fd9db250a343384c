using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Feeds;

/// <summary>A listing as Atom: titles and summaries, never the text.</summary>
public sealed class AtomFeed(PublicAddress address)
{
    /// <param name="title">Title of the listing.</param>
    /// <param name="listing">Path of the page that the feed belongs to.</param>
    /// <param name="cards">The newest articles.</param>
    public byte[] Write(string title, string listing, IReadOnlyList<ArticleCard> cards) => Write(title, listing, Addresses.FeedOf(listing), cards);

    /// <summary>The same where the feed's path can't be told from the page's.</summary>
    public byte[] Write(string title, string listing, string feedPath, IReadOnlyList<ArticleCard> cards)
    {
        var page = new Uri(address.Of(listing));
        var feed = new SyndicationFeed(Xml(title), null, page, address.Of(feedPath), cards.Select(Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())
        {
            Items = [.. cards.Select(Entry)],
            Language = "id",
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(address.Of(feedPath)), "application/atom+xml"));
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { CloseOutput = false, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            new Atom10FeedFormatter(feed).WriteTo(xml);
        }

        return bytes.ToArray();
    }

    private SyndicationItem Entry(ArticleCard card)
    {
        var item = new SyndicationItem
        {
            Id = $"urn:uuid:{card.Id}",
            Title = new TextSyndicationContent(Xml(card.Title)),
            Summary = new TextSyndicationContent(Xml(card.Summary)),
            LastUpdatedTime = Updated(card),
        };
        if (PublishedTime.Of(card).Local is { } published)
        {
            item.PublishDate = published;
        }

        item.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(address.Of(Addresses.Article(card.Id, card.Title)))));
        if (Addresses.Web(card.SourceUrl) is { } original)
        {
            item.Links.Add(new SyndicationLink(new Uri(original), "via", null, null, 0));
        }

        item.Authors.Add(new SyndicationPerson(null, Xml(card.Author ?? card.Publisher), null));
        foreach (var tag in card.Tags)
        {
            item.Categories.Add(new SyndicationCategory(tag.Tag.Key, address.Of(SchemeOf(tag.Tag.Kind)), Xml(tag.Name)));
        }

        return item;
    }

    private static string SchemeOf(TagKind kind) => kind switch { TagKind.Region => Addresses.Regions, TagKind.Agency => Addresses.Agencies, _ => Addresses.Topics };

    /// <summary>When the present version was first seen, if there was one before it.</summary>
    private static DateTimeOffset Updated(ArticleCard card) => new(DateTime.SpecifyKind(card.RevisedAt ?? card.RankedAt, DateTimeKind.Utc));

    /// <summary>A control character in a title must not cost the whole feed.</summary>
    private static string Xml(string text)
    {
        var clean = text.Where((c, i) => XmlConvert.IsXmlChar(c)
            || (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1])));
        return string.Concat(clean);
    }
}
