using System.Diagnostics;
using System.Globalization;
using System.Net;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.Benchmarks;

/// <summary>
/// The whole way of a page from loopback to the store, in processor time, beside SmartReader alone on the same pages in the same run.
/// The loopback server runs in the same process and is counted with it.
/// </summary>
internal static class PipelineBenchmark
{
    private const int Outlets = 12;
    private const int Rounds = 3;

    public static async Task<int> RunAsync()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Corpus.Root, "pages", "dev"), "*.html").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
            .Where(b => new ArticleExtractor().Extract(PageOf(b)).Rejection is null).ToList();
        await using var site = await StartSiteAsync(pages);
        var tagger = ReferenceData.CreateTagger();
        await WholeAsync(site, tagger, pages.Count, outlets: 1);
        SmartReaderAlone(pages);
        var (whole, alone, extraction, tagging) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            alone.Add(Cpu(pages, SmartReaderAlone));
            whole.Add(await WholeAsync(site, tagger, pages.Count, Outlets));
            var extractor = new ArticleExtractor();
            var articles = new List<ExtractedArticle>();
            extraction.Add(Cpu(pages, all => articles = [.. all.Select(b => extractor.Extract(PageOf(b)))]));
            tagging.Add(Cpu(pages, _ => articles.ForEach(a => tagger.Tag(a))));
        }

        var (w, a, e, t) = (Median(whole), Median(alone), Median(extraction), Median(tagging));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"per page, processor time: whole pipeline {w:0.00} ms (extraction {e / w:P0}, tagging {t / w:P0}, fetch and store with the loopback server {(w - e - t) / w:P0}); SmartReader alone {a:0.00} ms; {pages.Count} pages, {Outlets} outlets, {Rounds} rounds"));
        return Floors.Check("pipeline", "all", new Dictionary<string, double> { ["SmartReader/whole"] = a / w, ["SmartReader/extraction"] = a / e });
    }

    /// <summary>Milliseconds of processor time a page.</summary>
    private static async Task<double> WholeAsync(WebApplication site, ArticleTagger tagger, int pages, int outlets)
    {
        var folder = Directory.CreateTempSubdirectory("portal-pipeline-").FullName;
        var host = new Uri(site.Urls.First()).Authority;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddPortalStorage(StorageProvider.Sqlite, $"Data Source={Path.Combine(folder, "portal.db")}");
        services.AddIngestion(new WebFetchSettings { UserAgent = "KamtibmasPortal/ukur", AllowedPrivateHosts = [host], HostDelay = TimeSpan.Zero }, new IngestionPace(8, 60));
        services.AddSingleton(tagger);
        await using var provider = services.BuildServiceProvider();
        await using (var scope = provider.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await db.Database.MigrateAsync();
            // The same pages under other publishers: copies by others are always stored.
            db.Sources.AddRange(Enumerable.Range(0, outlets).Select(i => new Source { Id = Guid.CreateVersion7(), Name = $"s{i}", Kind = SourceKind.Feed, Address = $"http://{host}/feed", Publisher = $"p{i}", Trust = Trust.Publish }));
            await db.SaveChangesAsync();
        }

        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var stored = 0;
        await provider.GetRequiredService<SourceRefresh>().RunDueAsync(run => Interlocked.Add(ref stored, run.Stored), CancellationToken.None);
        var spent = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return stored > pages * outlets * 0.9 ? spent / stored : throw new InvalidOperationException($"Only {stored} of {pages * outlets} pages were stored.");
    }

    private static void SmartReaderAlone(List<byte[]> pages)
    {
        foreach (var page in pages)
        {
            using var reader = new SmartReader.Reader("https://situs.test/berita", System.Text.Encoding.UTF8.GetString(page));
            _ = reader.GetArticle();
        }
    }

    private static double Cpu(List<byte[]> pages, Action<List<byte[]>> work)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < Outlets; i++)
        {
            work(pages);
        }

        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / (pages.Count * Outlets);
    }

    private static FetchedPage PageOf(byte[] bytes) => new(bytes, "", IsHtml: true, "https://situs.test/berita");

    private static async Task<WebApplication> StartSiteAsync(List<byte[]> pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            var path = context.Request.Path.Value!;
            if (path == "/feed")
            {
                await context.Response.WriteAsync("<rss version=\"2.0\"><channel><title>Ukur</title>" + string.Concat(Enumerable.Range(0, pages.Count).Select(i => $"<item><title>Judul {i}</title><link>http://{context.Request.Host}/p{i}</link></item>")) + "</channel></rss>");
            }
            else if (path.StartsWith("/p", StringComparison.Ordinal) && int.TryParse(path.AsSpan(2), CultureInfo.InvariantCulture, out var n) && n < pages.Count)
            {
                context.Response.ContentType = "text/html";
                await context.Response.Body.WriteAsync(pages[n]);
            }
            else
            {
                context.Response.StatusCode = 404;
            }
        });
        await app.StartAsync();
        return app;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
