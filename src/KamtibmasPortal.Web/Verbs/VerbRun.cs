using KamtibmasPortal.Web.Settings;
using KamtibmasPortal.Web.Start;

namespace KamtibmasPortal.Web.Verbs;

/// <summary>What a verb works with. Configuration is read and checked as for the server.</summary>
public sealed class VerbRun(IServiceProvider services, PortalConfiguration settings)
{
    /// <summary>Services of one scope, which lasts as long as the verb.</summary>
    public IServiceProvider Services => services;

    public PortalConfiguration Settings => settings;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>For verbs that need the store: it is migrated first.</summary>
    public static Task<int> WithStoreAsync(Func<VerbRun, CancellationToken, Task<int>> work, CancellationToken cancellation) =>
        RunAsync(async (run, token) =>
        {
            await run.Services.PrepareStoreAsync(token);
            return await work(run, token);
        }, cancellation);

    /// <summary>For verbs that work on files alone: no store is opened and no directory created.</summary>
    public static Task<int> WithoutStoreAsync(Func<VerbRun, CancellationToken, Task<int>> work, CancellationToken cancellation) => RunAsync(work, cancellation);

    private static async Task<int> RunAsync(Func<VerbRun, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = EnvironmentName });
        builder.Configuration
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{builder.Environment.EnvironmentName}.json", optional: true)
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables();
        var settings = builder.AddPortal();
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        return await work(new VerbRun(scope.ServiceProvider, settings), cancellation);
    }

    private static string EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production;
}
