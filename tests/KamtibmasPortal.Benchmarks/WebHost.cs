using System.Diagnostics;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Start;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Benchmarks;

/// <summary>The whole portal in a process of its own, with two answers beside it that show what the server can do at best.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    /// <summary>The verb that makes this program the portal.</summary>
    public const string Verb = "portal";

    public const string Hello = "/ukur/halo";
    public const string Bytes = "/ukur/tetap";

    private readonly Process _process;
    private readonly string? _temporary;

    private WebHost(Process process, Uri address, TimeSpan start, string? temporary) => (_process, Address, StartedIn, _temporary) = (process, address, start, temporary);

    public Uri Address { get; }

    /// <summary>From the start of the process to the first whole front page.</summary>
    public TimeSpan StartedIn { get; }

    /// <param name="data">Its data directory; null for a new one with the bundled samples.</param>
    public static async Task<WebHost> StartAsync(string? data)
    {
        var temporary = data is null ? Directory.CreateTempSubdirectory("portal-web-").FullName : null;
        var clock = Stopwatch.StartNew();
        // With the settings of the runtime that the portal itself has.
        var settings = Path.Combine(AppContext.BaseDirectory, "KamtibmasPortal.Web.runtimeconfig.json");
        var start = new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", settings, typeof(WebHost).Assembly.Location, Verb, data ?? temporary!, data is null ? "samples" : "as-is"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        string? address;
        do
        {
            address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The portal did not start.");
        }
        while (!Uri.IsWellFormedUriString(address, UriKind.Absolute));

        await using (var first = await WebVisitor.ConnectAsync(new Uri(address)))
        {
            await first.GetAsync("/");
        }

        return new WebHost(process, new Uri(address), clock.Elapsed, temporary);
    }

    /// <summary>Milliseconds of processor time so far.</summary>
    public double Spent()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalMilliseconds;
    }

    public double MegabytesResident()
    {
        _process.Refresh();
        return _process.WorkingSet64 / 1048576.0;
    }

    /// <summary>Serves until its standard input ends.</summary>
    public static async Task<int> ServeAsync(string data, bool samples)
    {
        await using var app = PortalServer.Build(["--urls=http://127.0.0.1:0", "--environment=Production", $"--Storage:DataDirectory={data}", "--Ingestion:Enabled=false", "--RateLimits:PerMinute=0"]);
        await app.PrepareAsync(CancellationToken.None);
        if (samples)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SampleNews>().IngestAsync(Path.Combine(AppContext.BaseDirectory, "Samples"), CancellationToken.None);
        }

        var same = "x"u8.ToArray();
        app.MapGet(Hello, () => Results.Text("halo")).WithMetadata(new AllowAnonymousAttribute());
        app.MapGet(Bytes + "/{size:int}", (int size) =>
        {
            if (same.Length != size)
            {
                same = new byte[size];
                Array.Fill(same, (byte)'x');
            }

            return Results.Bytes(same, "text/html; charset=utf-8");
        }).WithMetadata(new AllowAnonymousAttribute());
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }
}
