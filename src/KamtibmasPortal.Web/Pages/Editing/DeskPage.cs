using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>A page of the redaksi.</summary>
public abstract class DeskPage : PortalPage
{
    public bool MayDecide => May(ArticleAct.Review);

    /// <summary>To take a source away with all its texts.</summary>
    public bool MayRemove => User.IsInRole(EditorRoles.Administrator);

    public bool MayErase => May(ArticleAct.Erase);

    public bool May(ArticleAct act) => ArticleRights.May(User.IsInRole, act);

    public string Email => User.Identity?.Name ?? "";
}
