using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Settings;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace KamtibmasPortal.Web.Caching;

public static class CacheSetup
{
    /// <summary>Some 350 first pages. Who walks through all regions finds the rest made anew, which is what each would be after half a minute.</summary>
    private const long MostBytes = 12 * 1024 * 1024;

    public static void AddPageCache(this IServiceCollection services, PortalSettings portal)
    {
        services.AddHostedService<HeardChanges>();
        if (portal.KeepsPages)
        {
            services.AddOutputCache(o => o.SizeLimit = MostBytes);
            services.AddOptions<OutputCacheOptions>().Configure<PublicChanges, IResponseCompressionProvider>((o, changes, compression) => o.AddBasePolicy(new PublicPages(changes, compression)));
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
