using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KamtibmasPortal.Web.Pages;

/// <summary>What the frame around a page needs to know of it.</summary>
/// <param name="Title">Title of the window, without the portal's name.</param>
/// <param name="Section">Address of the menu entry that the page belongs to.</param>
public sealed record PageHead(string Title, string? Section = null)
{
    public string? Description { get; init; }

    /// <summary>Absolute address that search engines should take instead of this one.</summary>
    public string? Canonical { get; init; }

    /// <summary>The page's own path, for those that are shared and found by search engines.</summary>
    public string? Path { get; init; }

    /// <summary>Whether it is an article, as OpenGraph has it.</summary>
    public bool IsArticle { get; init; }

    /// <summary>Path of the feed of this page.</summary>
    public string? Feed { get; init; }
}

/// <summary>A page within the portal's frame.</summary>
public abstract class PortalPage : PageModel
{
    public PageHead Head { get; protected set; } = new(Texts.Site.Tagline);
}
