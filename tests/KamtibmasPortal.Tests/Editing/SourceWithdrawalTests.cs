using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Editing;

/// <summary>Everything of a source is taken back with one reason, in parts if it must be, and comes back exactly.</summary>
public sealed class SourceWithdrawalTests(Stores stores)
{
    private const string Reason = "Penerbit mencabut seluruh terbitannya secara tertulis.";

    /// <summary>Less than any article takes: the act stops after each.</summary>
    private static readonly TimeSpan OneAtATime = TimeSpan.FromTicks(-1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task All_that_is_public_goes_with_its_reason_and_comes_back_as_it_was(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var desk = new DeskVisit(store);
        var (gone, other) = (await store.AddSourceAsync("Pergi", "Harian Pergi"), await store.AddSourceAsync("Lain", "Harian Lain"));
        var ids = await SaveAsync(store, gone, 5);
        var kept = (await SaveAsync(store, other, 1))[0];
        var waiting = (await store.SaveAsync(gone, "peka", Written.Article("Peka") with { Sensitive = true })).ArticleId!.Value;
        var version = await desk.VersionAsync(ids[2]);
        await desk.ArticleAsync(d => d.PinAsync(ids[2], version, store.Clock.GetUtcNow().UtcDateTime.AddDays(3), DeskVisit.Tono, Stop));
        var before = await WholeAsync(desk, ids);
        store.Clock.Advance(TimeSpan.FromMinutes(1));

        var preview = await desk.WithdrawalAsync(w => w.PreviewAsync(gone.Id, Stop));
        Assert.Equal((5, 1, 0, 5), (preview.Published, preview.Waiting, preview.Withdrawn, preview.Samples.Count));
        Assert.Equal(ids[^1], preview.Samples[0].Id);
        var act = await desk.WithdrawalAsync(w => w.BeginAsync(gone, Reason, DeskVisit.Rani, Stop));
        Assert.True(await desk.WithdrawalAsync(w => w.ContinueAsync(act, TimeSpan.FromMinutes(1), Stop)));

        Assert.All(await ReadAsync(store, ids), a => Assert.Equal((ReviewState.Withdrawn, Reason), (a.State, a.WithdrawalReason)));
        Assert.Equal([ReviewState.Published, ReviewState.Pending], (await ReadAsync(store, [kept, waiting])).Select(a => a.State));
        Assert.Equal((Reason, "Harian Pergi"), await store.UseAsync<CorrectionQueries, (string, string)>(async c => await c.WithdrawalAsync(ids[0], Stop) is { } w ? (w.Reason, w.Publisher) : default));
        Assert.Equal([("Pergi", Reason, 5, false)], (await store.UseAsync<CorrectionQueries, IReadOnlyList<WithdrawnSource>>(c => c.SourcesAsync(9, Stop))).Select(s => (s.Source, s.Reason, s.Count, s.UndoneAt is not null)));
        Assert.Equal((6, 6), await AuditAsync(store, "source.withdraw", "article.bulk-withdraw"));

        Assert.Equal(new BulkResult(act, 5, 0), await desk.BulkAsync(b => b.UndoAsync(act, DeskVisit.Tono, Stop)));
        Assert.Equal(before, await WholeAsync(desk, ids));
        Assert.All(await ReadAsync(store, ids), a => Assert.Equal((null, null), (a.WithdrawalReason, a.WithdrawnAt)));
        Assert.Equal([(0, true)], (await store.UseAsync<CorrectionQueries, IReadOnlyList<WithdrawnSource>>(c => c.SourcesAsync(9, Stop))).Select(s => (s.Count, s.UndoneAt is not null)));
        Assert.Equal((6, 0), await AuditAsync(store, "source.withdraw-undo", "article.bulk-undo", DeskVisit.Tono));
        Assert.Null(await desk.BulkAsync(b => b.UndoAsync(act, DeskVisit.Tono, Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_was_stopped_goes_on_where_it_was_there_and_back(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var desk = new DeskVisit(store);
        var gone = await store.AddSourceAsync("Pergi", "Harian Pergi");
        var ids = await SaveAsync(store, gone, 4);
        var act = await desk.WithdrawalAsync(w => w.BeginAsync(gone, Reason, DeskVisit.Rani, Stop));
        for (var done = 1; done <= 3; done++)
        {
            Assert.False(await desk.WithdrawalAsync(w => w.ContinueAsync(act, OneAtATime, Stop)));
            Assert.Equal(done, (await ReadAsync(store, ids)).Count(a => a.State is ReviewState.Withdrawn));
        }

        // A second order for the same source is the same act; one that goes on can't be undone.
        Assert.Equal(act, await desk.WithdrawalAsync(w => w.BeginAsync(gone, "Alasan lain yang cukup panjang.", DeskVisit.Tono, Stop)));
        Assert.Null(await desk.BulkAsync(b => b.UndoAsync(act, DeskVisit.Rani, Stop)));
        // What arrives later is not meant.
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = (await store.SaveAsync(gone, "z-nanti", Written.Article("Datang kemudian"))).ArticleId!.Value;
        Assert.True(await desk.WithdrawalAsync(w => w.ContinueAsync(act, TimeSpan.FromMinutes(1), Stop)));
        Assert.Equal((4, ReviewState.Published), ((await ReadAsync(store, ids)).Count(a => a.State is ReviewState.Withdrawn), (await desk.ReadAsync(later)).State));

        // Somebody has been at one of them since.
        var version = await desk.VersionAsync(ids[1]);
        await desk.ArticleAsync(d => d.ReinstateAsync(ids[1], version, DeskVisit.Tono, Stop));
        Assert.True(await desk.BulkAsync(b => b.BeginUndoAsync(act, DeskVisit.Rani, Stop)));
        for (var i = 0; i < 20 && !await desk.BulkAsync(b => b.ContinueUndoAsync(act, DeskVisit.Rani, OneAtATime, Stop)); i++)
        {
            Assert.True(i < 10);
        }

        Assert.All(await ReadAsync(store, ids), a => Assert.Equal(ReviewState.Published, a.State));
        Assert.Equal((4, 3), await store.UseAsync<DeskQueries, (int, int)>(d => d.CountBulkChangesAsync(act, Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_stopped_withdrawal_leaves_the_rest_and_can_be_undone(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var desk = new DeskVisit(store);
        var gone = await store.AddSourceAsync("Pergi", "Harian Pergi");
        var ids = await SaveAsync(store, gone, 3);
        var act = await desk.WithdrawalAsync(w => w.BeginAsync(gone, Reason, DeskVisit.Rani, Stop));
        await desk.WithdrawalAsync(w => w.ContinueAsync(act, OneAtATime, Stop));

        Assert.True(await desk.WithdrawalAsync(w => w.StopAsync(act, DeskVisit.Tono, Stop)));
        Assert.False(await desk.WithdrawalAsync(w => w.StopAsync(act, DeskVisit.Tono, Stop)));
        Assert.True(await desk.WithdrawalAsync(w => w.ContinueAsync(act, TimeSpan.FromMinutes(1), Stop)));

        Assert.Equal(1, (await ReadAsync(store, ids)).Count(a => a.State is ReviewState.Withdrawn));
        Assert.Equal(new BulkResult(act, 1, 0), await desk.BulkAsync(b => b.UndoAsync(act, DeskVisit.Tono, Stop)));
    }

    private static async Task<List<Guid>> SaveAsync(TestStore store, Source source, int count)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            ids.Add((await store.SaveAsync(source, $"b{i}", Written.Article($"{source.Name} nomor {i}", null, Written.Region("61.72", main: true), Written.Topic("nataru", main: true)))).ArticleId!.Value);
        }

        return ids;
    }

    private static async Task<string> WholeAsync(DeskVisit desk, List<Guid> ids)
    {
        var texts = new List<string>();
        foreach (var id in ids)
        {
            texts.Add(await desk.WholeAsync(id));
        }

        return string.Join('\n', texts);
    }

    private static async Task<List<Article>> ReadAsync(TestStore store, List<Guid> ids)
    {
        var found = await store.RowsAsync(db => db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, Stop));
        return ids.ConvertAll(id => found[id]);
    }

    /// <summary>Entries of either act, and how many of them an editor wrote.</summary>
    private static Task<(int All, int OfRani)> AuditAsync(TestStore store, string act, string each, string? editor = null) => store.RowsAsync(async db => (
        await db.AuditEntries.CountAsync(a => (a.Act == act || a.Act == each) && (editor == null || a.Editor == editor), Stop), await db.AuditEntries.CountAsync(a => (a.Act == act || a.Act == each) && a.Editor == DeskVisit.Rani, Stop)));
}
