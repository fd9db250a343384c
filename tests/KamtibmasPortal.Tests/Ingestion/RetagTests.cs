using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Architecture;
using KamtibmasPortal.Tests.Extraction;
using KamtibmasPortal.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Ingestion;

/// <summary>The archive tagged anew: shown before it is done, done as shown, undone exactly.</summary>
public sealed class RetagTests(Stores stores, Tagger tagger) : IClassFixture<Tagger>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Under_the_same_rules_nothing_changes(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var worker = new TestWorker(store, tagger);
        await ImportAsync(worker);

        var totals = await RetagAsync(worker, dryRun: true);

        Assert.True(totals.Looked > 3);
        Assert.Equal((0, 0, 0, 0), (totals.Changed, totals.TagsAdded, totals.TagsRemoved, totals.Withheld));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_a_dry_run_shows_is_what_is_done_and_can_be_undone_exactly(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var worker = new TestWorker(store, tagger);
        await ImportAsync(worker);
        // As an older version left it: a topic too many, a region too few, another confidence.
        await store.RowsAsync(async db =>
        {
            var articles = await db.Articles.Include(a => a.Tags).OrderBy(a => a.Key).ToListAsync(Stop);
            articles[0].Tags.Add(new ArticleTag { Kind = TagKind.Topic, Key = "unjuk-rasa", Origin = TagOrigin.Rule, Confidence = 0.5 });
            articles[1].Tags.RemoveAll(t => t.Kind is TagKind.Region);
            var first = articles[2].Tags.First(t => !t.IsImplied);
            articles[2].Tags.Remove(first);
            articles[2].Tags.Add(new ArticleTag { Kind = first.Kind, Key = first.Key, IsMain = first.IsMain, Origin = TagOrigin.Rule, Confidence = 0.01 });
            await db.SaveChangesAsync(Stop);
        });
        var before = await TagsAsync(store);

        var shown = await RetagAsync(worker, dryRun: true);
        Assert.Equal(before, await TagsAsync(store));
        var done = await RetagAsync(worker, dryRun: false);
        var after = await TagsAsync(store);
        var again = await RetagAsync(worker, dryRun: true);
        var undone = await worker.Get<RetagJob>().UndoAsync(_ => { }, Stop);

        Assert.Equal(shown, done);
        Assert.Equal(3, done.Changed);
        Assert.True(done.TagsAdded > 0 && done.TagsRemoved == 1);
        Assert.NotEqual(before, after);
        Assert.Equal(0, again.Changed);
        Assert.Equal(3, undone);
        Assert.Equal(before, await TagsAsync(store));
        Assert.Null(await worker.Get<RetagJob>().UndoAsync(_ => { }, Stop));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task An_editors_yes_and_no_are_never_touched(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var worker = new TestWorker(store, tagger);
        await ImportAsync(worker);
        var (id, refused) = await store.RowsAsync(async db =>
        {
            var article = await db.Articles.Include(a => a.Tags).OrderBy(a => a.Key).FirstAsync(Stop);
            var no = article.Tags.First(t => t.Kind is TagKind.Topic);
            article.Tags.Remove(no);
            article.Tags.Add(new ArticleTag { Kind = TagKind.Topic, Key = "unjuk-rasa", IsMain = true, Origin = TagOrigin.Editor, Confidence = 1 });
            db.RefusedTags.Add(new RefusedTag { ArticleId = article.Id, Kind = no.Kind, Key = no.Key, Editor = "rani@portal.test", At = TestStore.Start.UtcDateTime });
            await db.SaveChangesAsync(Stop);
            return (article.Id, no.Key);
        });

        await RetagAsync(worker, dryRun: false);

        var topics = await store.RowsAsync(db => db.ArticleTags.Where(t => t.ArticleId == id && t.Kind == TagKind.Topic).ToListAsync(Stop));
        Assert.DoesNotContain(refused, topics.Select(t => t.Key));
        Assert.Equal(("unjuk-rasa", TagOrigin.Editor), topics.Where(t => t.IsMain).Select(t => (t.Key, t.Origin)).Single());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_pass_that_was_stopped_goes_on_where_it_was(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var worker = new TestWorker(store, tagger);
        await ImportAsync(worker);
        var source = await store.AddSourceAsync("Banyak", "Banyak");
        for (var i = 0; i < 230; i++)
        {
            await store.SaveAsync(source, $"{i}", Written.Article($"Banjir rendam {i} rumah di Kota Pekalongan", $"PEKALONGAN - Banjir merendam {i} rumah warga di Kota Pekalongan. BPBD Kota Pekalongan mengungsikan {i} keluarga."));
        }

        var shown = await RetagAsync(worker, dryRun: true);
        using var stop = new CancellationTokenSource();
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker.Get<RetagJob>().RunAsync(dryRun: false, _ => { }, _ =>
        {
            if (++seen == 150)
            {
                stop.Cancel();
            }
        }, stop.Token));
        Assert.NotEqual(0, (await RetagAsync(worker, dryRun: true)).Changed);

        var done = await RetagAsync(worker, dryRun: false);

        Assert.Equal(shown, done);
        Assert.Equal(0, (await RetagAsync(worker, dryRun: true)).Changed);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_turns_out_to_be_sensitive_goes_back_to_the_editors_and_returns_when_undone(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var worker = new TestWorker(store, tagger);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        var saved = await store.SaveAsync(source, "a", Written.Article("Siswi SMP Jadi Korban Pencabulan Tetangga", Sensitive));
        Assert.Equal(ReviewState.Published, await StateAsync());

        var totals = await RetagAsync(worker, dryRun: false);

        Assert.Equal(1, totals.Withheld);
        Assert.Equal(ReviewState.Pending, await StateAsync());
        Assert.NotEmpty(await store.RowsAsync(db => db.Articles.Select(a => a.SensitiveEvidence).SingleAsync(Stop)));
        await worker.Get<RetagJob>().UndoAsync(_ => { }, Stop);
        Assert.Equal(ReviewState.Published, await StateAsync());

        // An editor who has read it and publishes it is not overruled.
        await RetagAsync(worker, dryRun: false);
        await store.RowsAsync(async db =>
        {
            Assert.True((await db.Articles.SingleAsync(Stop)).TryPublish());
            await db.SaveChangesAsync(Stop);
        });
        Assert.Equal(0, (await RetagAsync(worker, dryRun: false)).Withheld);
        Assert.Equal(ReviewState.Published, await StateAsync());

        Task<ReviewState> StateAsync() => store.RowsAsync(db => db.Articles.Where(a => a.Id == saved.ArticleId).Select(a => a.State).SingleAsync(Stop));
    }

    /// <summary>Fictional, and of a kind that the law protects.</summary>
    internal const string Sensitive =
        "SALATIGA - Polres Salatiga menangkap ER (41) yang diduga mencabuli siswi SMP berusia 13 tahun di rumahnya, Selasa (9/1/2024). Korban didampingi orang tuanya saat melapor ke Unit PPA.\n\nKasat Reskrim mengatakan korban anak di bawah umur itu kini menjalani pemulihan. Tersangka dijerat Undang-Undang Perlindungan Anak.";

    private static async Task ImportAsync(TestWorker worker) =>
        Assert.NotNull(await worker.UseAsync<FolderImport, FetchRun?>(i => i.RunAsync(Path.Combine(Repository.Root, "tests", "Corpus", "twins"), "Kembar", Trust.Publish, Display.FullText, null, Stop)));

    private static Task<RetagTotals> RetagAsync(TestWorker worker, bool dryRun) => worker.Get<RetagJob>().RunAsync(dryRun, _ => { }, _ => { }, Stop);

    private static async Task<string> TagsAsync(TestStore store) => await store.RowsAsync(async db =>
        string.Join('\n', (await db.ArticleTags.AsNoTracking().ToListAsync(Stop)).OrderBy(t => t.ArticleId).ThenBy(t => t.Kind).ThenBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => $"{t.ArticleId} {t.Kind} {t.Key} {t.IsMain} {t.IsImplied} {t.Origin} {t.Confidence} {string.Join('|', t.Evidence)}"))
        + string.Join('\n', await db.Articles.OrderBy(a => a.Id).Select(a => $"{a.Id} {a.State} {a.IsSensitive}").ToListAsync(Stop)));
}
