using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>Whatever is done to the snapshots of a store behind the portal's back is found.</summary>
public sealed class ArchiveVerificationTests(Stores stores)
{
    private const int Articles = 12;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task An_untouched_archive_is_whole(StorageProvider provider)
    {
        await using var store = await FilledAsync(provider);

        var report = await VerifyAsync(store);

        Assert.True(report.IsWhole, string.Join('|', report.Faults));
        Assert.Equal(Articles, report.Entries);
    }

    /// <summary>100 attacks of all kinds, each undone before the next.</summary>
    [Theory, ClassData(typeof(BothStores))]
    public async Task Every_mutation_deletion_and_swap_is_found(StorageProvider provider)
    {
        await using var store = await FilledAsync(provider);
        var random = new Random(11);
        var missed = new List<string>();
        for (var attack = 0; attack < 100; attack++)
        {
            await store.RowsAsync(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(Stop);
                var done = await AttackAsync(db, attack, random);
                db.ChangeTracker.Clear();
                if ((await new ArchiveVerification(db).RunAsync(() => { }, Stop)).IsWhole)
                {
                    missed.Add(done);
                }

                await transaction.RollbackAsync(Stop);
            });
        }

        Assert.Empty(missed);
        Assert.True((await VerifyAsync(store)).IsWhole);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_lawful_erasure_is_accepted_and_one_behind_the_back_is_not(StorageProvider provider)
    {
        await using var store = await FilledAsync(provider);
        var ids = await store.RowsAsync(db => db.Articles.OrderBy(a => a.Key).Select(a => a.Id).Take(2).ToListAsync(Stop));
        var audit = new AuditEntry { Id = Guid.CreateVersion7(), At = TestStore.Start.UtcDateTime, Editor = "admin@portal.test", Act = "article.erase", Subject = ids[0].ToString() };
        await store.UseAsync<ArticleStore>(s => s.EraseAsync(ids[0], "Permintaan subjek data", audit, Stop));

        var lawful = await VerifyAsync(store);
        Assert.True(lawful.IsWhole, string.Join('|', lawful.Faults));
        Assert.Equal("Permintaan subjek data", Assert.Single(lawful.Erasures).Ground);

        await store.RowsAsync(db => db.ArchiveEntries.Where(e => e.Act == ArchiveAct.Erased).ExecuteUpdateAsync(u => u.SetProperty(e => e.Ground, "Tanpa alasan"), Stop));
        Assert.Contains("ground", Assert.Single((await VerifyAsync(store)).Faults).Fault, StringComparison.Ordinal);
        await store.RowsAsync(db => db.ArchiveEntries.Where(e => e.Act == ArchiveAct.Erased).ExecuteUpdateAsync(u => u.SetProperty(e => e.Ground, "Permintaan subjek data"), Stop));

        await store.RowsAsync(db => db.Snapshots.Where(s => s.ArticleId == ids[1]).ExecuteUpdateAsync(u => u.SetProperty(s => s.Packed, (byte[]?)null), Stop));
        Assert.Contains("no erasure says why", Assert.Single((await VerifyAsync(store)).Faults).Fault, StringComparison.Ordinal);
    }

    private static async Task<string> AttackAsync(PortalDbContext db, int attack, Random random)
    {
        var snapshots = await db.Snapshots.OrderBy(s => s.Id).ToListAsync(Stop);
        var entries = await db.ArchiveEntries.OrderBy(e => e.Number).ToListAsync(Stop);
        var (one, other) = (snapshots[random.Next(snapshots.Count)], snapshots[random.Next(snapshots.Count)]);
        var entry = entries[random.Next(entries.Count)];
        switch (attack % 10)
        {
            case 0 or 1 or 2 or 3:
                one.Packed = [.. one.Packed!];
                var at = random.Next(one.Packed.Length);
                one.Packed[at] ^= (byte)(1 << random.Next(8));
                await db.SaveChangesAsync(Stop);
                return $"bit at {at} of {one.Packed.Length}";
            case 4:
                one.AnsweredAddress = "x" + one.AnsweredAddress[1..];
                one.Headers += " ";
                await db.SaveChangesAsync(Stop);
                return "address and headers";
            case 5:
                await db.Snapshots.Where(s => s.Id == one.Id).ExecuteDeleteAsync(Stop);
                return "snapshot deleted";
            case 6:
                await db.ArchiveEntries.Where(e => e.Number == entry.Number).ExecuteDeleteAsync(Stop);
                return $"entry {entry.Number} deleted";
            case 7:
                // The newest snapshot vanishes with its entry.
                var last = entries[^1];
                await db.ArchiveEntries.Where(e => e.Number == last.Number).ExecuteDeleteAsync(Stop);
                await db.Snapshots.Where(s => s.Id == last.SnapshotId).ExecuteDeleteAsync(Stop);
                return "the end cut off";
            case 8:
                other = other.Id == one.Id ? snapshots.First(s => s.Id != one.Id) : other;
                (one.Packed, other.Packed) = (other.Packed, one.Packed);
                await db.SaveChangesAsync(Stop);
                return "bytes of two snapshots swapped";
            default:
                var (first, second) = (entries[0], entry.Number == 1 ? entries[1] : entry);
                await db.ArchiveEntries.Where(e => e.Number == first.Number).ExecuteUpdateAsync(u => u.SetProperty(e => e.SnapshotId, second.SnapshotId).SetProperty(e => e.Sha256, second.Sha256), Stop);
                await db.ArchiveEntries.Where(e => e.Number == second.Number).ExecuteUpdateAsync(u => u.SetProperty(e => e.SnapshotId, first.SnapshotId).SetProperty(e => e.Sha256, first.Sha256), Stop);
                return "two entries swapped";
        }
    }

    private async Task<TestStore> FilledAsync(StorageProvider provider)
    {
        var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        for (var i = 0; i < Articles; i++)
        {
            var bytes = Encoding.UTF8.GetBytes($"<html><body><h1>Judul {i}</h1><p>{string.Join(' ', Enumerable.Range(0, 40 + i).Select(n => $"kata{n * i}"))}</p></body></html>");
            var page = new FetchedPage(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), IsHtml: true, $"https://situs.id/berita/{i}");
            var key = $"https://situs.id/berita/{i}";
            await store.UseAsync<ArticleStore, ItemResult>(s => s.SaveAsync(source, new ArticleOffer(key) { SourceUrl = key, Addresses = [key], Pages = [page] }, Written.Article($"Judul {i}"), new SourceItem { SourceId = source.Id, Key = key }, lease: null, Stop));
        }

        return store;
    }

    private static Task<ArchiveReport> VerifyAsync(TestStore store) => store.UseAsync<ArchiveVerification, ArchiveReport>(v => v.RunAsync(() => { }, Stop));
}
