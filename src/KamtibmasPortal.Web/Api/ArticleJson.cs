using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Api;

public sealed record ArticlesJson(IReadOnlyList<ArticleJson> Items, int Total, bool TotalIsExact, string? NextCursor)
{
    /// <summary>Absent unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetsJson? Facets { get; init; }
}

public sealed record FacetJson(string Key, int Count);

public sealed record FacetsJson(IReadOnlyList<FacetJson> Regions, IReadOnlyList<FacetJson> Agencies, IReadOnlyList<FacetJson> Topics, IReadOnlyList<FacetJson> Publishers, IReadOnlyList<FacetJson> Months)
{
    public static FacetsJson Of(ArticleFacets facets)
    {
        return new FacetsJson(All(facets.Regions), All(facets.Agencies), All(facets.Topics), All(facets.Publishers), All(facets.Months));

        static List<FacetJson> All(IReadOnlyList<KeyCount> counts) => [.. counts.Select(c => new FacetJson(c.Key, c.Count))];
    }
}

public sealed record DateJson(string Role, string Text, DateOnly Value);

public sealed record EvidenceJson(string Field, string Role, int Start, int Length, string Text, string Rule);

public sealed record RegionTagJson(string Code, string Name, string Level, bool Primary, string Origin, double Confidence, IReadOnlyList<EvidenceJson> Evidence);

public sealed record AgencyTagJson(string Slug, string Name, string? Kind, string? Region, string Origin, double Confidence, IReadOnlyList<EvidenceJson> Evidence);

public sealed record TopicTagJson(string Slug, string Name, bool Main, string Origin, double Confidence, IReadOnlyList<EvidenceJson> Evidence);

/// <summary>An article as lists of the API give it: no long text.</summary>
public record ArticleJson
{
    public required Guid Id { get; init; }
    public required string Url { get; init; }
    public required string? SourceUrl { get; init; }
    public required string Title { get; init; }
    public required bool TitleDerived { get; init; }
    public required string Summary { get; init; }
    public required string Publisher { get; init; }
    public required string Source { get; init; }
    public required string? Author { get; init; }
    public required string? ImageUrl { get; init; }
    /// <summary>Null while no other published article tells of the same event.</summary>
    public required Guid? StoryId { get; init; }

    /// <summary>RFC 3339 in the publisher's zone; null when it is unknown.</summary>
    public required string? PublishedAt { get; init; }

    public required string PublishedPrecision { get; init; }
    public required IReadOnlyList<DateJson> Dates { get; init; }
    public required IReadOnlyList<RegionTagJson> Regions { get; init; }
    public required IReadOnlyList<AgencyTagJson> Agencies { get; init; }
    public required IReadOnlyList<TopicTagJson> Topics { get; init; }
    public required int Revision { get; init; }
    public required string ContentSha256 { get; init; }

    public static ArticleJson Of(ArticleCard card, PublicAddress address) => new()
    {
        Id = card.Id,
        Url = address.Of(Addresses.Article(card.Id, card.Title)),
        SourceUrl = Addresses.Web(card.SourceUrl),
        Title = card.Title,
        TitleDerived = card.TitleDerived,
        Summary = card.Summary,
        Publisher = card.Publisher,
        Source = card.SourceName,
        Author = card.Author,
        ImageUrl = Addresses.Web(card.ImageUrl),
        StoryId = card.Story?.Id,
        PublishedAt = TagJson.Time(PublishedTime.Of(card)),
        PublishedPrecision = TagJson.Name(card.PublishedPrecision),
        Dates = TagJson.Dates(card.Dates),
        Regions = [.. card.Tags.Where(t => t.Tag.Kind is TagKind.Region).Select(t => TagJson.Region(t, card.Display))],
        Agencies = [.. card.Tags.Where(t => t.Tag.Kind is TagKind.Agency).Select(t => TagJson.Agency(t, card.Display))],
        Topics = [.. card.Tags.Where(t => t.Tag.Kind is TagKind.Topic).Select(t => TagJson.Topic(t, card.Display))],
        Revision = card.Revision,
        ContentSha256 = card.ContentSha256,
    };
}

/// <summary>One article. Caption and body are there only where the publisher allows the full text.</summary>
public sealed record ArticleDetailJson : ArticleJson
{
    [SetsRequiredMembers]
    private ArticleDetailJson(ArticleJson article)
        : base(article)
    {
    }

    // Members of a derived record would be written before those it inherits.
    [JsonPropertyOrder(1)]
    public string? Caption { get; private init; }

    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Body { get; private init; }

    public static ArticleDetailJson Of(ArticleView view, PublicAddress address)
    {
        var full = Disclosure.ShowsFullText(view.Article);
        return new ArticleDetailJson(ArticleJson.Of(ArticleCard.Of(view), address))
        {
            Caption = full ? view.Article.Caption : null,
            Body = full ? view.Article.Body : null,
        };
    }
}
