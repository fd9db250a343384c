using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>Only by a form: a link or an image elsewhere must not sign anyone out.</summary>
[Authorize(Policy = DeskPolicies.OwnAccount)]
public sealed class SignOutModel(SignInDesk desk) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Addresses.Desk);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await desk.SignOutAsync(cancellation);
        return LocalRedirect(Addresses.Home);
    }
}
