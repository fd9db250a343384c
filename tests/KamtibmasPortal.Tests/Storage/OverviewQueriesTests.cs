using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Editing;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>The overview's figures beside those counted by hand.</summary>
public sealed class OverviewQueriesTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nothing_is_nought(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);

        var waiting = await store.UseAsync<OverviewQueries, WaitingNow>(o => o.WaitingAsync(Stop));
        Assert.Equal((0, null), (waiting.All, waiting.Oldest));
        Assert.All(waiting.Reasons, r => Assert.Equal((0, null), (r.Count, r.Oldest)));
        Assert.Equal(6, waiting.Reasons.Count);
        var days = await DaysAsync(store);
        Assert.Equal((30, new DateOnly(2023, 12, 12), new DateOnly(2024, 1, 10)), (days.Count, days[0].Day, days[^1].Day));
        Assert.All(days, d => Assert.Equal((0, 0, 0), (d.Arrived, d.Published, d.Withdrawn)));
        Assert.Empty(await store.UseAsync<OverviewQueries, IReadOnlyList<CorrectedTag>>(o => o.CorrectedAsync(10, Stop)));
        Assert.Empty(await store.UseAsync<OverviewQueries, IReadOnlyList<PollCount>>(o => o.PollsAsync(TimeSpan.FromDays(7), Stop)));
        var sizes = await store.RowsAsync(db => db.SizesAsync(Stop));
        Assert.True(sizes is { Whole: > 100_000, Snapshots: >= 0, Index: > 0 }, sizes.ToString());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_waits_is_counted_by_reason_with_its_oldest(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var source = await store.AddSourceAsync("Tinjau", "Harian Tinjau", Trust.Review);
        var start = TestStore.Start.UtcDateTime;
        // 10.00: under review alone. 11.00: without a place, so doubtful too. 12.00: sensitive as well. 13.00: decided, so nothing.
        await SaveAsync(store, source, "a", Written.Article("Ronda", null, Written.Region("33.75", main: true)));
        store.Clock.Advance(TimeSpan.FromHours(1));
        await SaveAsync(store, source, "b", Written.Article("Tanpa tempat"));
        store.Clock.Advance(TimeSpan.FromHours(1));
        await SaveAsync(store, source, "c", Written.Article("Peka") with { Sensitive = true });
        store.Clock.Advance(TimeSpan.FromHours(1));
        var decided = await SaveAsync(store, source, "d", Written.Article("Selesai"));
        var desk = new DeskVisit(store);
        await desk.DecideAsync(decided, await desk.VersionAsync(decided), ReviewDecision.Reject);

        var waiting = await store.UseAsync<OverviewQueries, WaitingNow>(o => o.WaitingAsync(Stop));

        Assert.Equal((3, start), (waiting.All, waiting.Oldest));
        Assert.Equal(
            [
                (QueueReason.PublisherChange, 0, null), (QueueReason.Sensitive, 1, start.AddHours(2)), (QueueReason.Proposal, 0, null), (QueueReason.Returned, 0, null),
                (QueueReason.LowConfidence, 2, start.AddHours(1)), (QueueReason.SourceReview, 3, (DateTime?)start),
            ],
            waiting.Reasons.Select(r => (r.Reason, r.Count, r.Oldest)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Days_are_those_of_Jakarta(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var desk = new DeskVisit(store);
        var (trusted, review) = (await store.AddSourceAsync("Humas", "Humas Kota"), await store.AddSourceAsync("Tinjau", "Harian Tinjau", Trust.Review));
        // 10 January: two published at once, one waits. 23.59 WIB is still that day, 00.00 the next.
        var a = await SaveAsync(store, trusted, "a", Written.Article("Satu"));
        await SaveAsync(store, trusted, "b", Written.Article("Dua"));
        var c = await SaveAsync(store, review, "c", Written.Article("Tiga"));
        store.Clock.SetUtcNow(new DateTimeOffset(2024, 1, 10, 16, 59, 59, TimeSpan.Zero));
        var d = await SaveAsync(store, trusted, "d", Written.Article("Empat"));
        store.Clock.SetUtcNow(new DateTimeOffset(2024, 1, 10, 17, 0, 0, TimeSpan.Zero));
        var e = await SaveAsync(store, trusted, "e", Written.Article("Lima"));
        // 11 January: the waiting one is published, one is withdrawn for good, one withdrawn and shown again.
        await desk.DecideAsync(c, await desk.VersionAsync(c), ReviewDecision.Publish);
        await WithdrawAsync(desk, a);
        await WithdrawAsync(desk, d);
        store.Clock.SetUtcNow(new DateTimeOffset(2024, 1, 12, 3, 0, 0, TimeSpan.Zero));
        var version = await desk.VersionAsync(d);
        await desk.ArticleAsync(x => x.ReinstateAsync(d, version, DeskVisit.Rani, Stop));
        await WithdrawAsync(desk, e);

        var days = await DaysAsync(store);

        Assert.Equal(
            [(new DateOnly(2024, 1, 10), 4, 3, 0), (new DateOnly(2024, 1, 11), 1, 2, 1), (new DateOnly(2024, 1, 12), 0, 0, 1)],
            days.TakeLast(3).Select(x => (x.Day, x.Arrived, x.Published, x.Withdrawn)));
        Assert.All(days.SkipLast(3), x => Assert.Equal((0, 0, 0), (x.Arrived, x.Published, x.Withdrawn)));

        // Thirty days later the first has left the window.
        store.Clock.SetUtcNow(new DateTimeOffset(2024, 2, 8, 17, 0, 0, TimeSpan.Zero));
        Assert.Equal((new DateOnly(2024, 1, 11), 1, 2, 1), (await DaysAsync(store)) switch { [var first, ..] => (first.Day, first.Arrived, first.Published, first.Withdrawn), _ => default });
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Tags_that_editors_correct_are_counted_by_kind(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var (desk, source) = (new DeskVisit(store), await store.AddSourceAsync("Humas", "Humas Kota"));
        var evidence = new TagEvidence(EvidenceField.Title, EvidenceRole.Title, 0, 5, "Ronda", "uji");
        var proposed = new ArticleTag { Kind = TagKind.Topic, Key = "bencana", IsMain = true, Origin = TagOrigin.Rule, Confidence = 0.9, Evidence = [evidence] };
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await SaveAsync(store, source, $"{i}", Written.Article($"Ronda {i}", null, Written.Region("33.75", main: true), proposed)));
        }

        // Added to three, taken back from one of them; refused on two; one that a rule proposed is confirmed, which corrects nothing.
        await BulkAsync(desk, BulkKind.Tag, TagKind.Topic, "nataru", ids[..3]);
        await BulkAsync(desk, BulkKind.Untag, TagKind.Topic, "nataru", ids[..1]);
        await BulkAsync(desk, BulkKind.Untag, TagKind.Topic, "bencana", ids[2..]);
        await BulkAsync(desk, BulkKind.Tag, TagKind.Topic, "bencana", ids[..1]);
        await BulkAsync(desk, BulkKind.Untag, TagKind.Region, "33.75", ids[..1]);
        await BulkAsync(desk, BulkKind.Tag, TagKind.Region, "61.72", ids[..1]);

        var corrected = await store.UseAsync<OverviewQueries, IReadOnlyList<CorrectedTag>>(o => o.CorrectedAsync(10, Stop));

        Assert.Equal(
            [(TagKind.Region, "33.75", 0, 1), (TagKind.Region, "61.72", 1, 0), (TagKind.Topic, "bencana", 0, 2), (TagKind.Topic, "nataru", 2, 1)],
            corrected.Select(t => (t.Kind, t.Key, t.Added, t.Refused)).Order());
        Assert.Equal("Kota Singkawang", corrected.Single(t => t.Key == "61.72").Name);
        Assert.Equal(["nataru"], (await store.UseAsync<OverviewQueries, IReadOnlyList<CorrectedTag>>(o => o.CorrectedAsync(1, Stop))).Where(t => t.Kind is TagKind.Topic).Select(t => t.Key));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Polls_of_a_joined_row_count_as_far_as_they_fall_into_the_period(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var (quiet, broken, never) = (await store.AddSourceAsync("Tenang", "Tenang"), await store.AddSourceAsync("Rusak", "Rusak"), await store.AddSourceAsync("Belum", "Belum"));
        var now = store.Clock.GetUtcNow().UtcDateTime;
        await store.RowsAsync(async db =>
        {
            // Eight quiet polls over eight days, of which four fall into the week that counts.
            var joined = Run(quiet, now.AddDays(-11), now.AddDays(-11), null);
            for (var day = 1; day < 8; day++)
            {
                Assert.True(joined.TryJoin(Run(quiet, now.AddDays(day - 11), now.AddDays(day - 11), null)));
            }

            Assert.True(joined.TryJoin(Run(quiet, now.AddDays(-3), now.AddDays(-3), null)));
            db.AddRange(joined, Run(quiet, now.AddDays(-1), now.AddDays(-1), null), Run(quiet, now.AddDays(-20), now.AddDays(-20), null));
            db.AddRange(Run(broken, now.AddDays(-2), now.AddDays(-2), FailureReason.NotFound), Run(broken, now.AddDays(-1), now.AddDays(-1), null), Run(broken, now.AddDays(-9), now.AddDays(-9), FailureReason.NotFound), Run(broken, now, null, null));
            db.AddRange(Run(never, now.AddDays(-8), now.AddDays(-8), null));
            await db.SaveChangesAsync(Stop);
        });

        var polls = (await store.UseAsync<OverviewQueries, IReadOnlyList<PollCount>>(o => o.PollsAsync(TimeSpan.FromDays(7), Stop))).ToDictionary(p => p.SourceId);

        // Nine polls in one row over eight days: four of eight days are four and a half polls, and one more by itself.
        Assert.Equal((5, 0), (polls[quiet.Id].Polls, polls[quiet.Id].Failed));
        Assert.Equal((2, 1), (polls[broken.Id].Polls, polls[broken.Id].Failed));
        Assert.False(polls.ContainsKey(never.Id));
    }

    private static FetchRun Run(Source source, DateTime start, DateTime? end, FailureReason? reason)
    {
        var run = new FetchRun { Id = Guid.CreateVersion7(), SourceId = source.Id, StartedAt = start };
        if (end is { } at)
        {
            run.Finish(at, reason);
        }

        return run;
    }

    private static async Task BulkAsync(DeskVisit desk, BulkKind kind, TagKind tag, string key, List<Guid> ids)
    {
        var articles = new List<(Guid, Guid)>();
        foreach (var id in ids)
        {
            articles.Add((id, await desk.VersionAsync(id)));
        }

        Assert.Equal(ids.Count, (await desk.BulkAsync(b => b.ApplyAsync(new BulkOrder(kind, articles) { TagKind = tag, TagKey = key }, DeskVisit.Rani, Stop))).Done);
    }

    private static async Task WithdrawAsync(DeskVisit desk, Guid id)
    {
        var version = await desk.VersionAsync(id);
        Assert.Equal(ChangeAnswer.Changed, await desk.ArticleAsync(x => x.WithdrawAsync(id, version, "Narasumber mencabut keterangannya.", DeskVisit.Rani, Stop)));
    }

    private static Task<IReadOnlyList<DayVolume>> DaysAsync(TestStore store) => store.UseAsync<OverviewQueries, IReadOnlyList<DayVolume>>(o => o.DaysAsync(30, Stop));

    private static async Task<Guid> SaveAsync(TestStore store, Source source, string key, News.Tagging.TaggedArticle written) => (await store.SaveAsync(source, key, written)).ArticleId!.Value;
}
