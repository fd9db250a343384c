using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.AspNetCore.Identity;

namespace KamtibmasPortal.Web.Security;

/// <summary>Accounts of editors: rules for passwords and lockout.</summary>
public static class EditorSetup
{
    public const int WrongPasswordsAllowed = 5;
    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);
    public const int PasswordLength = 12;

    public static void AddEditors(this IServiceCollection services)
    {
        services.AddIdentityCore<Editor>(o =>
            {
                o.Lockout.MaxFailedAccessAttempts = WrongPasswordsAllowed;
                o.Lockout.DefaultLockoutTimeSpan = Lockout;
                o.Lockout.AllowedForNewUsers = true;
                o.User.RequireUniqueEmail = true;

                // Length is what makes a password strong; rules about signs only make it hard to remember.
                o.Password.RequiredLength = PasswordLength;
                o.Password.RequiredUniqueChars = 5;
                o.Password.RequireDigit = false;
                o.Password.RequireLowercase = false;
                o.Password.RequireUppercase = false;
                o.Password.RequireNonAlphanumeric = false;
            })
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<PortalDbContext>();
        services.AddScoped<EditorAccounts>();
    }
}
