namespace KamtibmasPortal.Web.Pages.Accounts;

/// <summary>What somebody does who has forgotten the password. It asks for nothing: nobody learns here which addresses have an account.</summary>
public sealed class ForgottenModel : PortalPage
{
    public void OnGet() => Head = new PageHead(Texts.Entry.ForgottenHeading);
}
