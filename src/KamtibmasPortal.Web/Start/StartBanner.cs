using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Web.Start;

/// <summary>Says on standard output where the portal is and what is left to do.</summary>
public static class StartBanner
{
    public static void AnnounceStart(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() => Announce(app));

    private static void Announce(WebApplication app)
    {
        var name = app.Services.GetRequiredService<PortalSettings>().Name;
        Console.Out.WriteLine($"{name} is ready at {app.Services.GetRequiredService<PublicAddress>().Listening} ({app.Environment.EnvironmentName})");
        using var scope = app.Services.CreateScope();
        if (!scope.ServiceProvider.GetRequiredService<EditorAccounts>().AnyAsync(CancellationToken.None).GetAwaiter().GetResult())
        {
            Console.Out.WriteLine("No editor exists yet. Create the first one, who can publish waiting articles at /redaksi:");
            Console.Out.WriteLine($"  {Program} create-editor you@example.org --role {EditorRoles.Administrator}");
        }
    }

    /// <summary>How this very program was started: from the sources, or as a published one.</summary>
    private static string Program =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, "KamtibmasPortal.Web.staticwebassets.runtime.json"))
            ? "dotnet run --project src/KamtibmasPortal.Web --"
            : $"dotnet {Path.Combine(AppContext.BaseDirectory, "KamtibmasPortal.Web.dll")}";
}
