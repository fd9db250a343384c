using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Accounts;
using KamtibmasPortal.Web.Settings;
using Microsoft.AspNetCore.Authorization;

namespace KamtibmasPortal.Web.Security;

/// <summary>Who may open a page of the redaksi, where it is not everybody who works there.</summary>
public static class DeskPolicies
{
    public const string Administrators = "administrators";

    /// <summary>Who may publish.</summary>
    public const string Editors = "editors";

    /// <summary>The pages on which somebody looks after the own account: open even while a second factor is missing, or nobody could ever set one up.</summary>
    public const string OwnAccount = "own account";

    public static AuthorizationBuilder AddDeskPolicies(this AuthorizationBuilder builder, AccountSettings settings)
    {
        return builder
            .SetFallbackPolicy(Of(settings.RequireTwoFactor, EditorRoles.All))
            .AddPolicy(Administrators, Of(settings.RequireTwoFactor, [EditorRoles.Administrator]))
            .AddPolicy(Editors, Of(settings.RequireTwoFactor, [EditorRoles.Administrator, EditorRoles.Editor]))
            .AddPolicy(OwnAccount, Of(twoFactors: false, EditorRoles.All));
    }

    private static AuthorizationPolicy Of(bool twoFactors, IEnumerable<string> roles)
    {
        var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(roles);
        return (twoFactors ? policy.RequireClaim(SessionBook.TwoFactorsClaim) : policy).Build();
    }
}
