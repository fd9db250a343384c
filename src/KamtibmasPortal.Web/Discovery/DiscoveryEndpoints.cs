using System.Xml.Linq;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Api;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Web.Discovery;

/// <summary>How search engines and browsers find their way: sitemap, robots.txt, OpenSearch, and places while they are typed.</summary>
public static class DiscoveryEndpoints
{
    private const int Suggestions = 8;
    private const int ShortestSearch = 2;
    private const int LongestSearch = 80;
    private const string Xml = "application/xml; charset=utf-8";

    private static readonly XNamespace s_openSearch = "http://a9.com/-/spec/opensearch/1.1/";

    public static void AddDiscovery(this IServiceCollection services) => services.AddScoped<SitemapEntries>();

    public static void MapDiscovery(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").ReadOnly().AllowAnonymous().ExcludeFromDescription();
        open.MapGet("/robots.txt", (PublicAddress address) => $"User-agent: *\nDisallow: /redaksi\nDisallow: /api/\nDisallow: {Addresses.PlaceSuggestions}\nSitemap: {address.Of(Addresses.Sitemap)}\n");
        open.MapGet(Addresses.Sitemap, async (SitemapEntries entries, PublicAddress address, CancellationToken cancellation) =>
            Results.Bytes(new SitemapWriter(address.Root).First(await entries.ReadAsync(cancellation), Addresses.SitemapPart), Xml));
        open.MapGet("/sitemap/{number:int}.xml", async (int number, SitemapEntries entries, PublicAddress address, CancellationToken cancellation) =>
            new SitemapWriter(address.Root).Part(await entries.ReadAsync(cancellation), number) is { } part ? Results.Bytes(part, Xml) : Results.NotFound());
        open.MapGet(Addresses.OpenSearch, (PublicAddress address, PortalSettings portal) =>
            Results.Text(OpenSearch(address, portal.Name), "application/opensearchdescription+xml; charset=utf-8"));
        open.MapGet(Addresses.PlaceSuggestions, SuggestAsync);
    }

    private static string OpenSearch(PublicAddress address, string portal) => new XElement(s_openSearch + "OpenSearchDescription",
        new XElement(s_openSearch + "ShortName", portal.Length > 16 ? portal[..16] : portal),
        new XElement(s_openSearch + "Description", Texts.Archive.Description),
        new XElement(s_openSearch + "Language", "id"),
        new XElement(s_openSearch + "InputEncoding", "UTF-8"),
        new XElement(s_openSearch + "Image", new XAttribute("width", 48), new XAttribute("height", 48), new XAttribute("type", "image/svg+xml"), address.Of("/favicon.svg")),
        new XElement(s_openSearch + "Url", new XAttribute("type", "text/html"), new XAttribute("template", address.Of(Addresses.Archive) + "?q={searchTerms}")),
        new XElement(s_openSearch + "Url", new XAttribute("type", "application/atom+xml"), new XAttribute("template", address.Of(Addresses.FeedOf(Addresses.Archive)) + "?q={searchTerms}"))).ToString(SaveOptions.DisableFormatting);

    /// <summary>The same places that the page finds, the first few; an empty list for what is too short or too long.</summary>
    private static async Task<IResult> SuggestAsync(HttpContext context, PlaceQueries places, CancellationToken cancellation)
    {
        var typed = string.Concat(context.Request.Query[Addresses.PlaceParameter].ToString().Where(c => !char.IsControl(c))).Trim();
        var found = typed.Length is < ShortestSearch or > LongestSearch ? [] : await places.FindAsync(typed, Suggestions, cancellation);
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Json(found.Select(p => new { address = Addresses.Region(p.Region.Code), name = p.Region.Name, within = PlaceWords.Within(p) }));
    }
}
