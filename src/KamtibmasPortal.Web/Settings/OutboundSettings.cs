using KamtibmasPortal.News.Fetching.Web;

namespace KamtibmasPortal.Web.Settings;

/// <summary>How the portal introduces itself to the sites it reads, and what it may dial.</summary>
public static class OutboundSettings
{
    public static WebFetchSettings Of(PortalConfiguration settings) => new()
    {
        UserAgent = UserAgent(settings.Portal),
        AllowedPrivateHosts = settings.Ingestion.AllowedPrivateHosts,
        HostDelay = TimeSpan.FromMilliseconds(settings.Ingestion.HostDelayMs),
    };

    /// <summary>Who asks, and how to reach them.</summary>
    private static string UserAgent(PortalSettings portal) =>
        $"{PoliteFetcher.Product}/1.0 ({string.Join("; ", new[] { portal.PublicUrl is { } url ? "+" + url.GetLeftPart(UriPartial.Authority) : null, portal.ContactEmail, "portal berita keamanan" }.Where(p => !string.IsNullOrWhiteSpace(p)))})";
}
