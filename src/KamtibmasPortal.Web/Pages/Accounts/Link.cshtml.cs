using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Accounts;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Accounts;

/// <summary>Where a link that works once leads: a password is chosen.</summary>
public sealed class LinkModel(LinkDesk links) : PortalPage
{
    private const int LongestInput = 256;

    /// <summary>Null when it is worth nothing any more.</summary>
    public AccountLink? Link { get; private set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellation)
    {
        Link = await links.FindAsync(secret, cancellation);
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string secret, [FromForm] string? password, [FromForm] string? again, CancellationToken cancellation)
    {
        Link = await links.FindAsync(secret, cancellation);
        if (Link is null)
        {
            return Show();
        }

        if (password is not { Length: > 0 and <= LongestInput } || password != again)
        {
            Faults = [Texts.OwnAccount.NotAlike];
            return Show();
        }

        switch (await links.UseAsync(secret, password, cancellation))
        {
            case null:
                Link = null;
                return Show();
            case { Count: 0 }:
                return LocalRedirect($"{Addresses.SignIn}?{Addresses.ResultParameter}={(Link.Purpose is LinkPurpose.Invitation ? "akun" : "sandi")}");
            case var faults:
                Faults = [.. faults.Select(f => f.Description).Distinct(StringComparer.Ordinal)];
                return Show();
        }
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Show()
    {
        var heading = Link?.Purpose switch
        {
            LinkPurpose.Invitation => Texts.Entry.InvitationHeading,
            LinkPurpose.PasswordReset => Texts.Entry.ResetHeading,
            _ => Texts.Entry.DeadHeading,
        };
        Head = new PageHead(heading);
        Response.StatusCode = Link is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }
}
