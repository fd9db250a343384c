using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages.Trust;

public sealed class PrivacyModel : PortalPage
{
    public void OnGet() => Head = new PageHead(Texts.Privacy.Title, Addresses.Privacy) { Description = Texts.Privacy.Lead, Path = Addresses.Privacy };
}
