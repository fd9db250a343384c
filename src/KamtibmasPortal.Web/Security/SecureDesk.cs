using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Web.Security;

/// <summary>
/// Under an https address cookies are Secure, and no form can be given out on a request that seems to have come without it:
/// that is refused in words here, before antiforgery throws. Mostly it is a proxy that nobody has named.
/// </summary>
public static class SecureDesk
{
    private sealed record Refusal;

    public static void UseSecureDesk(this IApplicationBuilder app, PortalSettings settings)
    {
        if (!settings.IsHttps)
        {
            return;
        }

        app.Use((context, next) =>
        {
            if (context.Request.IsHttps || !context.Request.Path.StartsWithSegments("/redaksi", StringComparison.OrdinalIgnoreCase))
            {
                return next(context);
            }

            context.Features.Set(new Refusal());
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }

    /// <summary>Whether this request was refused here.</summary>
    public static bool HasRefused(HttpContext context) => context.Features.Get<Refusal>() is not null;

    /// <summary>Told once at start to whoever runs the portal: visitors can't mend it.</summary>
    public static void WarnOfUnknownProxy(this WebApplication app, PortalSettings settings) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        if (settings.IsHttps && settings.KnownProxies.Count == 0 && !app.Urls.Any(u => u.StartsWith("https:", StringComparison.OrdinalIgnoreCase)))
        {
            app.Logger.LogWarning("Portal__PublicUrl is https, but the portal listens without it and knows no proxy: nobody can sign in at /redaksi. Set Portal__KnownProxies__0 to the address of the proxy that ends TLS, or to its network.");
        }
    });
}
