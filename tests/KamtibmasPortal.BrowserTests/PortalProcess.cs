using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KamtibmasPortal.BrowserTests;

/// <summary>The portal as its users start it: a process of its own, from a directory that is not its own, on a free port of loopback.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    private PortalProcess(Process process, string folder, string address) => (_process, Folder, Address) = (process, folder, address);

    /// <summary>Where it was started from; its data directory is below.</summary>
    public string Folder { get; }

    public string Address { get; }

    /// <summary>The program that stands beside the tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "KamtibmasPortal.Web.dll");

    /// <param name="program">The portal.</param>
    /// <param name="environment">Development shows the samples.</param>
    /// <param name="settings">More settings, as environment variables.</param>
    public static async Task<PortalProcess> StartAsync(string program, string environment, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var folder = Directory.CreateTempSubdirectory("portal-browser-").FullName;
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = folder, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = address;
        start.Environment["Storage__DataDirectory"] = "data";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var portal = new PortalProcess(Process.Start(start)!, folder, address);
        await portal.WaitAsync();
        return portal;
    }

    /// <summary>Runs a verb on the same store and answers its exit code.</summary>
    public async Task<int> VerbAsync(string input, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words]) { WorkingDirectory = Folder, RedirectStandardInput = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var verb = Process.Start(start)!;
        await verb.StandardInput.WriteLineAsync(input);
        verb.StandardInput.Close();
        await verb.WaitForExitAsync();
        return verb.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task WaitAsync()
    {
#pragma warning disable RS0030 // The ban is on the portal's own traffic; this is its visitor.
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
#pragma warning restore RS0030
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !_process.HasExited; await Task.Delay(100))
        {
            try
            {
                using var ready = await client.GetAsync(Address + "/health/ready");
                if (ready.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }
        }

        throw new InvalidOperationException("The portal did not become ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
