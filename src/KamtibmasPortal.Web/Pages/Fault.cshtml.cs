using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KamtibmasPortal.Web.Pages;

/// <summary>
/// The page behind every refusal and every fault. It runs again over the refused request, so any method comes here, a form
/// without its token included; and it asks the store nothing, which may be what is broken.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class FaultModel : PortalPage
{
    public int Status { get; private set; }

    /// <summary>What was typed into a form that could not be taken.</summary>
    public KeptForm? Kept => KeptForm.Of(HttpContext);

    public string Heading => SecureDesk.HasRefused(HttpContext) ? Texts.Fault.InsecureHeading : Texts.Fault.Heading(Status);

    public string Explanation => SecureDesk.HasRefused(HttpContext) ? Texts.Fault.InsecureExplanation : Texts.Fault.Explanation(Status);

    public override void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        var refused = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;

        // Opened by its own address it is a page that does not exist.
        Status = refused ? Response.StatusCode : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        Response.Headers.CacheControl = "no-store";
        Head = new PageHead(Heading);
    }
}
