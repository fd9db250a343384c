using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Extraction;
using KamtibmasPortal.Tests.Fetching;
using KamtibmasPortal.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Ingestion;

/// <summary>Articles asked for again: changes are kept, noise is not, and what a publisher takes away is told and not deleted.</summary>
public sealed class RefetchTests(Stores stores, Tagger tagger) : IClassFixture<Tagger>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_change_is_found_at_growing_distances_and_the_old_text_and_page_are_kept(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var site = await NewsSite.StartAsync(articles: 1);
        var text = NewsSite.Page(1);
        site.Special = context => PageAsync(context, text);
        var source = await WebIngestionTests.AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        await worker.RunAsync(source);
        store.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(0, (await worker.RunAsync(source)).Total);
        store.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal((1, 1), Counts(await worker.RunAsync(source)));
        text = text.Replace("memeriksa 4 kendaraan", "memeriksa 40 kendaraan", StringComparison.Ordinal);
        store.Clock.Advance(TimeSpan.FromHours(2.1));

        var run = await worker.RunAsync(source);

        Assert.Equal((1, 1), (run.Revised, run.Total));
        var article = await store.RowsAsync(db => db.Articles.AsNoTracking().Include(a => a.Revisions).SingleAsync(Stop));
        Assert.Contains("memeriksa 40 kendaraan", article.Body, StringComparison.Ordinal);
        Assert.Contains("memeriksa 4 kendaraan", Assert.Single(article.Revisions).Body, StringComparison.Ordinal);
        var snapshots = await store.RowsAsync(db => db.Snapshots.AsNoTracking().OrderBy(s => s.Revision).ToListAsync(Stop));
        Assert.Equal([1, 2], snapshots.Select(s => s.Revision));
        Assert.All(snapshots, s => Assert.Contains("Date:", s.Headers, StringComparison.Ordinal));
        Assert.Equal(3, site.To("/berita/1").Count());
        Assert.True((await worker.UseAsync<ArchiveVerification, ArchiveReport>(v => v.RunAsync(() => { }, Stop))).IsWhole);

        static (int, int) Counts(FetchRun run) => (run.Unchanged, run.Total);
    }

    [Fact]
    public async Task A_page_is_asked_for_seven_times_in_a_month_and_then_left_alone()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 1);
        var source = await WebIngestionTests.AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        for (var hours = 0; hours < 60 * 24; hours++)
        {
            if (await store.RowsAsync(db => db.SourceItems.AnyAsync(i => i.RefetchAt != null && i.RefetchAt <= store.Clock.GetUtcNow().UtcDateTime, Stop)) || hours == 0)
            {
                await worker.RunAsync(source);
            }

            store.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(8, site.To("/berita/1").Count());
        Assert.Equal(0, await store.RowsAsync(db => db.Revisions.CountAsync(Stop)));
        Assert.Equal(1, await store.RowsAsync(db => db.Snapshots.CountAsync(Stop)));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task What_its_publisher_takes_away_is_marked_and_stays(int status)
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 1);
        var gone = false;
        site.Special = context => Task.FromResult(gone && context.Request.Path == "/berita/1" && (context.Response.StatusCode = status) > 0);
        var source = await WebIngestionTests.AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        await worker.RunAsync(source);
        gone = true;
        store.Clock.Advance(TimeSpan.FromHours(1.1));
        await worker.RunAsync(source);

        var taken = await store.RowsAsync(db => db.Articles.AsNoTracking().SingleAsync(Stop));
        Assert.Equal((true, ReviewState.Published, 1), (taken.GoneAt is not null, taken.State, taken.Revision));
        gone = false;
        store.Clock.Advance(TimeSpan.FromHours(2.1));
        await worker.RunAsync(source);
        Assert.Null((await store.RowsAsync(db => db.Articles.AsNoTracking().SingleAsync(Stop))).GoneAt);
    }

    [Fact]
    public async Task The_same_bytes_are_not_read_a_second_time()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 1);
        var page = NewsSite.Page(1);
        site.Special = context => PageAsync(context, page);
        var source = await WebIngestionTests.AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        await worker.RunAsync(source);
        // Whoever reads the page again finds that its text is not the one of this hash.
        await store.RowsAsync(db => db.Articles.ExecuteUpdateAsync(u => u.SetProperty(a => a.ContentSha256, new string('0', 64)), Stop));
        store.Clock.Advance(TimeSpan.FromHours(1.1));

        var same = await worker.RunAsync(source);
        page += "<!-- lain -->";
        store.Clock.Advance(TimeSpan.FromHours(2.1));
        var other = await worker.RunAsync(source);

        Assert.Equal((1, 0), (same.Unchanged, same.Revised));
        Assert.Equal((0, 1), (other.Unchanged, other.Revised));
    }

    [Fact]
    public async Task An_unchanged_page_costs_a_question_and_no_body()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 1);
        site.Special = context =>
        {
            if (context.Request.Path != "/berita/1")
            {
                return Task.FromResult(false);
            }

            context.Response.Headers.ETag = "\"satu\"";
            return Task.FromResult(context.Request.Headers.IfNoneMatch == "\"satu\"" && (context.Response.StatusCode = 304) > 0);
        };
        var source = await WebIngestionTests.AddAsync(store, site);
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        await worker.RunAsync(source);
        store.Clock.Advance(TimeSpan.FromHours(1.1));

        var run = await worker.RunAsync(source);

        Assert.Equal((1, 1), (run.Unchanged, run.Total));
        Assert.Equal([200, 304], site.To("/berita/1").Select(v => v.Status));
    }

    [Fact]
    public async Task An_article_over_several_pages_is_read_whole_and_all_its_pages_are_kept()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 1);
        site.Special = async context =>
        {
            if (context.Request.Path != "/berita/1")
            {
                return false;
            }

            var page = context.Request.Query["page"].ToString() is { Length: > 0 } asked ? asked : "1";
            var html = page == "1" ? NewsSite.Page(1) : $"""
                <!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{NewsSite.Title(1)} - Halaman {page}</title></head><body><article><h1>{NewsSite.Title(1)}</h1><div class="entry-content">
                <p>Bagian {page} memuat keterangan lanjutan dari para saksi yang hadir pada malam itu dan menyebut urutan kejadian sejak pukul sembilan malam.</p>
                <p>Petugas bagian {page} mencatat nama jalan yang ditutup serta waktu pembukaannya kembali untuk umum pada pagi harinya.</p></div></article></body></html>
                """;
            var links = string.Concat(Enumerable.Range(1, 3).Select(n => $"<a class=\"page-numbers\" href=\"/berita/1?page={n}\">{n}</a> "));
            var next = page == "3" ? "" : $"<link rel=\"next\" href=\"{site.Root}/berita/1?page={int.Parse(page, System.Globalization.CultureInfo.InvariantCulture) + 1}\">";
            await context.Response.WriteAsync(html.Replace("</head>", next + "</head>", StringComparison.Ordinal).Replace("</div></article>", $"<div class=\"page-links\">Halaman: {links}</div></div></article>", StringComparison.Ordinal), Stop);
            return true;
        };
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        await worker.RunAsync(await WebIngestionTests.AddAsync(store, site));

        var article = await store.RowsAsync(db => db.Articles.AsNoTracking().SingleAsync(Stop));
        Assert.Contains("Bagian 2 memuat", article.Body, StringComparison.Ordinal);
        Assert.Contains("Petugas bagian 3", article.Body, StringComparison.Ordinal);
        Assert.True(article.Body.IndexOf("Bagian 2", StringComparison.Ordinal) < article.Body.IndexOf("Bagian 3", StringComparison.Ordinal));
        Assert.Equal([1, 2, 3], await store.RowsAsync(db => db.Snapshots.OrderBy(s => s.Page).Select(s => s.Page).ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_page_that_forbids_archiving_leaves_no_snapshot()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await using var site = await NewsSite.StartAsync(articles: 1);
        site.Special = context =>
        {
            context.Response.Headers["X-Robots-Tag"] = "noarchive";
            return Task.FromResult(false);
        };
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        var run = await worker.RunAsync(await WebIngestionTests.AddAsync(store, site));

        Assert.Equal(1, run.Stored);
        Assert.Equal(0, await store.RowsAsync(db => db.Snapshots.CountAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_was_erased_leaves_hash_time_and_ground_and_does_not_return(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var site = await NewsSite.StartAsync(articles: 2);
        var source = await WebIngestionTests.AddAsync(store, site);
        var twin = await WebIngestionTests.AddAsync(store, site, "Kedua");
        await using var worker = new TestWorker(store, tagger, [site.Host]);
        await worker.RunAsync(source);
        await worker.RunAsync(twin);
        var id = await store.RowsAsync(db => db.Articles.Where(a => a.SourceUrl!.EndsWith("/1")).Select(a => a.Id).SingleAsync(Stop));
        var audit = new AuditEntry { Id = Guid.CreateVersion7(), At = TestStore.Start.UtcDateTime, Editor = "admin@portal.test", Act = "article.erase", Subject = id.ToString() };

        Assert.True(await worker.UseAsync<ArticleStore, bool>(s => s.EraseAsync(id, "Putusan pengadilan 7/2024", audit, Stop)));

        site.Articles = 3;
        store.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, (await worker.RunAsync(source)).Stored);
        await worker.RunAsync(twin);
        await store.RowsAsync(async db =>
        {
            Assert.Equal(2, await db.Articles.CountAsync(Stop));
            Assert.Equal(0, await db.ArticleTags.CountAsync(t => t.ArticleId == id, Stop));
            Assert.Equal(0, await db.SourceItems.CountAsync(i => i.Location.EndsWith("/1") || i.Announcement != null, Stop));
            var bare = await db.Snapshots.SingleAsync(s => s.ArticleId == id, Stop);
            Assert.Equal((true, "", "", ""), (bare.Packed is null, bare.Headers, bare.AskedAddress, bare.AnsweredAddress));
        });
        var report = await worker.UseAsync<ArchiveVerification, ArchiveReport>(v => v.RunAsync(() => { }, Stop));
        Assert.True(report.IsWhole, string.Join('|', report.Faults));
        Assert.Equal("Putusan pengadilan 7/2024", Assert.Single(report.Erasures).Ground);
    }

    private static async Task<bool> PageAsync(HttpContext context, string text)
    {
        if (context.Request.Path != "/berita/1")
        {
            return false;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(text, Stop);
        return true;
    }
}
