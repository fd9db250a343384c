using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KamtibmasPortal.News.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KamtibmasPortal.Web.Api;

/// <summary>What a publisher changed in an article.</summary>
public static class RevisionEndpoints
{
    private const int DefaultLimit = 20;
    private const int HighestLimit = 100;

    public static void MapRevisions(this IEndpointRouteBuilder api) => api.MapGet("/articles/{id}/revisions", ListAsync).WithName("revisions")
        .WithSummary("The versions of one published article, newest first, each with what was changed; caption and body where the publisher allows them.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    [SuppressMessage("Style", "IDE0060", Justification = "limit and cursor are for the OpenAPI document; they are read from the query, where they can be refused by name.")]
    private static async Task<Results<Ok<RevisionsJson>, ProblemHttpResult>> ListAsync(
        string id, [Description("Versions on a page, 1 to 100; 20 by default.")] string? limit, [Description("nextCursor of the page before.")] string? cursor,
        HttpContext context, HistoryQueries histories, CancellationToken cancellation)
    {
        var query = new QueryReader(context.Request.Query).Knowing("limit", "cursor");
        var take = query.Number("limit", DefaultLimit, 1, HighestLimit);
        var newest = query.One("cursor") is null ? (int?)null : query.Number("cursor", 1, 1, int.MaxValue);
        if (query.HasFaults)
        {
            return query.Problem();
        }

        if (!Guid.TryParse(id, out var key) || await histories.FindAsync(key, newest, take, cancellation) is not { } history)
        {
            return ArticleEndpoints.NotFound("article", id);
        }

        var next = history.Versions is [.., { Version.Number: var last and > 1 }] ? (last - 1).ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new RevisionsJson([.. history.Versions.Select(v => RevisionJson.Of(history, v))], history.Heads.Count, next));
    }
}
