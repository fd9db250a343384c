using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using KamtibmasPortal.Web.Settings;
using Microsoft.AspNetCore.RateLimiting;

namespace KamtibmasPortal.Web.Api;

/// <summary>The public, read-only API under /api/v1.</summary>
public static class ReadApi
{
    private const string Limited = "api";

    /// <summary>Named, so that it counts for the API alone: a default policy would open every response of the portal.</summary>
    private const string OpenToSites = "api";

    public static void AddReadApi(this IServiceCollection services, RateLimitSettings limits)
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
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                {
                    context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                }

                return ValueTask.CompletedTask;
            };
            o.AddPolicy(Limited, context => limits.PerMinute == 0
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetFixedWindowLimiter(Visitor(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = limits.PerMinute,
                    Window = TimeSpan.FromMinutes(1),
                }));
        });
    }

    public static void MapReadApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").ReadOnly().AllowAnonymous().RequireCors(OpenToSites).RequireRateLimiting(Limited);
        api.MapArticles();
        api.MapRevisions();
        api.MapCatalog();
        app.MapOpenApi("/openapi/{documentName}.json").ReadOnly().AllowAnonymous();
    }

    /// <summary>An IPv6 visitor commands a whole /64.</summary>
    private static string Visitor(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };
}
