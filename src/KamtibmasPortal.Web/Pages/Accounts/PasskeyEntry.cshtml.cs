using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Accounts;

/// <summary>The way in with a passkey: the browser asks for options, then sends what the device has signed.</summary>
public sealed class PasskeyEntryModel(SignInDesk desk, SignInManager<Editor> signIn) : PortalPage
{
    private const int LongestCredential = 8_000;

    public IActionResult OnGet() => LocalRedirect(Addresses.SignIn);

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostAsync([FromForm] string? credential, [FromQuery(Name = Addresses.ReturnParameter)] string? back, CancellationToken cancellation)
    {
        if (credential is { Length: > 0 and <= LongestCredential } && await desk.TryPasskeyAsync(credential, cancellation))
        {
            return LocalRedirect(ReturnAddress.Of(back) ?? Addresses.Desk);
        }

        Head = new PageHead(Texts.Entry.Title);
        return Page();
    }
}
