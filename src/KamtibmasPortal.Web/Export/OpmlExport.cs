using KamtibmasPortal.News.Editing;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Web.Export;

/// <summary>All sources in one file that any feed reader takes.</summary>
public static class OpmlExport
{
    public static void MapOpmlExport(this IEndpointRouteBuilder app) =>
        app.MapGet(Addresses.SourcesOpml, WriteAsync).RequireAuthorization(DeskPolicies.Editors).ExcludeFromDescription();

    private static async Task<IResult> WriteAsync(OpmlExchange exchange, PortalSettings portal, CancellationToken cancellation) =>
        Results.File(await exchange.WriteAsync(Texts.OpmlRoom.FileTitle(portal.Name), cancellation), "text/x-opml; charset=utf-8", "sumber.opml");
}
