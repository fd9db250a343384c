using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KamtibmasPortal.Web.Api;

/// <summary>Regions, agencies, topics and sources with their numbers of published articles.</summary>
public static class CatalogEndpoints
{
    public static void MapCatalog(this IEndpointRouteBuilder api)
    {
        api.MapGet("/regions", RegionsAsync).WithName("regions").WithSummary("Regions below a parent; provinces without one.").ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/regions/{code}", RegionAsync).WithName("region").WithSummary("One region with its path and what lies below.").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/agencies", AgenciesAsync).WithName("agencies").WithSummary("Registered agencies, and others that an article names.");
        api.MapGet("/topics", TopicsAsync).WithName("topics").WithSummary("The portal's topics.");
        api.MapGet("/sources", SourcesAsync).WithName("sources").WithSummary("The sources articles come from.");
    }

    private static async Task<Results<Ok<ItemsJson<RegionJson>>, ProblemHttpResult>> RegionsAsync(string? parent, HttpContext context, CatalogQueries catalog, CancellationToken cancellation)
    {
        var query = new QueryReader(context.Request.Query).Knowing("parent");
        var one = query.One("parent");
        if (one is not null && !Keys.IsRegion(one))
        {
            query.Refuse("parent", "Must be a Kemendagri code such as 31.75.");
        }

        if (!query.HasFaults && one is not null && await catalog.FindRegionAsync(one, cancellation) is null)
        {
            query.Refuse("parent", $"There is no region {parent}.");
        }

        if (query.HasFaults)
        {
            return query.Problem();
        }

        var counts = await catalog.ChildCountsAsync(one, cancellation);
        return TypedResults.Ok(new ItemsJson<RegionJson>([.. (await catalog.ChildrenAsync(one, cancellation)).Select(r => RegionJson.Of(r, counts))]));
    }

    private static async Task<Results<Ok<RegionDetailJson>, ProblemHttpResult>> RegionAsync(string code, HttpContext context, ArticleQueries articles, CatalogQueries catalog, CancellationToken cancellation)
    {
        if (Refused(context) is { } problem)
        {
            return problem;
        }

        var path = Keys.IsRegion(code) ? await catalog.PathAsync(code, cancellation) : [];
        if (path.Count == 0 || path[^1].Code != code)
        {
            return ArticleEndpoints.NotFound("region", code);
        }

        var counts = await catalog.ChildCountsAsync(code, cancellation);
        var children = await catalog.ChildrenAsync(code, cancellation);
        return TypedResults.Ok(new RegionDetailJson(
            code, path[^1].Name, TagJson.Level(code), path[^1].ParentCode, await articles.CountAsync(new ArticleFilter { Regions = [code] }, cancellation),
            [.. path.SkipLast(1).Select(r => new NamedCodeJson(r.Code, r.Name))], [.. children.Select(r => RegionJson.Of(r, counts))]));
    }

    private static async Task<Results<Ok<ItemsJson<AgencyJson>>, ProblemHttpResult>> AgenciesAsync(HttpContext context, CatalogQueries catalog, CancellationToken cancellation)
    {
        if (Refused(context) is { } problem)
        {
            return problem;
        }

        var counts = await catalog.CountsAsync(TagKind.Agency, new ArticleFilter(), cancellation);
        return TypedResults.Ok(new ItemsJson<AgencyJson>([.. (await catalog.AgenciesAsync(cancellation)).Select(a => AgencyJson.Of(a, counts))]));
    }

    private static async Task<Results<Ok<ItemsJson<TopicJson>>, ProblemHttpResult>> TopicsAsync(HttpContext context, CatalogQueries catalog, CancellationToken cancellation)
    {
        if (Refused(context) is { } problem)
        {
            return problem;
        }

        var counts = await catalog.CountsAsync(TagKind.Topic, new ArticleFilter(), cancellation);
        return TypedResults.Ok(new ItemsJson<TopicJson>([.. (await catalog.TopicsAsync(cancellation)).Select(t => TopicJson.Of(t, counts))]));
    }

    private static async Task<Results<Ok<ItemsJson<SourceJson>>, ProblemHttpResult>> SourcesAsync(HttpContext context, CatalogQueries catalog, CancellationToken cancellation)
    {
        if (Refused(context) is { } problem)
        {
            return problem;
        }

        var counts = await catalog.CountsBySourceAsync(cancellation);
        return TypedResults.Ok(new ItemsJson<SourceJson>([.. (await catalog.SourcesAsync(cancellation)).Select(s => SourceJson.Of(s, counts))]));
    }

    /// <summary>For addresses that take no parameters at all.</summary>
    private static ProblemHttpResult? Refused(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query).Knowing();
        return query.HasFaults ? query.Problem() : null;
    }
}
