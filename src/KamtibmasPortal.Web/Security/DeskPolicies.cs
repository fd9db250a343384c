using KamtibmasPortal.News.Model;
using Microsoft.AspNetCore.Authorization;

namespace KamtibmasPortal.Web.Security;

/// <summary>Who may open a page of the redaksi, where it is not everybody who works there.</summary>
public static class DeskPolicies
{
    public const string Administrators = "administrators";

    /// <summary>Who may publish.</summary>
    public const string Editors = "editors";

    public static AuthorizationBuilder AddDeskPolicies(this AuthorizationBuilder builder) => builder
        .SetFallbackPolicy(Of(EditorRoles.All))
        .AddPolicy(Administrators, Of([EditorRoles.Administrator]))
        .AddPolicy(Editors, Of([EditorRoles.Administrator, EditorRoles.Editor]));

    private static AuthorizationPolicy Of(IEnumerable<string> roles) => new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(roles).Build();
}
