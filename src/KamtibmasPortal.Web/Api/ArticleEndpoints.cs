using System.Diagnostics.CodeAnalysis;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KamtibmasPortal.Web.Api;

public static class ArticleEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/articles", ListAsync).WithName("articles").WithSummary("Published articles: all, or those that a query finds.").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/articles/{id}", FindAsync).WithName("article").WithSummary("One published article; caption and body where the publisher allows them.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    [SuppressMessage("Style", "IDE0060", Justification = "The parameters are for the OpenAPI document; they are read from the query, where they can be refused by name.")]
    private static async Task<Results<Ok<ArticlesJson>, ProblemHttpResult>> ListAsync(
        [AsParameters] ArticleParameters parameters, HttpContext context, SearchQueries search, SearchQueryParser parser, CatalogQueries catalog, PublicAddress address, CancellationToken cancellation)
    {
        var query = new QueryReader(context.Request.Query);
        var request = await ArticleRequest.ReadAsync(query, parser, catalog, cancellation);
        if (query.HasFaults)
        {
            return query.Problem();
        }

        try
        {
            var page = await search.PageAsync(request.Search, request.Limit, request.Cursor, cancellation);
            return TypedResults.Ok(new ArticlesJson([.. page.Hits.Select(h => ArticleJson.Of(h.Card, address))], page.Total.Count, page.Total.IsExact, page.NextCursor)
            {
                Facets = request.Facets ? FacetsJson.Of(await search.FacetsAsync(request.Search, cancellation)) : null,
            });
        }
        catch (SearchTooBroadException)
        {
            return TypedResults.Problem("This search takes too long: add words or filters.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<Results<Ok<ArticleDetailJson>, ProblemHttpResult>> FindAsync(
        string id, HttpContext context, ArticleQueries articles, PublicAddress address, CancellationToken cancellation)
    {
        var query = new QueryReader(context.Request.Query).Knowing();
        if (query.HasFaults)
        {
            return query.Problem();
        }

        return Guid.TryParse(id, out var key) && await articles.FindAsync(key, cancellation) is { } view
            ? TypedResults.Ok(ArticleDetailJson.Of(view, address))
            : NotFound("article", id);
    }

    /// <summary>The answer for a key that names nothing the public may see.</summary>
    public static ProblemHttpResult NotFound(string kind, string key) =>
        TypedResults.Problem($"There is no {kind} {key}.", statusCode: StatusCodes.Status404NotFound);
}
