using KamtibmasPortal.Web.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace KamtibmasPortal.Web.Security;

/// <summary>Only configured proxies may say who the visitor is; from anyone else the forwarded headers are ignored.</summary>
public static class TrustedProxies
{
    public static void UseTrustedProxies(this IApplicationBuilder app, PortalSettings settings)
    {
        if (settings.KnownProxies.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.KnownProxies)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}
