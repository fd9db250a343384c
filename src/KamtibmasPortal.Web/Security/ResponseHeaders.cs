using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Web.Security;

/// <summary>Headers that every response carries, errors, files and API included.</summary>
public static class ResponseHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string NoDeviceAccess =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";

    /// <summary>Plain values throughout: the package's own policies for documents leave out JSON, feeds and files.</summary>
    public static void UseResponseHeaders(this IApplicationBuilder app, PortalSettings settings)
    {
        var headers = new HeaderPolicyCollection()
            .AddCustomHeader("Content-Security-Policy", ContentSecurityPolicy)
            .AddCustomHeader("X-Content-Type-Options", "nosniff")
            .AddCustomHeader("X-Frame-Options", "DENY")
            .AddCustomHeader("Referrer-Policy", "strict-origin-when-cross-origin")
            .AddCustomHeader("Permissions-Policy", NoDeviceAccess)
            .AddCustomHeader("Cross-Origin-Opener-Policy", "same-origin")
            .AddCustomHeader("Cross-Origin-Resource-Policy", "same-origin")
            .RemoveServerHeader();
        if (settings.IsHttps)
        {
            headers.AddCustomHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }

        app.UseSecurityHeaders(headers);

        // What editors see stays out of every cache, the browser's own included.
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/redaksi", StringComparison.OrdinalIgnoreCase))
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.CacheControl = "no-store";
                    return Task.CompletedTask;
                });
            }

            return next(context);
        });
    }
}
