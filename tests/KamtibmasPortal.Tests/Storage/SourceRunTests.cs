using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Tests.Storage;

public sealed class SourceRunTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task The_last_finished_run_of_each_source_is_told_with_its_counts(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var humas = await store.AddSourceAsync("Humas", "Humas Polres");
        var daily = await store.AddSourceAsync("Harian", "Harian Warga");
        var quiet = await store.AddSourceAsync("Sepi", "Harian Sepi");
        await AddRunAsync(store, humas, minute: 1, finished: true, ItemOutcome.Stored);
        await AddRunAsync(store, humas, minute: 2, finished: true, ItemOutcome.Stored, ItemOutcome.Stored, ItemOutcome.Failed, ItemOutcome.Revised, ItemOutcome.Unchanged, ItemOutcome.Duplicate, ItemOutcome.Rejected);
        await AddRunAsync(store, humas, minute: 3, finished: false, ItemOutcome.Stored);
        await AddRunAsync(store, daily, minute: 1, finished: true);
        await AddRunAsync(store, quiet, minute: 1, finished: false);

        var last = await store.UseAsync<CatalogQueries, Dictionary<Guid, FetchRun>>(c => c.LastRunsAsync(Stop));

        Assert.Equal(new[] { humas.Id, daily.Id }.Order(), last.Keys.Order());
        var run = last[humas.Id];
        Assert.Equal((2, 1, 1, 1, 1, 1, 7, "broken"), (run.Stored, run.Failed, run.Revised, run.Unchanged, run.Duplicate, run.Rejected, run.Total, run.Fault));
        Assert.Equal(TestStore.Start.UtcDateTime.AddMinutes(2), run.StartedAt);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Editors_are_told_which_items_came_to_nothing_newest_first(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var humas = await store.AddSourceAsync("Humas", "Humas Polres");
        var daily = await store.AddSourceAsync("Harian", "Harian Warga");
        foreach (var (source, key, result) in new[]
        {
            (humas, "stored", new ItemResult(ItemOutcome.Stored)),
            (humas, "empty", ItemResult.Rejected(RejectionReason.Empty)),
            (humas, "locked", ItemResult.Failed(FailureReason.FileUnreadable, "locked")),
            (humas, "copy", new ItemResult(ItemOutcome.Duplicate)),
            (humas, "same", new ItemResult(ItemOutcome.Unchanged)),
            (daily, "elsewhere", ItemResult.Rejected(RejectionReason.Empty)),
        })
        {
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            await store.UseAsync<ArticleStore>(s => s.RecordAsync(new SourceItem { SourceId = source.Id, Key = key }, result, lease: null, Stop));
        }

        var refused = await store.UseAsync<CatalogQueries, IReadOnlyList<SourceItem>>(c => c.RefusedItemsAsync(humas.Id, 10, Stop));
        var two = await store.UseAsync<CatalogQueries, IReadOnlyList<SourceItem>>(c => c.RefusedItemsAsync(humas.Id, 2, Stop));

        Assert.Equal(["copy", "locked", "empty"], refused.Select(i => i.Key));
        Assert.Equal(["copy", "locked"], two.Select(i => i.Key));
    }

    private static Task AddRunAsync(TestStore store, Source source, int minute, bool finished, params ItemOutcome[] outcomes) => store.RowsAsync(async db =>
    {
        var run = new FetchRun { Id = Guid.CreateVersion7(TestStore.Start), SourceId = source.Id, StartedAt = TestStore.Start.UtcDateTime.AddMinutes(minute) };
        foreach (var outcome in outcomes)
        {
            run.Count(outcome);
        }

        if (finished)
        {
            run.Finish(run.StartedAt.AddSeconds(30), FailureReason.Unreachable, "broken");
        }

        db.FetchRuns.Add(run);
        await db.SaveChangesAsync(Stop);
    });
}
