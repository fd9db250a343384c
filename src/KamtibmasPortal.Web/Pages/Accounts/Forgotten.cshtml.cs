using KamtibmasPortal.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Accounts;

/// <summary>What somebody does who has forgotten the password. Nobody learns here which addresses have an account.</summary>
public sealed class ForgottenModel(PostOffice post) : PortalPage
{
    private const int LongestInput = 256;

    /// <summary>Without a mail server an administrator hands the link over.</summary>
    public bool MailsLinks => post.IsOpen;

    public bool IsAsked { get; private set; }

    public void OnGet() => Head = new PageHead(Texts.Entry.ForgottenHeading);

    public void OnPost([FromForm] string? email)
    {
        OnGet();
        IsAsked = post.IsOpen;
        if (email?.Trim() is { Length: > 0 and <= LongestInput } typed)
        {
            post.Take(new Errand(null, typed));
        }
    }
}
