using Microsoft.AspNetCore.ResponseCompression;

namespace KamtibmasPortal.Web.Caching;

/// <summary>
/// Pages, feeds and sitemaps go compressed: a phone on a slow line reads them three times sooner. The redaksi is left out, whose pages hold
/// what an attacker could measure by length; the API too, whose marks (ETag) stand for the bytes as they are.
/// </summary>
public static class PageCompression
{
    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(o =>
    {
        // What is public holds no secret that its length could give away.
        o.EnableForHttps = true;
        o.MimeTypes = ResponseCompressionDefaults.MimeTypes.Concat(["application/atom+xml", "application/opensearchdescription+xml"]);
    });

    public static void UseCompression(this IApplicationBuilder app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments("/redaksi", StringComparison.OrdinalIgnoreCase) && !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
        open => open.UseResponseCompression());
}
