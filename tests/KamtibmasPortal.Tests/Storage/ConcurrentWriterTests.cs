using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>Two writers at the same moment, really in parallel, many times over.</summary>
public sealed class ConcurrentWriterTests(Stores stores)
{
    private const int Rounds = 12;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task The_same_item_becomes_one_article(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        for (var round = 0; round < Rounds; round++)
        {
            var key = $"{round}.txt";

            var results = await Together.RunAsync(2, _ => store.SaveAsync(source, key, Written.Article($"Patroli {key}", null, Written.Region("31.75", main: true))));

            Assert.Equal([ItemOutcome.Stored, ItemOutcome.Unchanged], results.Select(r => r.Outcome).Order());
            Assert.Equal(results[0].ArticleId, results[1].ArticleId);
        }

        Assert.Equal(Rounds, await store.RowsAsync(db => db.Articles.CountAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Two_versions_of_one_item_become_one_article_with_one_revision(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        for (var round = 0; round < Rounds; round++)
        {
            var key = $"{round}.txt";

            var results = await Together.RunAsync(2, i => store.SaveAsync(source, key, Written.Article($"Versi {key} {i}", null, Written.Region("31.75", main: true), Written.Topic("nataru"))));

            Assert.Equal([ItemOutcome.Stored, ItemOutcome.Revised], results.Select(r => r.Outcome).Order());
            var article = await store.RowsAsync(db => db.Articles.AsNoTracking().Include(a => a.Tags).Include(a => a.Revisions).SingleAsync(a => a.Key == key, Stop));
            Assert.Equal((2, 1, 3), (article.Revision, article.Revisions.Count, article.Tags.Count));
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Two_changes_of_one_article_both_leave_their_revision(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        for (var round = 0; round < Rounds; round++)
        {
            var key = $"{round}.txt";
            await store.SaveAsync(source, key, Written.Article($"Awal {key}", null, Written.Topic("nataru")));

            var results = await Together.RunAsync(2, i => store.SaveAsync(source, key, Written.Article($"Ubah {key} {i}", null, Written.Topic("bencana"))));

            Assert.Equal([ItemOutcome.Revised, ItemOutcome.Revised], results.Select(r => r.Outcome));
            var article = await store.RowsAsync(db => db.Articles.AsNoTracking().Include(a => a.Revisions).SingleAsync(a => a.Key == key, Stop));
            Assert.Equal((3, "1 2"), (article.Revision, string.Join(' ', article.Revisions.Select(r => r.Number).Order())));
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task The_same_text_under_two_keys_is_kept_once(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        for (var round = 0; round < Rounds; round++)
        {
            var title = $"Patroli {round}";

            var results = await Together.RunAsync(2, i => store.SaveAsync(source, $"{title} {i}.txt", Written.Article(title)));

            Assert.Equal([ItemOutcome.Stored, ItemOutcome.Duplicate], results.Select(r => r.Outcome).Order());
            Assert.Equal(results[0].ArticleId, results[1].ArticleId);
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Two_articles_that_name_the_same_new_agency_are_both_stored(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        for (var round = 0; round < Rounds; round++)
        {
            var slug = $"polsek-{round}";
            var agency = new Agency { Slug = slug, Kind = "polsek", Name = slug, IsAssumed = true };

            var results = await Together.RunAsync(2, i => store.SaveAsync(source, $"{slug} {i}.txt", Written.Article($"{slug} {i}", null, Written.Agency(slug)) with { Agencies = [agency with { }] }));

            Assert.Equal([ItemOutcome.Stored, ItemOutcome.Stored], results.Select(r => r.Outcome));
        }

        Assert.Equal(Rounds, await store.RowsAsync(db => db.Agencies.CountAsync(Stop)));
        Assert.Equal(2 * Rounds, await store.RowsAsync(db => db.ArticleTags.CountAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task An_item_without_an_article_is_recorded_by_whoever_comes_last(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        for (var round = 0; round < Rounds; round++)
        {
            var key = $"{round}.txt";

            await Together.RunAsync(2, _ => store.UseAsync<ArticleStore>(articles =>
                articles.RecordAsync(new SourceItem { SourceId = source.Id, Key = key }, ItemResult.Rejected(RejectionReason.Empty), lease: null, Stop)));
        }

        Assert.Equal(Rounds, await store.RowsAsync(db => db.SourceItems.CountAsync(Stop)));
    }
}
