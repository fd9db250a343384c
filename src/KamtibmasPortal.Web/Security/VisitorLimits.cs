using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Web.Security;

/// <summary>How often one address may ask the API and the search: told with every answer, so that a script can pace itself.</summary>
public static class VisitorLimits
{
    private const int WindowSeconds = 60;

    public static void UseVisitorLimits(this IApplicationBuilder app, RateLimitSettings settings)
    {
        if (settings.PerMinute == 0)
        {
            return;
        }

        var limiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
            Visitor(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.PerMinute, Window = TimeSpan.FromSeconds(WindowSeconds) }));
        app.UseWhen(IsLimited, limited => limited.Use(async (context, next) =>
        {
            using var lease = limiter.AttemptAcquire(context);
            var headers = context.Response.Headers;
            headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"{settings.PerMinute};w={WindowSeconds}");
            headers["RateLimit-Limit"] = settings.PerMinute.ToString(CultureInfo.InvariantCulture);
            headers["RateLimit-Remaining"] = (limiter.GetStatistics(context)?.CurrentAvailablePermits ?? 0).ToString(CultureInfo.InvariantCulture);
            if (lease.IsAcquired)
            {
                await next(context);
                return;
            }

            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(WindowSeconds);
            headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }));
    }

    private static bool IsLimited(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments(Addresses.Archive, StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments(Addresses.PlaceSuggestions, StringComparison.OrdinalIgnoreCase);

    /// <summary>An IPv6 visitor commands a whole /64.</summary>
    internal static string Visitor(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };
}
