using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Extraction;
using KamtibmasPortal.Tests.Fetching;
using KamtibmasPortal.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Ingestion;

/// <summary>The archive of a site is read page after page beside the daily work, can be stopped and resumed, and ends.</summary>
public sealed class BackfillTests(Stores stores, Tagger tagger) : IClassFixture<Tagger>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Ten articles, three a page: pages 2, 3 and 4 are the archive, and there is no page 5.</summary>
    [Theory, ClassData(typeof(BothStores))]
    public async Task Stopped_and_resumed_it_goes_on_at_the_same_page_and_loses_nothing(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var site = await NewsSite.StartAsync(articles: 10);
        site.PageSize = 3;
        var source = await WebIngestionTests.AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        await PollAsync(store, worker, source);
        Assert.Empty(Pages(site));

        await ActAsync(store, source, SourceAct.StartBackfill);
        await PollAsync(store, worker, source);
        await ActAsync(store, source, SourceAct.StopBackfill);
        await PollAsync(store, worker, source);
        await PollAsync(store, worker, source);
        var stopped = await BackfillAsync(store);
        Assert.Equal((BackfillState.Stopped, 1, 3), (stopped.State, stopped.PagesRead, stopped.Found));
        Assert.EndsWith("paged=3", stopped.NextPage, StringComparison.Ordinal);
        Assert.Equal(["2"], Pages(site));

        await ActAsync(store, source, SourceAct.StartBackfill);
        for (var i = 0; i < 6; i++)
        {
            await PollAsync(store, worker, source);
        }

        var done = await BackfillAsync(store);
        Assert.Equal((BackfillState.Done, 3, 7), (done.State, done.PagesRead, done.Found));
        Assert.Equal(["2", "3", "4", "5"], Pages(site));
        Assert.Equal(10, await store.RowsAsync(db => db.Articles.CountAsync(Stop)));
        Assert.Equal(10, site.To("/berita/").Select(v => v.Path).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(10, site.To("/berita/").Count());
        Assert.Equal(["source.StartBackfill", "source.StopBackfill", "source.StartBackfill"], await store.RowsAsync(db => db.AuditEntries.OrderBy(a => a.At).Select(a => a.Act).ToListAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_site_that_answers_every_page_alike_is_not_read_for_ever(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var site = await NewsSite.StartAsync(articles: 10);
        site.PageSize = 3;
        var asked = new List<string>();
        site.Special = context =>
        {
            asked.Add(context.Request.QueryString.Value ?? "");
            context.Request.QueryString = QueryString.Empty;
            return Task.FromResult(false);
        };
        var source = await WebIngestionTests.AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        await PollAsync(store, worker, source);
        await ActAsync(store, source, SourceAct.StartBackfill);

        for (var i = 0; i < 6; i++)
        {
            await PollAsync(store, worker, source);
        }

        var backfill = await BackfillAsync(store);
        Assert.Equal((BackfillState.Done, 1, 0), (backfill.State, backfill.PagesRead, backfill.Found));
        Assert.Equal(["?paged=2", "?paged=3"], asked.Where(q => q.Contains("paged", StringComparison.Ordinal)));
        Assert.Equal(3, await store.RowsAsync(db => db.Articles.CountAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_page_that_can_not_be_read_now_is_asked_again_later(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var site = await NewsSite.StartAsync(articles: 5);
        site.PageSize = 3;
        var broken = true;
        site.Special = context => Task.FromResult(broken && context.Request.Query.ContainsKey("paged") && (context.Response.StatusCode = 504) > 0);
        var source = await WebIngestionTests.AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        await PollAsync(store, worker, source);
        await ActAsync(store, source, SourceAct.StartBackfill);
        await PollAsync(store, worker, source);
        var delayed = await BackfillAsync(store);
        var requests = site.To("/feed?paged").Count();
        Assert.Equal((BackfillState.Running, 0), (delayed.State, delayed.PagesRead));

        await PollAsync(store, worker, source);
        Assert.Equal(requests, site.To("/feed?paged").Count());

        broken = false;
        store.Clock.Advance(TimeSpan.FromMinutes(16));
        await PollAsync(store, worker, source);
        await PollAsync(store, worker, source);

        Assert.Equal(5, await store.RowsAsync(db => db.Articles.CountAsync(Stop)));
    }

    private static async Task PollAsync(TestStore store, TestWorker worker, Source source)
    {
        await worker.RunAsync(source);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static async Task ActAsync(TestStore store, Source source, SourceAct act)
    {
        await using var scope = store.Scope();
        var desk = new SourceDesk(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), scope.ServiceProvider.GetRequiredService<SourceRemoval>(), new AuditTrail(store.Clock), store.Clock);
        Assert.True(await desk.DoAsync(source.Id, act, "redaktur@contoh.id", Stop));
    }

    private static Task<Backfill> BackfillAsync(TestStore store) => store.RowsAsync(db => db.Backfills.AsNoTracking().SingleAsync(Stop));

    private static IEnumerable<string> Pages(NewsSite site) => site.To("/feed?paged=").Select(v => v.Path.Split('=')[^1]);
}
