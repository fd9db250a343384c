using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KamtibmasPortal.Web.Api;

public static class StoryEndpoints
{
    public static void MapStories(this IEndpointRouteBuilder api) => api.MapGet("/stories/{id}", FindAsync).WithName("story")
        .WithSummary("Published articles on one event in the order of their publication: who copied whom, and what they tell differently. A story that another one took up answers with its address.")
        .Produces(StatusCodes.Status308PermanentRedirect).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<StoryJson>, RedirectHttpResult, ProblemHttpResult>> FindAsync(string id, HttpContext context, StoryQueries stories, PublicAddress address, CancellationToken cancellation)
    {
        var query = new QueryReader(context.Request.Query).Knowing();
        if (query.HasFaults)
        {
            return query.Problem();
        }

        var answer = Guid.TryParse(id, out var key) ? await stories.FindAsync(key, cancellation) : new StoryAnswer(null, null);
        return answer switch
        {
            { MovedTo: { } moved } => TypedResults.Redirect(address.Of(Addresses.StoryApi(moved)), permanent: true, preserveMethod: true),
            { Story: { } story } => TypedResults.Ok(StoryJson.Of(story, address)),
            _ => ArticleEndpoints.NotFound("story", id),
        };
    }
}
