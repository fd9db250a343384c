using System.Globalization;
using System.Text;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Extraction;
using KamtibmasPortal.Tests.Fetching;
using KamtibmasPortal.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Ingestion;

/// <summary>Sources that mean harm or are out of their minds: each ends in a counted outcome, and the next source has its turn.</summary>
public sealed class HostileSourceTests(Stores stores, Tagger tagger) : IClassFixture<Tagger>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Name, what the feed answers, fault of the source, items that are announced.</summary>
    public static TheoryData<string, string, FailureReason?, int> Feeds => new()
    {
        { "javascript links", Feed("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "berita/1"), null, 4 },
        { "entity bomb", "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>" + Feed("berita/1").Replace("Judul 0", "&d;&d;&d;&d;", StringComparison.Ordinal), null, 1 },
        { "external entity", "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + Feed("berita/1").Replace("Judul 0", "&x;", StringComparison.Ordinal), null, 1 },
        { "zero bytes", Feed("berita/1").Replace("<item>", "\0<item>\0\0", StringComparison.Ordinal), null, 1 },
        { "deep nesting", "<rss><channel>" + string.Concat(Enumerable.Repeat("<a>", 100_000)) + "</channel></rss>", null, 0 },
        { "long title", Feed("berita/1").Replace("Judul 0", new string('x', 1024 * 1024), StringComparison.Ordinal), null, 1 },
        { "year 1", Feed("berita/1").Replace("</link>", "</link><pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate>", StringComparison.Ordinal), null, 1 },
        { "year 9999", Feed("berita/1").Replace("</link>", "</link><pubDate>Fri, 31 Dec 9999 23:59:59 GMT</pubDate>", StringComparison.Ordinal), null, 1 },
        { "a web page", "<!DOCTYPE html><html><body><p>Bukan umpan</p></body></html>", FailureReason.NotASource, 0 },
        { "nothing", "", FailureReason.NotASource, 0 },
        { "an empty feed", "<rss version=\"2.0\"><channel><title>Kosong</title></channel></rss>", null, 0 },
        { "too long", new string(' ', 6 * 1024 * 1024), FailureReason.TooLarge, 0 },
    };

    [Theory, MemberData(nameof(Feeds))]
    public async Task A_feed_of_any_madness_ends_in_a_counted_outcome(string name, string feed, FailureReason? reason, int announced)
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync();
        site.Special = async context =>
        {
            if (context.Request.Path != "/feed")
            {
                return false;
            }

            await context.Response.WriteAsync(feed, Stop);
            return true;
        };
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        var run = await worker.RunAsync(await WebIngestionTests.AddAsync(store, site));

        Assert.True(run.Reason == reason && run.Announced == announced && run.Total == announced, $"{name}: {run.Reason} {run.Fault}, {run.Announced} announced, {run.Total} counted");
        Assert.DoesNotContain("root:", string.Concat(await store.RowsAsync(db => db.Articles.Select(a => a.Title + a.Body).ToListAsync(Stop))), StringComparison.Ordinal);
        Assert.All(await store.RowsAsync(db => db.SourceItems.Select(i => i.Location).ToListAsync(Stop)), l => Assert.True(l.Length == 0 || l.StartsWith("http", StringComparison.Ordinal), l));
        Assert.All(await store.RowsAsync(db => db.Articles.Select(a => a.PublishedDay).ToListAsync(Stop)), d => Assert.InRange(d!.Value.Year, 1990, 2030));
    }

    [Theory]
    [InlineData("deep", RejectionReason.NotAnArticle)]
    [InlineData("binary", RejectionReason.Binary)]
    [InlineData("image", RejectionReason.Binary)]
    [InlineData("empty", RejectionReason.Empty)]
    [InlineData("large", RejectionReason.TooLarge)]
    public async Task A_page_of_any_madness_does_so_too(string page, RejectionReason reason)
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 2);
        site.Special = async context =>
        {
            if (context.Request.Path != "/berita/1")
            {
                return false;
            }

            context.Response.ContentType = page == "image" ? "image/png" : "text/html";
            await context.Response.Body.WriteAsync(page switch
            {
                "deep" => Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000))),
                "binary" or "image" => [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 1, 2, 3, 0, 0],
                "empty" => [],
                _ => new byte[6 * 1024 * 1024],
            }, Stop);
            return true;
        };
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        var run = await worker.RunAsync(await WebIngestionTests.AddAsync(store, site));

        Assert.Equal((1, 1), (run.Stored, run.Rejected));
        var rejection = await store.RowsAsync(db => db.SourceItems.Where(i => i.Rejection != null).Select(i => i.Rejection!.Value).SingleAsync(Stop));
        Assert.True(rejection == reason || (page == "deep" && rejection is RejectionReason.TooShort), $"{rejection}");
    }

    [Fact]
    public async Task Sites_that_never_answer_do_not_keep_the_others_waiting()
    {
        const int Healthy = 24, Tarpits = 40;
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 3);
        var tarpit = new TaskCompletionSource();
        site.Special = async context =>
        {
            if (context.Request.Host.Host.StartsWith("rawa", StringComparison.Ordinal))
            {
                await tarpit.Task.WaitAsync(context.RequestAborted);
            }

            return false;
        };
        var port = new Uri(site.Root).Port;
        foreach (var name in Enumerable.Range(0, Tarpits).Select(i => $"rawa{i}").Concat(Enumerable.Range(0, Healthy).Select(i => $"sehat{i}")))
        {
            await store.RowsAsync(async db =>
            {
                db.Sources.Add(new Source { Id = Guid.CreateVersion7(), Name = name, Kind = SourceKind.Feed, Address = string.Create(CultureInfo.InvariantCulture, $"http://{name}.test:{port}/feed"), Publisher = name, Trust = Trust.Publish });
                await db.SaveChangesAsync(Stop);
            });
        }

        var hosts = Enumerable.Range(0, Tarpits).Select(i => $"rawa{i}.test:{port}").Concat(Enumerable.Range(0, Healthy).Select(i => $"sehat{i}.test:{port}")).ToList();
        // Nobody waits longer than the tarpits' deadline: it is beyond the length of this test.
        await using var worker = new TestWorker(store, tagger, hosts, deadline: TimeSpan.FromMinutes(10), loopbackNames: true);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var done = 0;
        var all = new TaskCompletionSource();
        var refresh = worker.RefreshAsync(run =>
        {
            if (run.Reason is null && Interlocked.Increment(ref done) == Healthy)
            {
                all.TrySetResult();
            }
        }, stop.Token);

        await Task.WhenAny(all.Task, refresh);

        Assert.True(all.Task.IsCompletedSuccessfully, $"Only {done} of {Healthy} healthy sources were read.");
        await stop.CancelAsync();
        tarpit.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => refresh);
        // Stopped in order: nothing is held any longer.
        Assert.Equal(0, await store.RowsAsync(db => db.SourceStates.CountAsync(s => s.LeaseOwner != null, Stop)));
    }

    private static string Feed(params string[] links) =>
        "<rss version=\"2.0\"><channel><title>T</title>" + string.Concat(links.Select((l, i) => $"<item><title>Judul {i}</title><link>{l}</link></item>")) + "</channel></rss>";
}
