using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

public sealed class SignInModel(SignInDesk desk) : PortalPage
{
    private const int LongestInput = 256;

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool IsRefused { get; private set; }

    public void OnGet() => Head = new PageHead(Texts.Entry.Title);

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = Addresses.ReturnParameter)] string? back)
    {
        Head = new PageHead(Texts.Entry.Title);
        if (Email is { Length: > 0 and <= LongestInput } email && Password is { Length: > 0 and <= LongestInput } password && await desk.TrySignInAsync(email.Trim(), password))
        {
            return LocalRedirect(Url.IsLocalUrl(back) ? back : Addresses.Desk);
        }

        IsRefused = true;
        return Page();
    }
}
