using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;

namespace KamtibmasPortal.Web.Security;

/// <summary>
/// The pages that need no sign-in, each by name; any other page is closed. Feeds, API, files and health open themselves
/// where they are mapped.
/// </summary>
public static class OpenToEveryone
{
    /// <summary>Pages that only show: any method but GET and HEAD is refused by routing.</summary>
    private static readonly string[] s_shown =
    [
        "/Index",
        "/Regions/Index",
        "/Regions/Region",
        "/Agencies/Index",
        "/Agencies/Agency",
        "/Topics/Index",
        "/Topics/Topic",
        "/Articles/Article",
        "/Articles/History",
        "/Stories/Story",
        "/Archive",
        "/Sources",
        "/About",
        "/Corrections",
        "/Trust/Guidelines",
        "/Trust/Privacy",
    ];

    /// <summary>Pages that must also answer to forms or to any method.</summary>
    private static readonly string[] s_other =
    [
        "/Fault",
        "/Articles/Report",
        "/Editing/SignIn",
        "/Accounts/Code",
        "/Accounts/PasskeyEntry",
        "/Accounts/Forgotten",
        "/Accounts/Link",
    ];

    public static void Apply(PageConventionCollection conventions)
    {
        foreach (var page in s_shown)
        {
            conventions.AllowAnonymousToPage(page);
            conventions.AddPageRouteModelConvention(page, OnlyRead);
        }

        foreach (var page in s_other)
        {
            conventions.AllowAnonymousToPage(page);
        }
    }

    private static void OnlyRead(PageRouteModel page)
    {
        foreach (var selector in page.Selectors)
        {
            selector.EndpointMetadata.Add(new HttpMethodMetadata(["GET", "HEAD"]));
        }
    }
}
