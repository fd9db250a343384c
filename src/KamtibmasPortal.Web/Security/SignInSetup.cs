using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Settings;
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
        services.AddScoped<SignInDesk>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(5));
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, o => Configure(o, settings.Portal.IsHttps));
        services.AddAuthorizationBuilder().AddDeskPolicies();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = settings.Portal.IsHttps ? "__Host-formulir" : "formulir";
            o.Cookie.SecurePolicy = settings.Portal.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.FormFieldName = "__formulir";
            o.SuppressXFrameOptionsHeader = true;
        });
    }

    private static void Configure(CookieAuthenticationOptions options, bool https)
    {
        options.Cookie.Name = https ? "__Host-redaksi" : "redaksi";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.LoginPath = Addresses.SignIn;
        options.ReturnUrlParameter = Addresses.ReturnParameter;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
