using System.Text.Json;
using System.Text.Json.Nodes;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages.Articles;

/// <summary>
/// An article for machines: schema.org NewsArticle. It says what the page shows, no more: the text itself is never in it, and what is not
/// known (date, author) is left out. The serializer's own encoder writes no "&lt;", so that nothing ends the element it stands in.
/// </summary>
public static class NewsJsonLd
{
    private const int LongestHeadline = 110;

    /// <param name="view">A published article.</param>
    /// <param name="address">Where the portal is.</param>
    public static string Of(ArticleView view, PublicAddress address)
    {
        var article = view.Article;
        var page = address.Of(Addresses.Article(article.Id, article.Title));
        var published = PublishedTime.Of(article);
        var node = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["@id"] = page,
            ["mainEntityOfPage"] = page,
            ["url"] = Addresses.Web(article.SourceUrl) ?? page,
            ["headline"] = article.Title.Length > LongestHeadline ? string.Concat(article.Title.AsSpan(0, LongestHeadline - 1).TrimEnd(), "…") : article.Title,
            ["description"] = article.Summary,
            ["inLanguage"] = "id",
            ["isAccessibleForFree"] = true,
            ["publisher"] = Named("Organization", article.Publisher),
            ["author"] = article.Author is { } author ? Named("Person", author) : Named("Organization", article.Publisher),
        };
        Add(node, "datePublished", IndonesianDates.Machine(published));
        Add(node, "dateModified", article is { ModifiedAt: { } modified, GoneAt: null } ? IndonesianDates.Machine(new PublishedTime(modified, DatePrecision.Minute, article.ZoneMinutes)) : null);
        Add(node, "articleSection", view.Tags.FirstOrDefault(t => t.Tag is { Kind: TagKind.Topic, IsMain: true })?.Name);
        AddAll(node, "contentLocation", view.Tags.Where(t => t.Tag.Kind is TagKind.Region).Select(t => Named("AdministrativeArea", Texts.Story.InParent(t.Name, t.Parent), address.Of(Addresses.Region(t.Tag.Key)))));
        AddAll(node, "mentions", view.Tags.Where(t => t.Tag.Kind is TagKind.Agency).Select(t => Named("GovernmentOrganization", t.Name, address.Of(Addresses.Agency(t.Tag.Key)))));
        return node.ToJsonString(JsonSerializerOptions.Default);
    }

    private static JsonObject Named(string type, string name, string? url = null)
    {
        var node = new JsonObject { ["@type"] = type, ["name"] = name };
        Add(node, "url", url);
        return node;
    }

    private static void Add(JsonObject node, string name, string? value)
    {
        if (value is not null)
        {
            node[name] = value;
        }
    }

    private static void AddAll(JsonObject node, string name, IEnumerable<JsonObject> values)
    {
        JsonNode?[] all = [.. values];
        if (all.Length > 0)
        {
            node[name] = new JsonArray(all);
        }
    }
}
