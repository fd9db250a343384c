using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>A source is measured against its own habit: what is odd is said, what is usual is not.</summary>
public sealed class SourceHealthTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_source_that_could_not_be_read_the_last_time_is_broken_until_it_can(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Harian", "Harian Warga");
        Assert.Empty(await SignsAsync(store, source));

        await RunAsync(store, source, FailureReason.RobotsUnavailable);
        Assert.Equal([SourceSign.Broken], await SignsAsync(store, source));

        store.Clock.Advance(TimeSpan.FromMinutes(10));
        await RunAsync(store, source, reason: null);
        Assert.Empty(await SignsAsync(store, source));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Silence_is_eight_times_the_usual_distance_and_a_month_for_one_that_seldom_publishes(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var (busy, seldom, paused) = (await store.AddSourceAsync("Ramai", "Harian Ramai"), await store.AddSourceAsync("Jarang", "Buletin Jarang"), await store.AddSourceAsync("Jeda", "Harian Jeda"));
        await AddArticlesAsync(store, busy, 30);
        await AddArticlesAsync(store, seldom, 1);
        foreach (var source in new[] { busy, seldom, paused })
        {
            await RunAsync(store, source, reason: null, stored: 1);
        }

        await store.RowsAsync(async db =>
        {
            db.Sources.Single(s => s.Id == paused.Id).IsPaused = true;
            await db.SaveChangesAsync(Stop);
        });
        store.Clock.Advance(TimeSpan.FromDays(7.5));
        Assert.Empty(await SignsAsync(store, busy));

        store.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([SourceSign.Silent], await SignsAsync(store, busy));
        Assert.Empty(await SignsAsync(store, seldom));

        store.Clock.Advance(TimeSpan.FromDays(22));
        Assert.Equal([SourceSign.Silent], await SignsAsync(store, seldom));
        Assert.Empty(await SignsAsync(store, paused));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_flood_is_much_against_what_was_before_and_neither_a_beginning_nor_old_stock(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var (flooding, archive) = (await store.AddSourceAsync("Banjir", "Harian Banjir"), await store.AddSourceAsync("Arsip", "Harian Arsip"));
        await AddArticlesAsync(store, flooding, 1);
        await AddArticlesAsync(store, archive, 1);
        store.Clock.Advance(TimeSpan.FromDays(10));
        var beginning = await store.AddSourceAsync("Baru", "Harian Baru");
        await AddArticlesAsync(store, beginning, 55);
        await AddArticlesAsync(store, archive, 55, isBackfill: true);
        await AddArticlesAsync(store, flooding, 49);
        Assert.Empty(await SignsAsync(store, flooding));

        await AddArticlesAsync(store, flooding, 1);

        Assert.Equal([SourceSign.Flooding], await SignsAsync(store, flooding));
        Assert.Empty(await SignsAsync(store, beginning));
        Assert.Empty(await SignsAsync(store, archive));
        var health = await store.UseAsync<SourceHealthQueries, SourceHealth?>(q => q.FindAsync(flooding.Id, Stop));
        Assert.Equal((50, 51), (health!.Day, health.Month));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Articles_without_dates_are_odd_when_hardly_any_has_one(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var (dateless, few, mixed) = (await store.AddSourceAsync("Tanpa", "Harian Tanpa"), await store.AddSourceAsync("Sedikit", "Harian Sedikit"), await store.AddSourceAsync("Campur", "Harian Campur"));
        await AddArticlesAsync(store, dateless, 10, dated: false);
        await AddArticlesAsync(store, few, 9, dated: false);
        await AddArticlesAsync(store, mixed, 9, dated: false);
        await AddArticlesAsync(store, mixed, 3);

        Assert.Equal([SourceSign.Dateless], await SignsAsync(store, dateless));
        Assert.Empty(await SignsAsync(store, few));
        Assert.Empty(await SignsAsync(store, mixed));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_source_that_only_repeats_what_is_known_is_told_from_one_that_sometimes_does(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var (twin, young, mixed) = (await store.AddSourceAsync("Kembar", "Harian Kembar"), await store.AddSourceAsync("Muda", "Harian Muda"), await store.AddSourceAsync("Campur", "Harian Campur"));
        await RecordAsync(store, twin, 10, ItemOutcome.Duplicate);
        await RecordAsync(store, young, 9, ItemOutcome.Duplicate);
        await RecordAsync(store, mixed, 15, ItemOutcome.Duplicate);
        await RecordAsync(store, mixed, 1, ItemOutcome.Rejected);

        Assert.Equal([SourceSign.AllDuplicates], await SignsAsync(store, twin));
        Assert.Empty(await SignsAsync(store, young));
        Assert.Empty(await SignsAsync(store, mixed));
        store.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Empty(await SignsAsync(store, twin));
    }

    private static async Task<IReadOnlyList<SourceSign>> SignsAsync(TestStore store, Source source)
    {
        var all = await store.UseAsync<SourceHealthQueries, IReadOnlyList<SourceHealth>>(q => q.AllAsync(Stop));
        var one = await store.UseAsync<SourceHealthQueries, SourceHealth?>(q => q.FindAsync(source.Id, Stop));
        Assert.Equal(all.Single(h => h.Source.Id == source.Id).Signs, one!.Signs);
        return one.Signs;
    }

    private static Task RunAsync(TestStore store, Source source, FailureReason? reason, int stored = 0) => store.RowsAsync(async db =>
    {
        var now = store.Clock.GetUtcNow().UtcDateTime;
        var run = new FetchRun { Id = Guid.CreateVersion7(store.Clock.GetUtcNow()), SourceId = source.Id, StartedAt = now };
        run.Count(ItemOutcome.Stored, stored);
        run.Finish(now, reason);
        var state = db.SourceStates.SingleOrDefault(s => s.SourceId == source.Id) ?? db.SourceStates.Add(new SourceState { SourceId = source.Id }).Entity;
        state.Finish(run, fixedMinutes: null, habit: null, now);
        db.FetchRuns.Add(run);
        await db.SaveChangesAsync(Stop);
    });

    private static async Task AddArticlesAsync(TestStore store, Source source, int count, bool dated = true, bool isBackfill = false)
    {
        for (var i = 0; i < count; i++)
        {
            var title = $"Judul {Guid.NewGuid()}";
            var written = dated ? Written.Article(title).On(2024, 1, 9) : Written.Article(title);
            var result = await store.UseAsync<ArticleStore, ItemResult>(s => s.SaveAsync(
                source, new ArticleOffer(title), written, new SourceItem { SourceId = source.Id, Key = title, SeenAt = store.Clock.GetUtcNow().UtcDateTime, IsBackfill = isBackfill }, lease: null, Stop));
            Assert.Equal(ItemOutcome.Stored, result.Outcome);
        }
    }

    private static async Task RecordAsync(TestStore store, Source source, int count, ItemOutcome outcome)
    {
        for (var i = 0; i < count; i++)
        {
            await store.UseAsync<ArticleStore>(s => s.RecordAsync(new SourceItem { SourceId = source.Id, Key = $"{outcome} {i}" }, new ItemResult(outcome), lease: null, Stop));
        }
    }
}
