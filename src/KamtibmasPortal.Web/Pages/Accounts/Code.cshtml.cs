using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Accounts;

/// <summary>The second step of a sign-in.</summary>
public sealed class CodeModel(SignInDesk desk) : PortalPage
{
    private const int LongestInput = 64;

    public bool IsRefused { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await desk.IsHalfWayAsync() ? Show() : LocalRedirect(Addresses.SignIn);

    public async Task<IActionResult> OnPostAsync([FromForm] string? code, [FromQuery(Name = Addresses.ReturnParameter)] string? back, CancellationToken cancellation)
    {
        if (!await desk.IsHalfWayAsync())
        {
            return LocalRedirect($"{Addresses.SignIn}?{Addresses.ResultParameter}=langkah");
        }

        if (code is { Length: > 0 and <= LongestInput } typed && await desk.TryCodeAsync(typed, cancellation))
        {
            return LocalRedirect(ReturnAddress.Of(back) ?? Addresses.Desk);
        }

        IsRefused = true;
        return Show();
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Show()
    {
        Head = new PageHead(Texts.Entry.CodeHeading);
        return Page();
    }
}
