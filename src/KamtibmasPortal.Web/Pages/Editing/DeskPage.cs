using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>A page of the redaksi.</summary>
public abstract class DeskPage : PortalPage
{
    public bool MayDecide => User.IsInRole(EditorRoles.Administrator) || User.IsInRole(EditorRoles.Editor);

    /// <summary>To take a source away with all its texts.</summary>
    public bool MayRemove => User.IsInRole(EditorRoles.Administrator);

    public bool MayErase => User.IsInRole(EditorRoles.Administrator);

    public string Email => User.Identity?.Name ?? "";
}
