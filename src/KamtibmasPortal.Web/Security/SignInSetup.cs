using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Accounts;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace KamtibmasPortal.Web.Security;

/// <summary>Who may come in: nobody but editors, except where a page, feed or endpoint is opened by name.</summary>
public static class SignInSetup
{
    public static void AddSignIn(this IServiceCollection services, PortalConfiguration settings)
    {
        services.AddDataProtection()
            .SetApplicationName("KamtibmasPortal")
            .PersistKeysToFileSystem(new DirectoryInfo(settings.Storage.KeysDirectory));
        services.AddHttpContextAccessor();
        new IdentityBuilder(typeof(Editor), typeof(IdentityRole), services).AddSignInManager().AddErrorDescriber<IndonesianIdentityErrors>();
        services.AddAccounts(settings.Portal);
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, o => Configure(o, settings))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, o => AccountSetup.ConfigureHalfWay(o, settings.Portal.IsHttps));
        services.AddAuthorizationBuilder().AddDeskPolicies(settings.Accounts);
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = settings.Portal.IsHttps ? "__Host-formulir" : "formulir";
            o.Cookie.SecurePolicy = settings.Portal.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.FormFieldName = "__formulir";
            o.SuppressXFrameOptionsHeader = true;
        });
    }

    private static void Configure(CookieAuthenticationOptions options, PortalConfiguration settings)
    {
        var https = settings.Portal.IsHttps;
        options.Cookie.Name = SignInCookies.Session(https);
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.LoginPath = Addresses.SignIn;
        options.ReturnUrlParameter = Addresses.ReturnParameter;
        options.ExpireTimeSpan = SessionBook.Lifetime;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = AccountSetup.ValidateAsync;
        options.Events.OnRedirectToAccessDenied = context => RefuseAsync(context, settings.Accounts);
    }

    /// <summary>Who lacks a second factor is led to where one is set up; anybody else is told that this is not theirs.</summary>
    private static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context, AccountSettings accounts)
    {
        if (accounts.RequireTwoFactor && !context.HttpContext.User.HasClaim(c => c.Type == SessionBook.TwoFactorsClaim))
        {
            context.Response.Redirect(Addresses.OwnTwoFactor);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }
}
