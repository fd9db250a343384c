using System.Globalization;
using System.Net;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.Benchmarks;

/// <summary>How much 100 sites that never answer delay 900 healthy ones: the time until the last healthy source is read, with and without them, in turn.</summary>
internal static class TarpitsBenchmark
{
    private const int Healthy = 900;
    private const int Tarpits = 100;
    private const int Rounds = 3;

    public static async Task<int> RunAsync()
    {
        await using var site = await StartSiteAsync();
        var port = new Uri(site.Urls.First()).Port;
        var (alone, beside) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            alone.Add(await MeasureAsync(port, 0));
            beside.Add(await MeasureAsync(port, Tarpits));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round + 1}: {Healthy} healthy sources alone {alone[^1]:0.0} s, beside {Tarpits} tarpits {beside[^1]:0.0} s"));
        }

        var ratio = Median(beside) / Median(alone);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of medians {ratio:0.000}"));
        return Floors.Check("tarpits", "all", new Dictionary<string, double> { ["alone/beside"] = 1 / ratio });
    }

    private static async Task<double> MeasureAsync(int port, int tarpits)
    {
        var folder = Directory.CreateTempSubdirectory("portal-tarpits-").FullName;
        // Mixed, the tarpits first in the queue.
        var names = Enumerable.Range(0, tarpits).Select(i => $"rawa{i}.test").Concat(Enumerable.Range(0, Healthy).Select(i => $"sehat{i}.test")).ToList();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddPortalStorage(StorageProvider.Sqlite, $"Data Source={Path.Combine(folder, "portal.db")}");
        services.AddIngestion(
            new WebFetchSettings { UserAgent = "KamtibmasPortal/ukur", AllowedPrivateHosts = [.. names.Select(n => $"{n}:{port}")], HostDelay = TimeSpan.Zero, Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]) },
            new IngestionPace(8, 60));
        await using (var provider = services.BuildServiceProvider())
        {
            await using (var scope = provider.CreateAsyncScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
                await db.Database.MigrateAsync();
                db.Sources.AddRange(names.Select(n => new Source { Id = Guid.CreateVersion7(), Name = n, Kind = SourceKind.Feed, Address = $"http://{n}:{port}/feed", Publisher = n, Trust = Trust.Publish }));
                await db.SaveChangesAsync();
            }

            using var stop = new CancellationTokenSource();
            var done = 0;
            var all = new TaskCompletionSource();
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var refresh = provider.GetRequiredService<SourceRefresh>().RunDueAsync(
                run =>
                {
                    if (run.Reason is null && Interlocked.Increment(ref done) == Healthy)
                    {
                        all.TrySetResult();
                    }
                }, stop.Token);
            await Task.WhenAny(all.Task, refresh);
            var seconds = clock.Elapsed.TotalSeconds;
            await stop.CancelAsync();
            try
            {
                await refresh;
            }
            catch (OperationCanceledException)
            {
                // The tarpits are left.
            }

            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return done == Healthy ? seconds : throw new InvalidOperationException($"Only {done} of {Healthy} healthy sources were read.");
        }
    }

    private static async Task<WebApplication> StartSiteAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            if (context.Request.Host.Host.StartsWith("rawa", StringComparison.Ordinal))
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            var name = context.Request.Host.Value;
            switch (context.Request.Path.Value)
            {
                case "/feed":
                    await context.Response.WriteAsync($"<rss version=\"2.0\"><channel><title>{name}</title><item><title>Patroli malam {name}</title><link>http://{name}/satu</link></item></channel></rss>");
                    break;
                case "/satu":
                    context.Response.ContentType = "text/html; charset=utf-8";
                    await context.Response.WriteAsync($"<html lang=\"id\"><head><title>Patroli malam di {name}</title></head><body><article><h1>Patroli malam di {name}</h1><p>Petugas menjaga pasar {name} sejak sore bersama warga dan memeriksa kendaraan yang melintas di gerbang timur pasar.</p><p>Kepala pos menuturkan laporan kehilangan menurun setelah lampu jalan diperbaiki bersama pedagang dan pengurus lingkungan.</p></article></body></html>");
                    break;
                default:
                    context.Response.StatusCode = 404;
                    break;
            }
        });
        await app.StartAsync();
        return app;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
