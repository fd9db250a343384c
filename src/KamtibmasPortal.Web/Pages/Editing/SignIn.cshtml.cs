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
    public string? Result { get; private set; }

    /// <summary>Where to go afterwards; null for anything but an address of this portal.</summary>
    public string? Back { get; private set; }

    public void OnGet([FromQuery(Name = Addresses.ReturnParameter)] string? back, [FromQuery(Name = Addresses.ResultParameter)] string? result)
    {
        Result = Texts.Entry.Result(result);
        Show(back);
    }

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = Addresses.ReturnParameter)] string? back, CancellationToken cancellation)
    {
        Show(back);
        var answer = Email is { Length: > 0 and <= LongestInput } email && Password is { Length: > 0 and <= LongestInput } password
            ? await desk.TryPasswordAsync(email.Trim(), password, cancellation)
            : SignInAnswer.Refused;
        if (answer is SignInAnswer.Refused)
        {
            IsRefused = true;
            return Page();
        }

        return LocalRedirect(answer is SignInAnswer.SecondStep ? Addresses.WithReturn(Addresses.SignInCode, Back) : Back ?? Addresses.Desk);
    }

    private void Show(string? back)
    {
        Back = ReturnAddress.Of(back);
        Head = new PageHead(Texts.Entry.Title);
    }
}
