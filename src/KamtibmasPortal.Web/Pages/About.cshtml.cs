using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages;

public sealed class AboutModel : PortalPage
{
    public void OnGet() => Head = new PageHead(Texts.Colophon.Title, Addresses.About) { Description = Texts.Colophon.What, Path = Addresses.About };
}
