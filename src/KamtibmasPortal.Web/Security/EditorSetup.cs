using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Accounts;
using Microsoft.AspNetCore.Identity;

namespace KamtibmasPortal.Web.Security;

/// <summary>Accounts of editors: rules for passwords.</summary>
public static class EditorSetup
{
    public const int PasswordLength = 12;

    public static void AddEditors(this IServiceCollection services)
    {
        services.AddIdentityCore<Editor>(o =>
            {
                // Guesses are counted by GuessLedger, for addresses without an account too.
                o.Lockout.AllowedForNewUsers = false;
                o.User.RequireUniqueEmail = true;

                // Length is what makes a password strong; rules about signs only make it hard to remember.
                o.Password.RequiredLength = PasswordLength;
                o.Password.RequiredUniqueChars = 5;
                o.Password.RequireDigit = false;
                o.Password.RequireLowercase = false;
                o.Password.RequireUppercase = false;
                o.Password.RequireNonAlphanumeric = false;
            })
            .AddPasswordValidator<PasswordRules>()
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<PortalDbContext>();
        services.AddScoped<EditorAccounts>();
    }
}
