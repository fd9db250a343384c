using KamtibmasPortal.Web.Settings;
using Microsoft.AspNetCore.OutputCaching;

namespace KamtibmasPortal.Web.Caching;

public static class CacheSetup
{
    private const long MostBytes = 24 * 1024 * 1024;

    public static void AddPageCache(this IServiceCollection services, PortalSettings portal)
    {
        if (portal.KeepsPages)
        {
            services.AddSingleton<PageAge>();
            services.AddOutputCache(o => o.SizeLimit = MostBytes);
            services.AddOptions<OutputCacheOptions>().Configure<PageAge>((o, age) => o.AddBasePolicy(new PublicPages(age)));
            services.AddHostedService<StalePages>();
        }
    }

    /// <summary>Behind everything that refuses, before anybody is asked who he is.</summary>
    public static void UsePageCache(this IApplicationBuilder app, PortalSettings portal)
    {
        if (portal.KeepsPages)
        {
            app.UseOutputCache();
        }
    }
}
