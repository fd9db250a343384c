using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Tests.Extraction;
using KamtibmasPortal.Tests.Fetching;
using KamtibmasPortal.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Ingestion;

/// <summary>A trial shows what a poll would read, and leaves no trace.</summary>
public sealed class SourceTrialTests(Stores stores, Tagger tagger) : IClassFixture<Tagger>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task It_reads_the_first_pages_and_stores_nothing(News.Storage.StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var site = await NewsSite.StartAsync(articles: 5);
        var source = await WebIngestionTests.AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host], clock: TimeProvider.System);

        var trial = await worker.Get<SourceTrial>().RunAsync(source, 3, Stop);

        Assert.Equal(SourceKind.Feed, trial.Listing.ReadAs);
        Assert.Equal(Enumerable.Range(1, 5).Reverse().Select(NewsSite.Title), trial.Items.Select(i => i.Item.Announced!.Title));
        Assert.Equal([NewsSite.Title(5), NewsSite.Title(4), NewsSite.Title(3), null, null], trial.Items.Select(i => i.Article?.Article.Title));
        Assert.All(trial.Items.Take(3), i => Assert.NotEmpty(i.Article!.Tags.SelectMany(t => t.Evidence)));
        Assert.Equal(3, site.To("/berita/").Count());
        Assert.Equal((0, 0, 0, 0, 0), await store.RowsAsync(async db => (
            await db.Articles.CountAsync(Stop), await db.SourceItems.CountAsync(Stop), await db.FetchRuns.CountAsync(Stop), await db.ArticleUrls.CountAsync(Stop), await db.Agencies.CountAsync(Stop))));
        Assert.True(await store.RowsAsync(db => db.SourceStates.AllAsync(s => s.ETag == null && s.ReadAs == null && s.LastRunAt == null, Stop)));
    }

    [Fact]
    public async Task It_minds_what_a_poll_minds()
    {
        await using var store = await stores.CreateAsync(News.Storage.StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync();
        site.Robots = "User-agent: *\nDisallow: /berita/2\n";
        var text = string.Concat(Enumerable.Range(1, 8).Select(i => $"<p>Kapolsek menerima laporan nomor {i} dari pengurus kampung dan menjelaskan langkah pengamanan lingkungan malam hari.</p>"));
        site.Special = async context =>
        {
            context.Response.Headers["X-Robots-Tag"] = context.Request.Path == "/berita/1" ? "noindex" : "all";
            if (context.Request.Path != "/feed")
            {
                return false;
            }

            await context.Response.WriteAsync($"""
                <rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <item><title>Tidak untuk dimuat</title><link>{site.Root}/berita/1</link></item>
                <item><title>Kapolsek Jelaskan Pengamanan Kampung</title><link>{site.Root}/berita/2</link><content:encoded><![CDATA[{text}]]></content:encoded></item>
                <item><title>Sudah hilang</title><link>{site.Root}/hilang</link></item>
                </channel></rss>
                """, Stop);
            return true;
        };
        await using var worker = new TestWorker(store, tagger, [site.Host], clock: TimeProvider.System);

        var trial = await worker.Get<SourceTrial>().RunAsync(await WebIngestionTests.AddAsync(store, site), 3, Stop);

        Assert.Equal(RejectionReason.OptedOut, trial.Items[0].Refusal!.Rejection);
        Assert.Equal("Kapolsek Jelaskan Pengamanan Kampung", trial.Items[1].Article!.Article.Title);
        Assert.Equal(FailureReason.NotFound, trial.Items[2].Refusal!.Reason);
        Assert.Empty(site.To("/berita/2"));
    }
}
