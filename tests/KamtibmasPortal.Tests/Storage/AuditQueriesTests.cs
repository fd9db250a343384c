using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Architecture;
using KamtibmasPortal.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>What was done stays as it was written, and is found again.</summary>
public sealed class AuditQueriesTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task An_entry_is_never_changed_or_removed(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await AddAsync(store, ("siti@contoh.id", AuditActs.Publish, "satu", "kata"));

        await store.RowsAsync(async db =>
        {
            db.AuditEntries.Remove(await db.AuditEntries.SingleAsync(Stop));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
            Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
        });
        await store.RowsAsync(async db =>
        {
            (await db.AuditEntries.SingleAsync(Stop)).After = "lain";
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
        });
        await store.RowsAsync(async db =>
        {
            db.Update(await db.AuditEntries.AsNoTracking().SingleAsync(Stop));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
        });

        Assert.Null(await store.RowsAsync(db => db.AuditEntries.Select(e => e.After).SingleAsync(Stop)));
    }

    /// <summary>What the tracker does not see: statements that change rows directly.</summary>
    [Fact]
    public void No_code_writes_over_the_audit()
    {
        var files = Repository.Files("src", ".cs").ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, f => System.Text.RegularExpressions.Regex.IsMatch(Repository.Read(f), @"AuditEntries\b[^;]*\.(Execute(Update|Delete)|Remove|Update|Attach)|(UPDATE|DELETE FROM)\s+""?AuditEntries"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Each_part_of_a_question_narrows(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await AddAsync(store, ("siti@contoh.id", AuditActs.Publish, "satu", "Gang Mawar"), ("budi@contoh.id", AuditActs.Reject, "dua", "50%_x"), (AuditActs.Shell, AuditActs.Create, "tiga@contoh.id", null));
        var all = new AuditFilter { WithAccounts = true };

        Assert.Equal("tiga@contoh.id dua satu", await FoundAsync(store, all));
        Assert.Equal("dua satu", await FoundAsync(store, all with { WithAccounts = false }));
        Assert.Equal("satu", await FoundAsync(store, all with { Editor = "SITI" }));
        Assert.Equal("dua", await FoundAsync(store, all with { Act = AuditActs.Reject }));
        Assert.Equal("satu", await FoundAsync(store, all with { Subject = "satu" }));
        Assert.Equal("satu", await FoundAsync(store, all with { Words = ["mawar", "GANG"] }));
        Assert.Equal("dua", await FoundAsync(store, all with { Words = ["0%_"] }));
        Assert.Equal("", await FoundAsync(store, all with { Words = ["mawar", "melati"] }));
        Assert.Equal("tiga@contoh.id dua", await FoundAsync(store, all with { From = TestStore.Start.UtcDateTime.AddMinutes(2) }));
        Assert.Equal("satu", await FoundAsync(store, all with { Until = TestStore.Start.UtcDateTime.AddMinutes(2) }));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Pages_hold_each_entry_once_even_of_one_moment(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await store.RowsAsync(async db =>
        {
            var trail = new AuditTrail(store.Clock);
            db.AuditEntries.AddRange(Enumerable.Range(0, 1203).Select(i => trail.Entry("siti@contoh.id", AuditActs.Publish, $"s{i}")));
            await db.SaveChangesAsync(Stop);
        });

        var read = await store.UseAsync<AuditQueries, List<string>>(async audit => await audit.AllAsync(new AuditFilter(), Stop).Select(e => e.Subject).ToListAsync(Stop));

        Assert.Equal(1203, read.Count);
        Assert.Equal(1203, read.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_act_has_its_words()
    {
        Assert.Equal(AuditActs.All.Count, AuditActs.All.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(AuditActs.All, act => AuditRoom.ActOf(act) == act);
        Assert.All(Enum.GetValues<SourceAct>(), act => Assert.Contains($"source.{act}", AuditActs.All));
    }

    [Fact]
    public void Values_are_short_and_stay_whole_characters()
    {
        Assert.Equal(AuditEntry.LongestValue, AuditTrail.Cut(new string('a', 900))!.Length);
        var cut = AuditTrail.Cut(new string('a', AuditEntry.LongestValue - 2) + "😀😀")!;
        Assert.False(char.IsHighSurrogate(cut[^2]), cut);
        Assert.Equal("pendek", AuditTrail.Cut("pendek"));
        Assert.Null(AuditTrail.Cut(null));
    }

    private static Task AddAsync(TestStore store, params (string Editor, string Act, string Subject, string? Detail)[] entries) => store.RowsAsync(async db =>
    {
        var trail = new AuditTrail(store.Clock);
        foreach (var (editor, act, subject, detail) in entries)
        {
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            db.AuditEntries.Add(trail.Entry(editor, act, subject, detail));
        }

        await db.SaveChangesAsync(Stop);
    });

    private static async Task<string> FoundAsync(TestStore store, AuditFilter filter) =>
        string.Join(' ', (await store.UseAsync<AuditQueries, AuditPage>(audit => audit.PageAsync(filter, 10, null, Stop))).Items.Select(e => e.Subject));
}
