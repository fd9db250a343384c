using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.Web.Api;
using KamtibmasPortal.Web.Caching;
using KamtibmasPortal.Web.Discovery;
using KamtibmasPortal.Web.Export;
using KamtibmasPortal.Web.Feeds;
using KamtibmasPortal.Web.Health;
using KamtibmasPortal.Web.Pages;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Web.Start;

/// <summary>The server from configuration to the last response, in the order in which things happen.</summary>
public static class PortalServer
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build(args);
        await app.PrepareAsync(CancellationToken.None);
        await app.RunAsync();
        return ExitCodes.Done;
    }

    /// <summary>Reads and checks the configuration; touches neither disk nor network.</summary>
    public static WebApplication Build(string[] args)
    {
        // Without IIS, HTTP/3 and loggers that nobody reads, which a portal would only load. Addresses with https need the next line.
        var builder = WebApplication.CreateSlimBuilder(PortalHost.Options(args));
        builder.WebHost.UseKestrelHttpsConfiguration();
        var settings = builder.AddPortal();
        builder.ListenLocallyByDefault();
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Services.AddSignIn(settings);
        builder.Services.AddPageCache(settings.Portal);
        builder.Services.AddCompression();
        builder.Services.AddFeeds();
        builder.Services.AddArchive();
        builder.Services.AddDiscovery();
        builder.Services.AddScoped<FacetNames>();
        builder.Services.AddProblemDetails();
        builder.Services.AddPages();
        builder.Services.AddKeptForms();
        builder.Services.AddSingleton<ReportLimits>();
        builder.Services.AddReadApi();
        builder.Services.AddPortalHealth();
        builder.Services.AddPolling(settings.Ingestion);
        builder.Services.AddHostedService<RuleWorker>();
        builder.Services.AddScoped<HelpNumbers>();
        builder.Services.AddHostedService<BulkWorker>();

        var app = builder.Build();
        app.UseResponseHeaders(settings.Portal);
        app.UseTrustedProxies(settings.Portal);
        app.UseFaultResponses();
        app.UseRouting();
        app.UseKeptForms();
        app.UseSecureDesk(settings.Portal);
        app.UseRoutingRefusals();
        app.UseCors();
        app.UseVisitorLimits(settings.RateLimits);
        app.UsePageCache(settings.Portal);
        app.UseCompression();
        app.UseConditionalAnswers();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapFeeds();
        app.MapArchive();
        app.MapAuditExport();
        app.MapOpmlExport();
        app.MapReadApi();
        app.MapGroup("").ReadOnly().MapPortalHealth();
        app.MapDiscovery();
        app.AnnounceStart();
        app.WarnOfUnknownProxy(settings.Portal);
        return app;
    }

    /// <summary>Brings the store to this version and adds what configuration says must be there. Nothing is served before.</summary>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken cancellation)
    {
        await app.Services.PrepareStoreAsync(cancellation);
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<ConfiguredSources>(scope.ServiceProvider).CreateMissingAsync(cancellation);
        await ActivatorUtilities.CreateInstance<FirstAdministrator>(scope.ServiceProvider).CreateIfAloneAsync(cancellation);
        if (app.Environment.IsDevelopment() && app.Services.GetRequiredService<IngestionSettings>().Enabled)
        {
            await scope.ServiceProvider.GetRequiredService<SampleNews>().IngestAsync(Path.Combine(AppContext.BaseDirectory, "Samples"), cancellation);
        }
    }

    private static void AddPolling(this IServiceCollection services, IngestionSettings ingestion)
    {
        if (ingestion.Enabled)
        {
            services.AddHostedService<IngestionWorker>();
        }
    }

    private static void ListenLocallyByDefault(this WebApplicationBuilder builder)
    {
        var configured = builder.Configuration["urls"] ?? builder.Configuration["http_ports"] ?? builder.Configuration["https_ports"];
        if (string.IsNullOrWhiteSpace(configured) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls("http://localhost:5080");
        }
    }
}
