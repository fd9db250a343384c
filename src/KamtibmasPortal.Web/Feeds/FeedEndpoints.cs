using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Api;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Web.Feeds;

/// <summary>The feed below each listing of articles.</summary>
public static class FeedEndpoints
{
    private const int Entries = 30;

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        var feeds = app.MapGroup("").ReadOnly().AllowAnonymous().ExcludeFromDescription();
        feeds.MapGet(Addresses.Feed, (Feed feed, CancellationToken cancellation) => feed.OfAsync(Texts.Home.Title, Addresses.Home, new ArticleFilter(), cancellation));
        feeds.MapGet(Addresses.FeedOf(Addresses.Region("{code}")), async (string code, Feed feed, CatalogQueries catalog, CancellationToken cancellation) =>
            Keys.IsRegion(code) && await catalog.FindRegionAsync(code, cancellation) is { } region
                ? await feed.OfAsync(region.Name, Addresses.Region(code), new ArticleFilter { Regions = [code] }, cancellation)
                : Results.NotFound());
        feeds.MapGet(Addresses.FeedOf(Addresses.Agency("{slug}")), async (string slug, Feed feed, CatalogQueries catalog, CancellationToken cancellation) =>
            Keys.IsSlug(slug) && await catalog.FindAgencyAsync(slug, cancellation) is { } agency
                ? await feed.OfAsync(agency.Name, Addresses.Agency(slug), new ArticleFilter { Agencies = [slug] }, cancellation)
                : Results.NotFound());
        feeds.MapGet(Addresses.FeedOf(Addresses.Topic("{slug}")), async (string slug, Feed feed, CatalogQueries catalog, CancellationToken cancellation) =>
            Keys.IsSlug(slug) && await catalog.FindTopicAsync(slug, cancellation) is { } topic
                ? await feed.OfAsync(topic.Name, Addresses.Topic(slug), new ArticleFilter { Topics = [slug] }, cancellation)
                : Results.NotFound());
    }

    public static void AddFeeds(this IServiceCollection services) => services.AddSingleton<AtomFeed>().AddScoped<Feed>();

    private sealed class Feed(AtomFeed atom, ArticleQueries articles, PortalSettings portal)
    {
        public async Task<IResult> OfAsync(string title, string listing, ArticleFilter filter, CancellationToken cancellation)
        {
            var page = await articles.PageAsync(filter, ArticleSort.Newest, Entries, null, cancellation);
            return Results.Bytes(atom.Write(Texts.Site.PageTitle(title, portal.Name), listing, page.Items), "application/atom+xml; charset=utf-8");
        }
    }
}
