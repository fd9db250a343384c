using System.Diagnostics;
using System.Globalization;

namespace KamtibmasPortal.Benchmarks;

/// <summary>
/// Pages a second beside Kestrel's plainest answer and beside bytes of the same size, in turn in one run. The ratios are of the
/// server's processor time a request: others on the machine do not change it much.
/// </summary>
internal static class WebBenchmark
{
    private const int Connections = 16;
    private const int Rounds = 5;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    /// <param name="data">A data directory to serve; null for the bundled samples.</param>
    public static async Task<int> RunAsync(string? data)
    {
        await using var host = await WebHost.StartAsync(data);
        string article;
        int size;
        await using (var visitor = await WebVisitor.ConnectAsync(host.Address))
        {
            article = (await visitor.ArticlesAsync(1))[0];
            size = await visitor.GetAsync("/");
        }

        // A page asked for with parameters is none of those that are kept.
        (string Name, string Path)[] asked =
        [
            ("hello", WebHost.Hello), ("same bytes", $"{WebHost.Bytes}/{size}"), ("home, kept", "/"), ("home, anew", "/?ukur=1"), ("article", article),
            ("region", "/wilayah/31.75?ukur=1"), ("archive", "/arsip?q=polisi"),
        ];
        var (cost, rate) = (asked.ToDictionary(a => a.Name, _ => new List<double>(), StringComparer.Ordinal), asked.ToDictionary(a => a.Name, _ => new List<double>(), StringComparer.Ordinal));
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var (name, path) in round % 2 == 0 ? asked : asked.Reverse())
            {
                var (milliseconds, persecond) = await MeasureAsync(host, path);
                if (round >= 0)
                {
                    cost[name].Add(milliseconds);
                    rate[name].Add(persecond);
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first page {host.StartedIn.TotalSeconds:0.0} s after the start, {host.MegabytesResident():0} MB resident at the end; front page {size / 1024.0:0} KB as bytes of text; {Connections} connections"));
        foreach (var (name, _) in asked)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-12} {Median(cost[name]),8:0.000} ms of processor time a request {Median(rate[name]),9:0} requests a second"));
        }

        return Floors.Check("web", data is null ? "samples" : "given", new Dictionary<string, double>
        {
            ["kept home/same bytes"] = Median(cost["same bytes"]) / Median(cost["home, kept"]),
            ["home anew/hello"] = Median(cost["hello"]) / Median(cost["home, anew"]),
            ["article/hello"] = Median(cost["hello"]) / Median(cost["article"]),
        });
    }

    private static async Task<(double Milliseconds, double PerSecond)> MeasureAsync(WebHost host, string path)
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => WebVisitor.ConnectAsync(host.Address)));
        var (before, clock) = (host.Spent(), Stopwatch.StartNew());
        var asked = await Task.WhenAll(visitors.Select(v => Task.Run(async () =>
        {
            var count = 0;
            for (; clock.Elapsed < Turn; count++)
            {
                await v.GetAsync(path);
            }

            return count;
        })));
        var (spent, seconds) = (host.Spent() - before, clock.Elapsed.TotalSeconds);
        foreach (var visitor in visitors)
        {
            await visitor.DisposeAsync();
        }

        return (spent / asked.Sum(), asked.Sum() / seconds);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
