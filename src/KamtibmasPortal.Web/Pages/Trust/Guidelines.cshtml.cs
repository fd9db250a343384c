using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages.Trust;

public sealed class GuidelinesModel : PortalPage
{
    public void OnGet() => Head = new PageHead(Texts.Guidelines.Title, Addresses.Guidelines) { Description = Texts.Guidelines.Lead, Path = Addresses.Guidelines };
}
