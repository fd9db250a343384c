using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;

namespace KamtibmasPortal.Tests.Editing;

/// <summary>What waits, why, and in which order; acts on many of it.</summary>
public sealed class QueueTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task The_most_urgent_comes_first_and_pages_neither_skip_nor_repeat(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var (review, trusted) = (await store.AddSourceAsync("Tinjau", "Harian Tinjau", Trust.Review), await store.AddSourceAsync("Humas", "Humas Kota"));
        var plain = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            plain.Add(await SaveAsync(store, review, $"p{i}", Written.Article($"Ronda {i}", null, Written.Region("33.75", main: true))));
        }

        var doubtful = await SaveAsync(store, review, "ragu", Written.Article("Tanpa tempat"));
        var sensitive = await SaveAsync(store, trusted, "peka", Written.Article("Peka", null, Written.Region("33.75")) with { Sensitive = true });
        await SaveAsync(store, trusted, "terbit", Written.Article("Terbit"));

        var seen = new List<Guid>();
        QueueCursor? cursor = null;
        do
        {
            var page = await store.UseAsync<QueueQueries, QueuePage>(q => q.PageAsync(new(), 2, cursor, Stop));
            seen.AddRange(page.Items.Select(i => i.Card.Id));
            cursor = QueueCursor.Read(page.Next?.ToString());
        }
        while (cursor is not null);

        Assert.Equal([sensitive, doubtful, .. plain], seen);
        Assert.Equal(9, await store.UseAsync<QueueQueries, int>(q => q.CountAsync(new(), Stop)));
        Assert.Null(QueueCursor.Read("1-x-y"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Each_filter_narrows(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var desk = new DeskVisit(store);
        var (one, two) = (await store.AddSourceAsync("Satu", "Harian Satu", Trust.Review), await store.AddSourceAsync("Dua", "Harian Dua", Trust.Review));
        var a = await SaveAsync(store, one, "a", Written.Article("Ronda", null, Written.Region("33.75", main: true), Written.Topic("nataru", main: true)));
        var b = await SaveAsync(store, two, "b", Written.Article("Banjir", null, Written.Region("61.72", main: true), Written.Topic("bencana", main: true)) with { Sensitive = true });
        var version = await desk.VersionAsync(b);
        await desk.ArticleAsync(d => d.AssignAsync(b, version, DeskVisit.Tono, DeskVisit.Rani, Stop));

        Assert.Equal([a], await FoundAsync(new() { Source = one.Id }));
        Assert.Equal([b], await FoundAsync(new() { Region = "61" }));
        Assert.Equal([a], await FoundAsync(new() { Topic = "nataru" }));
        Assert.Equal([b], await FoundAsync(new() { Assignee = DeskVisit.Tono }));
        Assert.Equal([a], await FoundAsync(new() { Assignee = "" }));
        Assert.Equal([b], await FoundAsync(new() { Reason = QueueReason.Sensitive }));
        Assert.Equal([b, a], await FoundAsync(new() { Reason = QueueReason.SourceReview }));
        Assert.Empty(await FoundAsync(new() { Reason = QueueReason.Duplicate }));
        Assert.Empty(await FoundAsync(new() { Reason = QueueReason.DateConflict }));
        Assert.Equal((2, 1), await store.UseAsync<QueueQueries, (int, int)>(async q => (await q.CountsByReasonAsync(Stop)) is var counts ? (counts[QueueReason.SourceReview], counts[QueueReason.Sensitive]) : default));
        Assert.Equal(["Dua", "Satu"], (await store.UseAsync<QueueQueries, IReadOnlyList<(Guid Id, string Name, int Count)>>(q => q.SourcesAsync(Stop))).Select(s => s.Name));

        async Task<List<Guid>> FoundAsync(QueueFilter filter)
        {
            var page = await store.UseAsync<QueueQueries, QueuePage>(q => q.PageAsync(filter, 10, null, Stop));
            Assert.Equal(page.Items.Count, await store.UseAsync<QueueQueries, int>(q => q.CountAsync(filter, Stop)));
            return [.. page.Items.Select(i => i.Card.Id)];
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_publishers_change_to_what_an_editor_let_pass_is_looked_at_and_acknowledged(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var desk = new DeskVisit(store);
        var source = await store.AddSourceAsync("Tinjau", "Harian Tinjau", Trust.Review);
        var id = await SaveAsync(store, source, "a", Written.Article("Ronda", null, Written.Region("33.75", main: true)));
        Assert.Equal(ReviewAnswer.Done, await desk.DecideAsync(id, await desk.VersionAsync(id), ReviewDecision.Publish));

        await SaveAsync(store, source, "a", Written.Article("Ronda berubah", null, Written.Region("33.75", main: true)));

        var article = await desk.ReadAsync(id);
        Assert.Equal((ReviewState.Published, WaitReasons.PublisherChange), (article.State, article.Waiting));
        Assert.Equal(ReviewAnswer.Done, await desk.DecideAsync(id, article.Version, ReviewDecision.Publish));
        Assert.Equal(0, await store.UseAsync<QueueQueries, int>(q => q.CountAsync(new(), Stop)));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite, BulkKind.Publish)]
    [InlineData(StorageProvider.Sqlite, BulkKind.Reject)]
    [InlineData(StorageProvider.Sqlite, BulkKind.Tag)]
    [InlineData(StorageProvider.Sqlite, BulkKind.Untag)]
    [InlineData(StorageProvider.Sqlite, BulkKind.Assign)]
    [InlineData(StorageProvider.Postgres, BulkKind.Publish)]
    [InlineData(StorageProvider.Postgres, BulkKind.Untag)]
    public async Task An_act_on_many_is_done_as_shown_and_undone_exactly(StorageProvider provider, BulkKind kind)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var desk = new DeskVisit(store);
        var source = await store.AddSourceAsync("Tinjau", "Harian Tinjau", Trust.Review);
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await SaveAsync(store, source, $"{i}", Written.Article($"Ronda {i}", null, Written.Region("33.75", main: true), Written.Topic("nataru", main: true), Written.Topic("bencana"))));
        }

        var order = await OrderAsync(desk, kind, ids);
        var before = await WholeAsync(desk, ids);
        var shown = await desk.BulkAsync(d => d.PreviewAsync(order, DeskVisit.Rani, Stop));
        Assert.Equal(before, await WholeAsync(desk, ids));

        var done = await desk.BulkAsync(d => d.ApplyAsync(order, DeskVisit.Rani, Stop));

        Assert.Equal((4, 0), (done.Done, done.Left));
        Assert.All(shown, l => Assert.Equal(BulkEffect.Changes, l.Effect));
        Assert.NotEqual(before, await WholeAsync(desk, ids));
        var undone = await desk.BulkAsync(d => d.UndoAsync(done.ActId, DeskVisit.Tono, Stop));
        Assert.Equal((4, 0), (undone!.Done, undone.Left));
        Assert.Equal(before, await WholeAsync(desk, ids));
        Assert.Null(await desk.BulkAsync(d => d.UndoAsync(done.ActId, DeskVisit.Tono, Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Undoing_leaves_what_somebody_changed_since_and_nobody_publishes_unread_what_the_law_protects(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var desk = new DeskVisit(store);
        var source = await store.AddSourceAsync("Tinjau", "Harian Tinjau", Trust.Review);
        var (a, b, c) = (await SaveAsync(store, source, "a", Written.Article("Satu", null, Written.Region("33.75"))), await SaveAsync(store, source, "b", Written.Article("Dua", null, Written.Region("33.75"))), await SaveAsync(store, source, "c", Written.Article("Tiga") with { Sensitive = true }));
        var order = await OrderAsync(desk, BulkKind.Publish, [a, b, c]);

        Assert.Equal([BulkEffect.Changes, BulkEffect.Changes, BulkEffect.Sensitive], (await desk.BulkAsync(d => d.PreviewAsync(order, DeskVisit.Rani, Stop))).Select(l => l.Effect));
        var done = await desk.BulkAsync(d => d.ApplyAsync(order, DeskVisit.Rani, Stop));
        Assert.Equal((2, 1), (done.Done, done.Left));
        Assert.Equal(ReviewState.Pending, (await desk.ReadAsync(c)).State);
        await desk.EditAsync(b, new ArticleDraft { Title = "Dua disunting" });
        var undone = await desk.BulkAsync(d => d.UndoAsync(done.ActId, DeskVisit.Rani, Stop));

        Assert.Equal((1, 1), (undone!.Done, undone.Left));
        Assert.Equal((ReviewState.Pending, ReviewState.Published, "Dua disunting"), ((await desk.ReadAsync(a)).State, (await desk.ReadAsync(b)).State, (await desk.ReadAsync(b)).Title));
    }

    private static async Task<BulkOrder> OrderAsync(DeskVisit desk, BulkKind kind, IReadOnlyList<Guid> ids)
    {
        var seen = new List<(Guid, Guid)>();
        foreach (var id in ids)
        {
            seen.Add((id, await desk.VersionAsync(id)));
        }

        return new BulkOrder(kind, seen) { TagKind = TagKind.Topic, TagKey = kind is BulkKind.Tag ? "unjuk-rasa" : "nataru", Assignee = DeskVisit.Tono };
    }

    private static async Task<string> WholeAsync(DeskVisit desk, IReadOnlyList<Guid> ids)
    {
        var all = new List<string>();
        foreach (var id in ids)
        {
            all.Add(await desk.WholeAsync(id));
        }

        return string.Join("\n\n", all);
    }

    private static async Task<Guid> SaveAsync(TestStore store, Source source, string key, News.Tagging.TaggedArticle written) => (await store.SaveAsync(source, key, written)).ArticleId!.Value;
}
