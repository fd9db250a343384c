using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KamtibmasPortal.Benchmarks;

/// <summary>
/// The portal as its operator starts it, over a store that is there already: how long until the first whole front page, and what it holds
/// in memory after a minute of readers.
/// </summary>
internal static class StartBenchmark
{
    private const int Starts = 5;
    private const int Readers = 16;
    private const double SecondsAllowed = 2;
    private const double MegabytesAllowed = 250;
    private static readonly TimeSpan Load = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length < 2 || !File.Exists(Path.Combine(args[1], "portal.db")))
        {
            Console.Error.WriteLine("usage: start DATA-DIRECTORY [PUBLISHED-FOLDER]; the directory holds portal.db; without a folder the program beside this one is started");
            return 2;
        }

        var program = Path.Combine(args.ElementAtOrDefault(2) ?? AppContext.BaseDirectory, "KamtibmasPortal.Web.dll");
        var seconds = new List<double>();
        var megabytes = 0.0;
        for (var start = 1; start <= Starts; start++)
        {
            var clock = Stopwatch.StartNew();
            using var portal = Begin(program, args[1], out var address);
            try
            {
                await FirstPageAsync(portal, address);
                seconds.Add(clock.Elapsed.TotalSeconds);
                if (start == Starts)
                {
                    await ReadAsync(address);
                    portal.Refresh();
                    megabytes = portal.WorkingSet64 / 1048576.0;
                }
            }
            finally
            {
                portal.Kill(entireProcessTree: true);
                await portal.WaitForExitAsync();
            }
        }

        var median = seconds.Order().ElementAt(Starts / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first page after {median:0.00} s (of {Starts}: {string.Join(' ', seconds.Select(s => s.ToString("0.00", CultureInfo.InvariantCulture)))}), {megabytes:0} MB resident after a minute of {Readers} readers"));
        return Floors.Check("start", "given", new Dictionary<string, double> { ["2 s/first page"] = SecondsAllowed / median, ["250 MB/resident"] = MegabytesAllowed / megabytes });
    }

    private static Process Begin(string program, string data, out Uri address)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        address = new Uri($"http://{free.LocalEndpoint}");
        free.Stop();
        var start = new ProcessStartInfo("dotnet", [program, $"--urls={address}", $"--Storage:DataDirectory={Path.GetFullPath(data)}", "--RateLimits:PerMinute=0"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var portal = Process.Start(start)!;
        portal.OutputDataReceived += (_, _) => { };
        portal.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        portal.BeginOutputReadLine();
        portal.BeginErrorReadLine();
        return portal;
    }

    private static async Task FirstPageAsync(Process portal, Uri address)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !portal.HasExited; await Task.Delay(5))
        {
            try
            {
                await using var visitor = await WebVisitor.ConnectAsync(address);
                await visitor.GetAsync("/");
                return;
            }
            catch (SocketException)
            {
                // It does not listen yet.
            }
        }

        throw new InvalidOperationException("The portal did not start.");
    }

    /// <summary>The front page kept and made anew, articles, a region, a search.</summary>
    private static async Task ReadAsync(Uri address)
    {
        await using var first = await WebVisitor.ConnectAsync(address);
        string[] asked = ["/", "/?ukur=1", .. await first.ArticlesAsync(20), "/wilayah/31", "/wilayah/35.09", "/arsip?q=polisi", "/arsip"];
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => Task.Run(async () =>
        {
            await using var visitor = await WebVisitor.ConnectAsync(address);
            for (var i = reader; clock.Elapsed < Load; i++)
            {
                await visitor.GetAsync(asked[i % asked.Length]);
            }
        })));
    }
}
