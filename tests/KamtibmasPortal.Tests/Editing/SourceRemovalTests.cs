using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Extraction;
using KamtibmasPortal.Tests.Fetching;
using KamtibmasPortal.Tests.Ingestion;
using KamtibmasPortal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Editing;

public sealed class SourceRemovalTests(Stores stores, Tagger tagger) : IClassFixture<Tagger>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_removed_source_leaves_nothing_but_its_audit_entry_and_takes_nothing_of_others(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var (gone, sister, other) = (await FilledAsync(store, "Pergi"), await FilledAsync(store, "Saudara"), await FilledAsync(store, "Lain"));
        var article = await store.RowsAsync(db => db.Articles.Where(a => a.SourceId == gone.Id).Select(a => a.Id).FirstAsync(Stop));
        await store.RowsAsync(async db =>
        {
            // A sister source offered the same article under an address of its own.
            db.ArticleUrls.Add(new ArticleUrl { Publisher = gone.Publisher, Key = "https://saudara.test/berita/1", SourceId = sister.Id, ArticleId = article });
            db.ArticleUrls.Add(new ArticleUrl { Publisher = gone.Publisher, Key = "https://saudara.test/terhapus", SourceId = sister.Id, ArticleId = null });
            await db.SaveChangesAsync(Stop);
        });
        var before = await CountsAsync(store, other);

        Assert.True(await RemoveAsync(store, gone));

        Assert.Equal(new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0), await CountsAsync(store, gone));
        Assert.Equal(before, await CountsAsync(store, other));
        Assert.True(before is { Articles: 2, Tags: > 0, Revisions: 1, Items: 2, Urls: 1, Runs: 1, States: 1, Backfills: 1, Sources: 1 });
        Assert.Equal(["https://saudara.test/terhapus"], await store.RowsAsync(db => db.ArticleUrls.Where(u => u.Publisher == gone.Publisher).Select(u => u.Key).ToListAsync(Stop)));
        Assert.Equal(0, await store.RowsAsync(db => db.ArticleTags.CountAsync(t => !db.Articles.Any(a => a.Id == t.ArticleId), Stop)));
        Assert.Equal(0, await store.RowsAsync(db => db.Revisions.CountAsync(r => !db.Articles.Any(a => a.Id == r.ArticleId), Stop)));
        var audit = await store.RowsAsync(db => db.AuditEntries.SingleAsync(Stop));
        Assert.Equal(("source.remove", "Pergi", "kepala@contoh.id", "2 articles"), (audit.Act, audit.Subject, audit.Editor, audit.Detail));
        Assert.False(await RemoveAsync(store, gone));
    }

    /// <summary>When the entry can't be written, everything is still there.</summary>
    [Theory, ClassData(typeof(BothStores))]
    public async Task There_is_no_removal_without_its_audit_entry(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await FilledAsync(store, "Tetap");
        var before = await CountsAsync(store, source);
        await store.RowsAsync(db => db.Database.ExecuteSqlAsync($"""ALTER TABLE "AuditEntries" RENAME TO "Elsewhere" """, Stop));

        await Assert.ThrowsAsync<DbUpdateException>(() => RemoveAsync(store, source));

        Assert.Equal(before, await CountsAsync(store, source));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_worker_that_reads_a_source_while_it_goes_writes_nothing_more(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var site = await NewsSite.StartAsync(articles: 4);
        var source = await WebIngestionTests.AddAsync(store, site);
        site.Special = async context =>
        {
            if (context.Request.Path == "/berita/2")
            {
                Assert.Equal(2, (await CountsAsync(store, source)).Articles);
                Assert.True(await RemoveAsync(store, source));
            }

            return false;
        };
        await using var worker = new TestWorker(store, tagger, [site.Host]);

        await Assert.ThrowsAsync<LeaseLostException>(() => worker.RunAsync(source));

        Assert.Equal(new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0), await CountsAsync(store, source));
    }

    private sealed record Counts(int Sources, int Articles, int Tags, int Revisions, int Items, int Urls, int Runs, int States, int Backfills);

    private static async Task<Source> FilledAsync(TestStore store, string name)
    {
        var source = await store.AddSourceAsync(name, "Harian " + name);
        await store.SaveAsync(source, "a.txt", Written.Article("Mula " + name, null, Written.Region("31.75"), Written.Topic("narkotika", main: true)));
        await store.SaveAsync(source, "a.txt", Written.Article("Ubah " + name, null, Written.Region("31.75")));
        await store.SaveAsync(source, "b.txt", Written.Article("Kedua " + name));
        await store.RowsAsync(async db =>
        {
            var now = store.Clock.GetUtcNow().UtcDateTime;
            var run = new FetchRun { Id = Guid.CreateVersion7(store.Clock.GetUtcNow()), SourceId = source.Id, StartedAt = now };
            run.Finish(now);
            db.FetchRuns.Add(run);
            db.SourceStates.Add(new SourceState { SourceId = source.Id });
            db.Backfills.Add(new Backfill { SourceId = source.Id, StartedAt = now });
            db.ArticleUrls.Add(new ArticleUrl { Publisher = source.Publisher, Key = $"https://{name}.test/a", SourceId = source.Id, ArticleId = db.Articles.First(a => a.SourceId == source.Id).Id });
            await db.SaveChangesAsync(Stop);
        });
        return source;
    }

    private static Task<Counts> CountsAsync(TestStore store, Source source) => store.RowsAsync(async db =>
    {
        var articles = db.Articles.Where(a => a.SourceId == source.Id).Select(a => a.Id);
        return new Counts(
            await db.Sources.CountAsync(s => s.Id == source.Id, Stop), await articles.CountAsync(Stop), await db.ArticleTags.CountAsync(t => articles.Contains(t.ArticleId), Stop),
            await db.Revisions.CountAsync(r => articles.Contains(r.ArticleId), Stop), await db.SourceItems.CountAsync(i => i.SourceId == source.Id, Stop), await db.ArticleUrls.CountAsync(u => u.SourceId == source.Id, Stop),
            await db.FetchRuns.CountAsync(r => r.SourceId == source.Id, Stop), await db.SourceStates.CountAsync(s => s.SourceId == source.Id, Stop), await db.Backfills.CountAsync(b => b.SourceId == source.Id, Stop));
    });

    private static async Task<bool> RemoveAsync(TestStore store, Source source)
    {
        await using var scope = store.Scope();
        return await new SourceDesk(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), scope.ServiceProvider.GetRequiredService<SourceRemoval>(), new AuditTrail(store.Clock), store.Clock).RemoveAsync(source.Id, "kepala@contoh.id", Stop);
    }
}
