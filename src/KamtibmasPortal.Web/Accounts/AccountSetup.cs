using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Security;
using KamtibmasPortal.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KamtibmasPortal.Web.Accounts;

/// <summary>Sessions, second factors, passkeys and the pages that look after accounts.</summary>
public static class AccountSetup
{
    /// <summary>How long somebody may take between password and code, or before the browser's own question.</summary>
    private static readonly TimeSpan s_halfWay = TimeSpan.FromMinutes(10);

    public static void AddAccounts(this IServiceCollection services, PortalSettings portal)
    {
        services.AddScoped<SignInDesk>();
        services.AddSingleton<PostOffice>();
        services.AddHostedService<PostRound>();
        services.AddScoped<LinkDesk>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<SessionBook>();
        services.AddScoped<GuessLedger>();
        services.TryAddScoped<IPasskeyHandler<Editor>, PasskeyHandler<Editor>>();
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // A passkey opens the account without a password: the device must ask for finger, face or PIN.
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
            o.ServerDomain = portal.PublicUrl?.Host;
        });

        // Roles and stamps of a cookie are compared this often; sessions and closed accounts with every request.
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            o.ValidationInterval = TimeSpan.FromMinutes(1);
            o.OnRefreshingPrincipal = context =>
            {
                var kept = context.CurrentPrincipal?.Claims.Where(c => c.Type is SessionBook.IdClaim or SessionBook.TwoFactorsClaim) ?? [];
                context.NewPrincipal?.Identities.First().AddClaims(kept);
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>The cookie between password and code, and of a passkey's ceremony.</summary>
    public static void ConfigureHalfWay(CookieAuthenticationOptions options, bool https)
    {
        options.Cookie.Name = SignInCookies.HalfWay(https);
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = s_halfWay;
        options.SlidingExpiration = false;
    }

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (await context.HttpContext.RequestServices.GetRequiredService<SessionBook>().ContinueAsync(context.Principal, context.HttpContext.RequestAborted))
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.RequestServices.GetRequiredService<SignInManager<Editor>>().Context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
