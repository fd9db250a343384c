using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Extraction;
using KamtibmasPortal.Tests.Fetching;
using KamtibmasPortal.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Ingestion;

/// <summary>A site on the web polled for real: nothing is lost, nothing comes twice, and the site is treated as a guest treats a house.</summary>
public sealed class WebIngestionTests(Stores stores, Tagger tagger) : IClassFixture<Tagger>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_feed_becomes_articles_once_with_their_addresses_and_dates(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var site = await NewsSite.StartAsync(articles: 5);
        var source = await AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        var first = await worker.RunAsync(source);
        var second = await worker.RunAsync(source);

        Assert.Equal((5, 5), (first.Stored, first.Total));
        Assert.True(second.NotModified);
        Assert.Equal(0, second.Total);
        var articles = await store.RowsAsync(db => db.Articles.AsNoTracking().OrderBy(a => a.PublishedAt).ToListAsync(Stop));
        Assert.Equal(Enumerable.Range(1, 5).Select(n => $"{site.Root}/berita/{n}"), articles.Select(a => a.SourceUrl));
        Assert.Equal(new DateTime(2024, 1, 2, 1, 1, 0, DateTimeKind.Utc), articles[0].PublishedAt);
        Assert.Equal("\"1-5\"", site.To("/feed").Last().IfNoneMatch);
        Assert.Equal([304], site.To("/feed").Skip(1).Select(v => v.Status));
        Assert.All(site.Log, v => Assert.Contains("redaksi@portal.test", v.UserAgent, StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_is_new_is_read_and_nothing_else(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var site = await NewsSite.StartAsync(articles: 3);
        var source = await AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        await worker.RunAsync(source);
        site.Articles = 5;

        var run = await worker.RunAsync(source);

        Assert.Equal((2, 3, 5), (run.Stored, run.Unchanged, run.Total));
        Assert.Equal(5, site.To("/berita/").Count());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Two_sources_of_one_publisher_give_one_article_and_two_publishers_two(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var site = await NewsSite.StartAsync(articles: 3);
        var (first, second, other) = (await AddAsync(store, site), await AddAsync(store, site, name: "Kedua"), await AddAsync(store, site, name: "Lain", publisher: "Harian Lain"));
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        await worker.RunAsync(first);

        var twin = await worker.RunAsync(second);
        var copy = await worker.RunAsync(other);

        Assert.Equal((3, 3), (twin.Duplicate, twin.Total));
        Assert.Equal((3, 3), (copy.Stored, copy.Total));
        Assert.Equal(6, await store.RowsAsync(db => db.Articles.CountAsync(Stop)));
    }

    [Fact]
    public async Task An_article_under_a_second_address_is_a_duplicate()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync();
        site.Special = context => FeedOfAsync(context, $"{site.Root}/berita/7", $"{site.Root}/berita/7/amp", $"{site.Root}/?p=7&utm_medium=rss", $"{site.Root}/berita/7#komentar");
        var source = await AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        var run = await worker.RunAsync(source);

        // Address, AMP twin and fragment are one spelling; the short link leads there by a redirect.
        Assert.Equal((1, 1, 2), (run.Stored, run.Duplicate, run.Unchanged));
        Assert.Equal(1, await store.RowsAsync(db => db.Articles.CountAsync(Stop)));

        async Task<bool> FeedOfAsync(HttpContext context, params string[] links)
        {
            if (context.Request.Path == "/feed")
            {
                await context.Response.WriteAsync("<rss><channel>" + string.Concat(links.Select((l, i) => $"<item><title>Judul {i}</title><link>{l.Replace("&", "&amp;", StringComparison.Ordinal)}</link><guid>satu</guid></item>")) + "</channel></rss>", Stop);
                return true;
            }

            if (context.Request.Query.ContainsKey("p"))
            {
                context.Response.Redirect("/berita/7");
                return true;
            }

            return false;
        }
    }

    [Fact]
    public async Task One_guid_for_all_items_loses_none()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync();
        site.Special = async context =>
        {
            if (context.Request.Path != "/feed")
            {
                return false;
            }

            await context.Response.WriteAsync("<rss><channel>" + string.Concat(Enumerable.Range(1, 4).Select(n => $"<item><title>{NewsSite.Title(n)}</title><link>{site.Root}/berita/{n}</link><guid>selalu-sama</guid></item>")) + "</channel></rss>", Stop);
            return true;
        };
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        var run = await worker.RunAsync(await AddAsync(store, site));

        Assert.Equal(4, run.Stored);
    }

    [Fact]
    public async Task An_article_that_moved_to_a_new_address_is_known_by_its_guid()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync();
        var link = "/berita/7";
        site.Special = async context =>
        {
            switch (context.Request.Path.Value)
            {
                case "/feed":
                    await context.Response.WriteAsync($"<rss><channel><item><title>{link}</title><link>{site.Root}{link}</link><guid>tetap-7</guid></item></channel></rss>", Stop);
                    return true;
                case "/pindah":
                    await context.Response.WriteAsync(NewsSite.Page(7), Stop);
                    return true;
                default:
                    return false;
            }
        };
        var source = await AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        await worker.RunAsync(source);
        link = "/pindah";

        var run = await worker.RunAsync(source);

        Assert.Equal((1, 1), (run.Duplicate, run.Total));
        Assert.Equal(1, await store.RowsAsync(db => db.Articles.CountAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_temporary_failure_is_tried_again_later_and_nothing_is_lost(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var site = await NewsSite.StartAsync(articles: 3);
        var broken = true;
        site.Special = context => Task.FromResult(broken && context.Request.Path == "/berita/2" && (context.Response.StatusCode = 504) > 0);
        var source = await AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        var first = await worker.RunAsync(source);
        broken = false;
        var tooEarly = await worker.RunAsync(source);
        store.Clock.Advance(TimeSpan.FromMinutes(6));

        var later = await worker.RunAsync(source);

        Assert.Equal((2, 1), (first.Stored, first.Failed));
        Assert.Equal(0, tooEarly.Total);
        Assert.Equal((1, 1), (later.Stored, later.Total));
        Assert.True(later.NotModified);
    }

    [Fact]
    public async Task A_page_that_asks_for_it_is_not_taken_up_or_only_in_excerpt()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 4);
        site.Special = async context =>
        {
            switch (context.Request.Path.Value)
            {
                case "/berita/1":
                    context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
                    return false;
                case "/berita/2":
                    await context.Response.WriteAsync(NewsSite.Page(2).Replace("<head>", "<head><meta name=\"robots\" content=\"max-image-preview:large, noarchive\">", StringComparison.Ordinal), Stop);
                    return true;
                case "/berita/3":
                    context.Response.Headers["tdm-reservation"] = "1";
                    return false;
                default:
                    return false;
            }
        };
        var source = await AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        var run = await worker.RunAsync(source);

        Assert.Equal((3, 1), (run.Stored, run.Rejected));
        var shown = await store.RowsAsync(db => db.Articles.OrderBy(a => a.Key).Select(a => a.Display).ToListAsync(Stop));
        Assert.Equal([Display.Excerpt, Display.Excerpt, Display.FullText], shown);
        Assert.Equal(RejectionReason.OptedOut, await store.RowsAsync(db => db.SourceItems.Where(i => i.Rejection != null).Select(i => i.Rejection).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Robots_are_obeyed_for_each_page_and_the_rule_is_kept()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 12);
        site.Robots = "User-agent: *\nDisallow: /berita/1\nAllow: /berita/12$\n";
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        var run = await worker.RunAsync(await AddAsync(store, site));

        Assert.Equal((9, 3), (run.Stored, run.Rejected));
        Assert.Equal(["/berita/12"], site.To("/berita/1").Select(v => v.Path.Split('?')[0]));
        var rules = await store.RowsAsync(db => db.SourceItems.OrderBy(i => i.Key).Select(i => i.RobotsRule).Distinct().ToListAsync(Stop));
        Assert.Equal(new[] { null, "Allow: /berita/12$", "Disallow: /berita/1" }.Order(), rules.Order());
        Assert.Single(site.To("/robots.txt"));
    }

    [Fact]
    public async Task A_text_that_came_with_the_feed_stands_in_for_a_page_that_may_not_be_read()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync();
        site.Robots = "User-agent: *\nDisallow: /berita/\n";
        var text = string.Concat(Enumerable.Range(1, 8).Select(i => $"<p>Kapolsek Pasar Rebo menyampaikan hasil pemeriksaan lapangan nomor {i} kepada warga di balai pertemuan dan menjawab pertanyaan mereka satu per satu.</p>"));
        site.Special = async context =>
        {
            if (context.Request.Path != "/feed")
            {
                return false;
            }

            await context.Response.WriteAsync($"<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><item><title>Kapolsek Jawab Pertanyaan Warga di Balai</title><link>{site.Root}/berita/1</link><pubDate>Mon, 08 Jan 2024 10:30:00 +0700</pubDate><content:encoded><![CDATA[{text}]]></content:encoded></item></channel></rss>", Stop);
            return true;
        };
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        var run = await worker.RunAsync(await AddAsync(store, site));

        Assert.Equal(1, run.Stored);
        var article = await store.RowsAsync(db => db.Articles.AsNoTracking().SingleAsync(Stop));
        Assert.Equal(("Kapolsek Jawab Pertanyaan Warga di Balai", new DateTime(2024, 1, 8, 3, 30, 0, DateTimeKind.Utc), $"{site.Root}/berita/1"), (article.Title, article.PublishedAt, article.SourceUrl));
        Assert.Empty(site.To("/berita/"));
    }

    [Fact]
    public async Task An_erased_article_does_not_return()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 1);
        var source = await AddAsync(store, site);
        await store.RowsAsync(async db =>
        {
            db.ArticleUrls.Add(new ArticleUrl { Publisher = source.Publisher, SourceId = source.Id, Key = $"https://{site.Host}/berita/1" });
            await db.SaveChangesAsync(Stop);
        });
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        var run = await worker.RunAsync(source);

        Assert.Equal((1, 1), (run.Rejected, run.Total));
        Assert.Empty(site.To("/berita/"));
    }

    internal static async Task<Source> AddAsync(TestStore store, NewsSite site, string name = "Harian Uji", string publisher = "Harian Uji", string path = "/feed", SourceKind kind = SourceKind.Feed)
    {
        var source = new Source { Id = Guid.CreateVersion7(store.Clock.GetUtcNow()), Name = name, Kind = kind, Address = site.Root + path, Publisher = publisher, Trust = Trust.Publish, Display = Display.FullText };
        await store.RowsAsync(async db =>
        {
            db.Sources.Add(source);
            await db.SaveChangesAsync(Stop);
        });
        return source;
    }
}
