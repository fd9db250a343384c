using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Fetching;
using KamtibmasPortal.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Ingestion;

/// <summary>
/// Real processes killed, frozen and set against each other. PORTAL_KILLS and PORTAL_KILL_ARTICLES make the runs as long as one likes;
/// without them they are short.
/// </summary>
public sealed class CrashTests(Stores stores) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-crash-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Killed_at_any_moment_nothing_is_lost_and_nothing_twice(StorageProvider provider)
    {
        var (kills, articles) = (Setting("PORTAL_KILLS", 5), Setting("PORTAL_KILL_ARTICLES", 120));
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        await using var site = await NewsSite.StartAsync(articles);
        site.Delay = TimeSpan.FromMilliseconds(15);
        await WebIngestionTests.AddAsync(store, site);
        var random = new Random(7);
        var cut = 0;
        for (var i = 0; i < kills; i++)
        {
            await using var worker = WorkerProcess.Start(store, _folder, [site.Host]);
            var seen = site.Log.Count;
            // Some die before they have asked for anything, the others in the middle of their work.
            var after = i % 10 == 0 ? 0 : seen + 1 + random.Next(articles / Math.Max(1, kills) * 2);
            for (var waited = 0; site.Log.Count < after && !worker.HasExited && waited < 3000; waited++)
            {
                await Task.Delay(10, Stop);
            }

            await Task.Delay(random.Next(i % 10 == 0 ? 1500 : 30), Stop);
            cut += worker.HasExited ? 0 : 1;
            await worker.KillAsync();
        }

        await using (var last = WorkerProcess.Start(store, _folder, [site.Host]))
        {
            var (code, _, errors) = await last.EndAsync(Stop);
            Assert.True(code == 0, errors);
        }

        Assert.True(cut > 0, "No process was cut off: the test has shown nothing.");
        await AssertWholeAsync(store, site, articles);
        // Only what was under way at a kill was asked for again.
        Assert.InRange(site.To("/berita/").Count(), articles, articles + kills);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_worker_that_was_frozen_past_its_lease_has_no_effect_when_it_wakes(StorageProvider provider)
    {
        const int Articles = 30;
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        await using var site = await NewsSite.StartAsync(Articles);
        await WebIngestionTests.AddAsync(store, site);
        var reached = new TaskCompletionSource();
        site.Special = async context =>
        {
            if (context.Request.Path == "/berita/15" && reached.TrySetResult())
            {
                await Task.Delay(700, Stop);
            }

            return false;
        };
        await using var frozen = WorkerProcess.Start(store, Sub("a"), [site.Host], leaseSeconds: 5);
        await reached.Task.WaitAsync(TimeSpan.FromMinutes(2), Stop);
        frozen.Freeze();
        await Task.Delay(TimeSpan.FromSeconds(6), Stop);
        await using (var second = WorkerProcess.Start(store, Sub("b"), [site.Host], leaseSeconds: 5))
        {
            Assert.Equal(0, (await second.EndAsync(Stop)).Code);
        }

        var before = await StampsAsync(store);
        frozen.Wake();
        var (_, _, errors) = await frozen.EndAsync(Stop);

        Assert.Contains("was taken over", errors, StringComparison.Ordinal);
        Assert.Equal(before, await StampsAsync(store));
        await AssertWholeAsync(store, site, Articles);
        Assert.Equal(1, await store.RowsAsync(db => db.FetchRuns.CountAsync(Stop)));
    }

    [Fact]
    public async Task Four_workers_beside_each_other_store_each_article_once()
    {
        var articles = Setting("PORTAL_WORKER_ARTICLES", 400);
        await using var store = await stores.CreateAsync(StorageProvider.Postgres, Contents.Reference);
        var sites = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => NewsSite.StartAsync(articles / 8)));
        foreach (var (site, i) in sites.Select((s, i) => (s, i)))
        {
            site.Delay = TimeSpan.FromMilliseconds(20);
            // Two sources a site, under one publisher: both announce everything.
            await WebIngestionTests.AddAsync(store, site, $"Harian {i}", $"Harian {i}");
            await WebIngestionTests.AddAsync(store, site, $"Harian {i} lagi", $"Harian {i}");
        }

        var hosts = sites.Select(s => s.Host).ToList();
        var workers = Enumerable.Range(0, 4).Select(i => WorkerProcess.Start(store, Sub($"{i}"), hosts, concurrency: 1)).ToList();
        var ends = await Task.WhenAll(workers.Select(w => w.EndAsync(Stop)));
        Assert.All(ends, e => Assert.True(e.Code == 0, e.Errors));
        // What was busy elsewhere when a worker looked is still due.
        await using (var last = WorkerProcess.Start(store, Sub("last"), hosts))
        {
            Assert.Equal(0, (await last.EndAsync(Stop)).Code);
        }

        Assert.Equal(articles, await store.RowsAsync(db => db.Articles.CountAsync(Stop)));
        Assert.Equal(articles, await store.RowsAsync(db => db.Articles.Select(a => a.SourceUrl).Distinct().CountAsync(Stop)));
        Assert.Equal(articles, await store.RowsAsync(db => db.SourceItems.CountAsync(i => i.Outcome == ItemOutcome.Duplicate, Stop)));
        Assert.Equal(1, await store.RowsAsync(db => db.Articles.MaxAsync(a => a.Revision, Stop)));
        Assert.True(ends.Count(e => e.Output.Length > 0) > 1, "One worker did all the work: the test has shown nothing.");
        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
        }

        foreach (var site in sites)
        {
            Assert.True(NeverTwoAtOnce(site), "Two requests to one host at the same time.");
            await site.DisposeAsync();
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    internal static bool NeverTwoAtOnce(NewsSite site)
    {
        var visits = site.Log.OrderBy(v => v.Start).ToList();
        return visits.Zip(visits.Skip(1), (a, b) => b.Start >= a.End.AddMilliseconds(-1)).All(apart => apart);
    }

    private static async Task AssertWholeAsync(TestStore store, NewsSite site, int articles)
    {
        Assert.Equal(
            Enumerable.Range(1, articles).Select(n => $"{site.Root}/berita/{n}").Order(StringComparer.Ordinal),
            (await store.RowsAsync(db => db.Articles.Select(a => a.SourceUrl!).ToListAsync(Stop))).Order(StringComparer.Ordinal));
        Assert.Equal(0, await store.RowsAsync(db => db.Articles.CountAsync(a => a.Revision != 1 || a.Body == "" || !db.ArticleTags.Any(t => t.ArticleId == a.Id), Stop)));
        Assert.Equal(0, await store.RowsAsync(db => db.SourceItems.CountAsync(i => i.Outcome != ItemOutcome.Stored || i.ArticleId == null || i.DueAt != null, Stop)));
        Assert.Equal(articles * 2, await store.RowsAsync(db => db.ArticleUrls.CountAsync(Stop)));
    }

    private static async Task<string> StampsAsync(TestStore store) =>
        string.Join('|', await store.RowsAsync(db => db.Articles.OrderBy(a => a.Key).Select(a => a.Key + a.Version + a.Revision).ToListAsync(Stop)))
        + string.Join('|', await store.RowsAsync(db => db.SourceItems.OrderBy(i => i.Key).Select(i => i.Key + i.SeenAt + i.Outcome).ToListAsync(Stop)));

    private static int Setting(string name, int standard) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : standard;

    private string Sub(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
}
