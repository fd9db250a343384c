using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Topics;

public sealed class TopicModel(ArticleQueries articles, CatalogQueries catalog) : PortalPage
{
    private const int ProvincesShown = 38;

    public Topic Topic { get; private set; } = null!;
    public IReadOnlyList<CountedLink> Provinces { get; private set; } = [];
    public ArticleListing Listing { get; private set; } = null!;
    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = Addresses.CursorParameter)] string? cursor, CancellationToken cancellation)
    {
        if (!Keys.IsSlug(slug) || await catalog.FindTopicAsync(slug, cancellation) is not { } topic)
        {
            return NotFound();
        }

        var filter = new ArticleFilter { Topics = [slug] };
        if (await ArticleListing.ReadAsync(articles, filter, Addresses.Topic(slug), cursor, cancellation) is not { } listing)
        {
            return BadRequest();
        }

        Topic = topic;
        Listing = listing;
        Count = await articles.CountAsync(filter, cancellation);
        Provinces = await TagLinks.ProvincesAsync(catalog, filter, ProvincesShown, cancellation);
        Head = new PageHead(topic.Name, Addresses.Topics) { Description = topic.Description, Feed = Addresses.FeedOf(Addresses.Topic(slug)) };
        return Page();
    }
}
