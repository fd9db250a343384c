using System.Text.Encodings.Web;

namespace KamtibmasPortal.Web.Api;

/// <summary>The public, read-only API under /api/v1.</summary>
public static class ReadApi
{
    /// <summary>Named, so that it counts for the API alone: a default policy would open every response of the portal.</summary>
    private const string OpenToSites = "api";

    public static void AddReadApi(this IServiceCollection services)
    {
        // The default would write every "+" of a time zone as an escape. JSON is never sent as HTML here (nosniff).
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        services.AddOpenApi("v1", o => o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Kamtibmas read API";
            document.Info.Version = "v1";
            document.Info.Description = "Published articles with their regions, agencies and topics, each with the words it rests on. No key; CORS is open for GET.";
            document.Servers = [];
            foreach (var path in document.Paths.Values)
            {
                // HEAD says nothing that GET does not, and one name can't stand for two operations.
                path.Operations?.Remove(HttpMethod.Head);
            }

            return Task.CompletedTask;
        }));
        services.AddCors(o => o.AddPolicy(OpenToSites, p => p.AllowAnyOrigin().WithMethods("GET", "HEAD")));
    }

    public static void MapReadApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").ReadOnly().AllowAnonymous().RequireCors(OpenToSites);
        api.MapArticles();
        api.MapRevisions();
        api.MapStories();
        api.MapCatalog();
        app.MapOpenApi("/openapi/{documentName}.json").ReadOnly().AllowAnonymous();
    }
}
