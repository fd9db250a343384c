using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Storage;

public sealed class ReviewDeskTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageProvider.Sqlite, ReviewDecision.Publish, ReviewState.Published, "article.publish")]
    [InlineData(StorageProvider.Sqlite, ReviewDecision.Reject, ReviewState.Rejected, "article.reject")]
    [InlineData(StorageProvider.Postgres, ReviewDecision.Publish, ReviewState.Published, "article.publish")]
    [InlineData(StorageProvider.Postgres, ReviewDecision.Reject, ReviewState.Rejected, "article.reject")]
    public async Task A_decision_is_stored_with_its_audit_entry(StorageProvider provider, ReviewDecision decision, ReviewState state, string act)
    {
        await using var store = await stores.CreateAsync(provider);
        var (id, version) = await WaitingAsync(store);
        store.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(ReviewAnswer.Done, await DecideAsync(store, id, version, decision));

        var (now, newVersion) = await StateAsync(store);
        Assert.Equal(state, now);
        Assert.NotEqual(version, newVersion);
        var entry = await store.RowsAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(Stop));
        Assert.Equal(("redaktur@contoh.id", act, id.ToString(), TestStore.Start.UtcDateTime.AddMinutes(5)), (entry.Editor, entry.Act, entry.Subject, entry.At));
        Assert.Equal(("Pending", state.ToString()), (entry.Before, entry.After));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_decision_on_a_version_that_has_changed_since_is_refused_without_a_trace(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var (id, version) = await WaitingAsync(store);
        var source = await store.RowsAsync(db => db.Sources.AsNoTracking().SingleAsync(Stop));
        await store.SaveAsync(source, "a.txt", Written.Article("Judul baru"));

        Assert.Equal(ReviewAnswer.AlreadyDecided, await DecideAsync(store, id, version, ReviewDecision.Publish));
        Assert.Equal(ReviewAnswer.AlreadyDecided, await DecideAsync(store, id, version, ReviewDecision.Reject));

        Assert.Equal(ReviewState.Pending, (await StateAsync(store)).State);
        Assert.Equal(0, await store.RowsAsync(db => db.AuditEntries.CountAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nobody_decides_twice_or_about_nothing(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var (id, version) = await WaitingAsync(store);
        await DecideAsync(store, id, version, ReviewDecision.Publish);
        var (_, decided) = await StateAsync(store);

        Assert.Equal(ReviewAnswer.AlreadyDecided, await DecideAsync(store, id, decided, ReviewDecision.Reject));
        Assert.Equal(ReviewAnswer.NotFound, await DecideAsync(store, Guid.Empty, decided, ReviewDecision.Publish));

        Assert.Equal((ReviewState.Published, decided), await StateAsync(store));
        Assert.Equal(1, await store.RowsAsync(db => db.AuditEntries.CountAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Of_two_editors_at_the_same_moment_one_decides(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        for (var round = 1; round <= 10; round++)
        {
            var (id, version) = await WaitingAsync(store, round);

            var answers = await Together.RunAsync(2, i => DecideAsync(store, id, version, i == 0 ? ReviewDecision.Publish : ReviewDecision.Reject));

            Assert.Equal([ReviewAnswer.Done, ReviewAnswer.AlreadyDecided], answers.Order());
            var act = Assert.Single(await store.RowsAsync(db => db.AuditEntries.Where(e => e.Subject == id.ToString()).Select(e => e.Act).ToListAsync(Stop)));
            Assert.Equal(answers[0] is ReviewAnswer.Done ? "article.publish" : "article.reject", act);
        }
    }

    /// <summary>When the entry can't be written, the decision is not stored either.</summary>
    [Theory, ClassData(typeof(BothStores))]
    public async Task There_is_no_decision_without_its_audit_entry(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var (id, version) = await WaitingAsync(store);
        await store.RowsAsync(db => db.Database.ExecuteSqlAsync($"""ALTER TABLE "AuditEntries" RENAME TO "Elsewhere" """, Stop));

        await Assert.ThrowsAsync<DbUpdateException>(() => DecideAsync(store, id, version, ReviewDecision.Publish));

        Assert.Equal((ReviewState.Pending, version), await StateAsync(store));
    }

    private static async Task<(Guid Id, Guid Version)> WaitingAsync(TestStore store, int round = 0)
    {
        var source = await store.AddSourceAsync($"Humas {round}", "Humas Polres", Trust.Review);
        var id = (await store.SaveAsync(source, "a.txt", Written.Article($"Judul {round}"))).ArticleId!.Value;
        return (id, await store.RowsAsync(db => db.Articles.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Stop)));
    }

    private static Task<ReviewAnswer> DecideAsync(TestStore store, Guid id, Guid seen, ReviewDecision decision) => store.UseAsync<DeskStore, ReviewAnswer>(articles =>
        new ReviewDesk(articles, new AuditTrail(store.Clock)).DecideAsync(id, seen, decision, "redaktur@contoh.id", Stop));

    private static Task<(ReviewState State, Guid Version)> StateAsync(TestStore store) => store.RowsAsync(async db =>
    {
        var article = await db.Articles.AsNoTracking().SingleAsync(Stop);
        return (article.State, article.Version);
    });
}
