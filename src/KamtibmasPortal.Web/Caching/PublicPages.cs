using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;

namespace KamtibmasPortal.Web.Caching;

/// <summary>
/// Which pages are kept ready: the front page and the first pages of lists, with their feeds, as anybody sees them who is not signed in.
/// Articles and stories are made anew for each reader: they are many, each is read seldom, and what is withdrawn must be gone from them.
/// </summary>
internal sealed class PublicPages(PublicChanges changes, IResponseCompressionProvider compression) : IOutputCachePolicy
{
    /// <summary>A page that shows whatever is newest.</summary>
    public const string Newest = "newest";

    /// <summary>Times in words ("5 menit lalu") and what is told by no change may be this old.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var marks = HttpMethods.IsGet(request.Method) && !request.QueryString.HasValue && !SignInCookies.AreIn(request.Cookies) && StringValues.IsNullOrEmpty(request.Headers.Authorization) ? MarksOf(request.Path) : [];
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = marks.Count > 0;
        context.ResponseExpirationTimeSpan = Kept;
        context.HttpContext.Items[typeof(PublicPages)] = changes.Told;
        // Kept as it is sent: compressing it for each reader would cost more than all the rest.
        context.CacheVaryByRules.VaryByValues["encoding"] = marks.Count == 0 ? "" : compression.GetCompressionProvider(context.HttpContext)?.EncodingName ?? "";
        context.Tags.Add(PortalDbContext.Everything);
        foreach (var mark in marks)
        {
            context.Tags.Add(mark);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        // What changed while the page was made may be missing from it, and was taken away before it came.
        context.AllowCacheStorage &= Equals(context.HttpContext.Items[typeof(PublicPages)], changes.Told) && response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie) && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase);
        return ValueTask.CompletedTask;
    }

    /// <summary>What makes a page old; empty for pages that are not kept.</summary>
    internal static IReadOnlyList<string> MarksOf(string path)
    {
        var listing = path.EndsWith(Addresses.Feed, StringComparison.Ordinal) ? path[..^Addresses.Feed.Length] : path;
        return listing.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [] => [Newest],
            ["wilayah" or "instansi" or "topik"] => [Newest],
            // A place without news shows its parent's.
            ["wilayah", var code] when Keys.IsRegion(code) => [.. News.Model.Region.AncestorsOf(code).Append(code).Select(c => $"r:{c}")],
            ["instansi", var slug] when Keys.IsSlug(slug) => [$"a:{slug}"],
            ["topik", var slug] when Keys.IsSlug(slug) => [$"t:{slug}"],
            _ => [],
        };
    }
}

/// <summary>Takes kept pages away that a change has made old.</summary>
internal sealed class StalePages(IOutputCacheStore cache, PublicChanges changes) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        changes.Listen(TakeAway);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        changes.StopListening(TakeAway);
        return Task.CompletedTask;
    }

    private void TakeAway(IReadOnlyCollection<string> marks)
    {
        foreach (var mark in marks.Append(PublicPages.Newest))
        {
            // The store in memory is done before it returns.
            cache.EvictByTagAsync(mark, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }
    }
}
