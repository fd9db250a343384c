using System.Globalization;
using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using KamtibmasPortal.Web.Settings;
using Serilog;
using Serilog.Events;
using Serilog.Settings.Configuration;

namespace KamtibmasPortal.Web.Start;

/// <summary>What the server and the verbs have in common: configuration, log and the services of the store.</summary>
public static class PortalHost
{
    private const string DefaultEnvironment = "--default-environment=";

    /// <summary>Pages and assets stand beside the program, wherever it is called from.</summary>
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
        ContentRootPath = AppContext.BaseDirectory,
    };

    /// <summary>`dotnet run` puts an environment in front of the arguments, for callers who name none themselves.</summary>
    public static string[] TakeDefaultEnvironment(string[] args)
    {
        if (args.Length == 0 || !args[0].StartsWith(DefaultEnvironment, StringComparison.Ordinal))
        {
            return args;
        }

        if (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is null && Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is null)
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", args[0][DefaultEnvironment.Length..]);
        }

        return args[1..];
    }

    /// <exception cref="BadConfigurationException">A value is not legal.</exception>
    public static PortalConfiguration AddPortal(this IHostApplicationBuilder builder)
    {
        var settings = PortalConfiguration.Read(builder.Configuration);
        settings.AddTo(builder.Services);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPortalStorage(settings.Storage.Provider, settings.Storage.ConnectionString);
        builder.Services.AddScoped<AuditTrail>();
        builder.Services.AddScoped<ReviewDesk>();
        builder.Services.AddScoped<ErasureDesk>();
        builder.Services.AddScoped<ArticleDesk>();
        builder.Services.AddScoped<ProposalDesk>();
        builder.Services.AddScoped<BulkDesk>();
        builder.Services.AddScoped<ReportDesk>();
        builder.Services.AddScoped<StoryDesk>();
        builder.Services.AddScoped<SourceDesk>();
        builder.Services.AddScoped<RuleDesk>();
        builder.Services.AddSingleton<RuleJob>();
        builder.Services.AddScoped<SourceRegistry>();
        builder.Services.AddScoped<OpmlExchange>();
        builder.Services.AddScoped<SourceWithdrawal>();
        builder.Services.AddIngestion(OutboundSettings.Of(settings), new IngestionPace(settings.Ingestion.MaxConcurrency, settings.Ingestion.LeaseSeconds));
        builder.Services.AddSingleton(services => NodeIdentity.Take(settings.Storage.DataDirectory));
        builder.Services.AddSingleton(services => services.GetRequiredService<NodeIdentity>().Name);
        builder.Services.AddPublicAddress();
        builder.Services.AddEditors();
        AddLog(builder);
        return settings;
    }

    /// <summary>To standard error: standard output belongs to results.</summary>
    private static void AddLog(IHostApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog(log => log
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            // A failed command ends in an exception, which is told where it is handled.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)
            // "No XML encryptor": the key files are protected by the data directory's own permissions.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            // Told in one line where the process ends.
            .Filter.ByExcluding(e => ExitCodes.IsAddressInUse(e.Exception))
            // Named, or every library beside the program would be opened in search of others.
            .ReadFrom.Configuration(builder.Configuration, new ConfigurationReaderOptions(typeof(ConsoleLoggerConfigurationExtensions).Assembly, typeof(FileLoggerConfigurationExtensions).Assembly))
            .Enrich.FromLogContext()
            .WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                formatProvider: CultureInfo.InvariantCulture,
                standardErrorFromLevel: LogEventLevel.Verbose), preserveStaticLogger: true);
    }
}
