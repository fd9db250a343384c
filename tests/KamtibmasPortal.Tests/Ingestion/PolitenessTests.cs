using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Extraction;
using KamtibmasPortal.Tests.Fetching;
using KamtibmasPortal.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Ingestion;

/// <summary>What a site sees of us in its access log.</summary>
public sealed class PolitenessTests(Stores stores, Tagger tagger) : IClassFixture<Tagger>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_sources_of_one_host_take_turns_with_the_pause_it_asks_for()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 4);
        site.Robots = "User-agent: KamtibmasPortal\nCrawl-delay: 0.2\n";
        site.Delay = TimeSpan.FromMilliseconds(30);
        var sources = new[] { await WebIngestionTests.AddAsync(store, site), await WebIngestionTests.AddAsync(store, site, "Lain", "Harian Lain") };
        await using var worker = new TestWorker(store, tagger, [site.Host], clock: TimeProvider.System);

        var runs = await Task.WhenAll(sources.Select(s => worker.RunAsync(s)));

        Assert.All(runs, r => Assert.Equal(4, r.Stored));
        Assert.True(CrashTests.NeverTwoAtOnce(site));
        // robots.txt itself is asked before its rule is known.
        var visits = site.Log.OrderBy(v => v.Start).Skip(1).ToList();
        Assert.All(visits.Zip(visits.Skip(1)), pair => Assert.True(pair.Second.Start - pair.First.End > TimeSpan.FromMilliseconds(150), "The pause was not kept."));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_site_that_is_busy_for_a_day_is_left_alone_for_a_day_with_all_its_sources(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var site = await NewsSite.StartAsync(articles: 5);
        site.Special = context =>
        {
            if (context.Request.Path == "/berita/3")
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "86400";
                return Task.FromResult(true);
            }

            return Task.FromResult(false);
        };
        var source = await WebIngestionTests.AddAsync(store, site);
        var other = await WebIngestionTests.AddAsync(store, site, "Lain", "Harian Lain");
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        await worker.UseAsync<SourceClaims, int>(c => c.CountDueAsync(Stop));

        var run = await worker.RunAsync(source);
        var asked = site.Log.Count;
        var again = await worker.RunAsync(source);

        // Newest first: 5 and 4 are read, 3 is refused, 2 and 1 are not even asked for.
        Assert.Equal((2, 1), (run.Stored, run.Failed));
        Assert.Empty(site.To("/berita/1").Concat(site.To("/berita/2")));
        Assert.Equal(asked, site.Log.Count);
        Assert.Equal(FailureReason.Throttled, again.Reason);
        var due = await store.RowsAsync(db => db.SourceStates.ToDictionaryAsync(s => s.SourceId, s => s.NextDueAt!.Value, Stop));
        Assert.All(new[] { source, other }, s => Assert.InRange(due[s.Id], TestStore.Start.UtcDateTime.AddHours(23), TestStore.Start.UtcDateTime.AddHours(25)));
        store.Clock.Advance(TimeSpan.FromHours(25));
        site.Special = null;
        await using var later = new TestWorker(store, tagger, [site.Host]);
        Assert.Equal(3, (await later.RunAsync(source)).Stored);
    }

    [Fact]
    public async Task A_site_that_is_busy_for_a_moment_is_waited_for()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 2);
        var refusals = 1;
        site.Special = context =>
        {
            if (context.Request.Path == "/berita/1" && refusals-- > 0)
            {
                context.Response.StatusCode = 503;
                context.Response.Headers.RetryAfter = "2";
                return Task.FromResult(true);
            }

            return Task.FromResult(false);
        };
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        var run = await worker.RunAsync(await WebIngestionTests.AddAsync(store, site));

        Assert.Equal((2, 0), (run.Stored, run.Failed));
        Assert.Equal([503, 200], site.To("/berita/1").Select(v => v.Status));
    }

    [Fact]
    public async Task A_redirect_does_not_lead_past_robots()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 1);
        await using var other = await NewsSite.StartAsync(articles: 1);
        other.Robots = "User-agent: *\nDisallow: /\n";
        site.Special = context =>
        {
            if (context.Request.Path == "/berita/1")
            {
                context.Response.Redirect($"{other.Root}/berita/1");
                return Task.FromResult(true);
            }

            return Task.FromResult(false);
        };
        await using var worker = new TestWorker(store, tagger, [site.Host, other.Host]);

        var run = await worker.RunAsync(await WebIngestionTests.AddAsync(store, site));

        Assert.Equal((0, 1), (run.Stored, run.Rejected));
        Assert.Equal(["/robots.txt"], other.Log.Select(v => v.Path));
    }

    [Fact]
    public async Task A_site_whose_robots_can_not_be_read_is_not_read()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 1);
        site.Special = context => Task.FromResult(context.Request.Path == "/robots.txt" && (context.Response.StatusCode = 500) > 0);
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        var run = await worker.RunAsync(await WebIngestionTests.AddAsync(store, site));

        Assert.Equal((FailureReason.RobotsUnavailable, 0), (run.Reason, run.Total));
        Assert.All(site.Log, v => Assert.Equal("/robots.txt", v.Path));
    }
}
