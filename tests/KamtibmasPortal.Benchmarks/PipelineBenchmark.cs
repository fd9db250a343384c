using System.Diagnostics;
using System.Globalization;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Benchmarks;

/// <summary>
/// The whole way of a page from loopback to the store, in processor time, beside SmartReader alone on the same pages in the same run.
/// Counted is all that this program spends on it: feed, robots.txt, HTTP, extraction, tags, snapshot, SQLite, the runtime's own threads.
/// The site runs in a process of its own and is not counted. One store for all rounds, measured warm: a portal polls for weeks.
/// </summary>
internal static class PipelineBenchmark
{
    private const int Outlets = 12;

    // Some 40,000 methods are compiled anew, better each time, before the runtime is content.
    private const int WarmUps = 10;
    private const int Rounds = 5;

    /// <summary>The corpus pages bare, some 6 KB each, and dressed as live sites serve them.</summary>
    /// <param name="set">One of the two, or both.</param>
    public static async Task<int> RunAsync(string set) =>
        Math.Max(set is "dressed" ? 0 : await RunAsync("bare", dressed: false), set is "bare" ? 0 : await RunAsync("dressed", dressed: true));

    private static async Task<int> RunAsync(string set, bool dressed)
    {
        var pages = ScriptedSite.Pages(dressed);
        await using var site = await ScriptedSite.StartAsync(dressed);
        var folder = Directory.CreateTempSubdirectory("portal-pipeline-").FullName;
        await using var portal = await PortalAsync(site, folder);
        var tagger = portal.GetRequiredService<ArticleTagger>();
        var stages = new Dictionary<string, List<double>>(StringComparer.Ordinal) { ["whole"] = [], ["fetch"] = [], ["extract"] = [], ["tag"] = [], ["SmartReader"] = [] };
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var extractor = new ArticleExtractor();
            var articles = new List<ExtractedArticle>();
            var spent = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["SmartReader"] = Cpu(pages.Count, () => SmartReaderAlone(pages)),
                ["whole"] = await WholeAsync(portal, site, pages.Count),
                ["fetch"] = await FetchAsync(site, pages.Count),
                ["extract"] = Cpu(pages.Count, () => articles = [.. pages.Select(b => extractor.Extract(ScriptedSite.PageOf(b)))]),
                ["tag"] = Cpu(pages.Count, () => articles.ForEach(a => tagger.Tag(a))),
            };
            foreach (var (stage, milliseconds) in round >= 0 ? spent : [])
            {
                stages[stage].Add(milliseconds);
            }
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        var median = stages.ToDictionary(s => s.Key, s => s.Value.Order().ElementAt(Rounds / 2), StringComparer.Ordinal);
        var whole = median["whole"];
        var rest = whole - median["fetch"] - median["extract"] - median["tag"];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time a page, {pages.Count} {set} pages of {pages.Average(p => p.Length) / 1024:0} KB under {Outlets} publishers, median of {Rounds} rounds after {WarmUps} to warm up; the site is not counted"));
        foreach (var (stage, milliseconds) in new[] { ("fetch", median["fetch"]), ("extract", median["extract"]), ("tag", median["tag"]), ("store, poll", rest), ("whole way", whole) })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {stage,-12} {milliseconds,6:0.00} ms {milliseconds / whole,5:P0}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"SmartReader",-12} {median["SmartReader"],6:0.00} ms"));
        return Floors.Check("pipeline", set, new Dictionary<string, double> { ["SmartReader/whole"] = median["SmartReader"] / whole, ["SmartReader/extraction"] = median["SmartReader"] / median["extract"] });
    }

    /// <summary>Milliseconds of processor time a page.</summary>
    private static async Task<double> WholeAsync(ServiceProvider portal, ScriptedSite site, int pages)
    {
        await using (var scope = portal.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await db.Sources.ExecuteUpdateAsync(u => u.SetProperty(s => s.IsPaused, true));
            // A release stands at a dozen outlets, not at a new dozen every round.
            await db.StoryKeys.ExecuteDeleteAsync();
            await db.StoryEntries.ExecuteDeleteAsync();
            // The same pages under other publishers: copies by others are always stored.
            db.Sources.AddRange(Enumerable.Range(0, Outlets).Select(_ => Guid.CreateVersion7()).Select(id => new Source { Id = id, Name = $"s{id}", Kind = SourceKind.Feed, Address = $"http://{site.Authority}/feed", Publisher = $"p{id}", Trust = Trust.Publish }));
            await db.SaveChangesAsync();
        }

        var stored = 0;
        var before = Spent();
        await portal.GetRequiredService<SourceRefresh>().RunDueAsync(run => Interlocked.Add(ref stored, run.Stored), CancellationToken.None);
        var spent = Spent() - before;
        return stored == pages * Outlets ? spent / stored : throw new InvalidOperationException($"Only {stored} of {pages * Outlets} pages were stored.");
    }

    private static async Task<ServiceProvider> PortalAsync(ScriptedSite site, string folder)
    {
        var portal = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddPortalStorage(StorageProvider.Sqlite, $"Data Source={Path.Combine(folder, "portal.db")}")
            .AddIngestion(Settings(site), new IngestionPace(8, 60))
            .BuildServiceProvider();
        await PortalStore.PrepareAsync(portal, CancellationToken.None);
        return portal;
    }

    /// <summary>Fetching alone, as the pipeline does it: with robots.txt, turns and hashes.</summary>
    private static async Task<double> FetchAsync(ScriptedSite site, int pages)
    {
        using var web = new WebFetcher(Settings(site));
        var fetcher = new ItemFetcher(new FileFetcher(), new PoliteFetcher(web, Settings(site), new HostTurns(TimeProvider.System), TimeProvider.System));
        var before = Spent();
        for (var i = 0; i < pages * Outlets; i++)
        {
            var address = $"http://{site.Authority}/p{i % pages}";
            if ((await fetcher.ReadAsync(new DiscoveredItem(address, address, ""), CancellationToken.None)).Page is null)
            {
                throw new InvalidOperationException($"{address} was not served.");
            }
        }

        return (Spent() - before) / (pages * Outlets);
    }

    private static WebFetchSettings Settings(ScriptedSite site) => new() { UserAgent = "KamtibmasPortal/ukur", AllowedPrivateHosts = [site.Authority], HostDelay = TimeSpan.Zero };

    private static void SmartReaderAlone(IReadOnlyList<byte[]> pages)
    {
        foreach (var page in pages)
        {
            using var reader = new SmartReader.Reader("https://situs.test/berita", System.Text.Encoding.UTF8.GetString(page));
            _ = reader.GetArticle();
        }
    }

    private static double Cpu(int pages, Action work)
    {
        var before = Spent();
        for (var i = 0; i < Outlets; i++)
        {
            work();
        }

        return (Spent() - before) / (pages * Outlets);
    }

    /// <summary>Processor time of this program so far, milliseconds: all its threads, in and out of the kernel.</summary>
    private static double Spent()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalMilliseconds;
    }
}
