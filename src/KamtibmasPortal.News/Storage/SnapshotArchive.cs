using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Keeps what publishers served, links it into the chain, and erases its bytes where the law asks for it.</summary>
public sealed class SnapshotArchive(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Adds the pages that made a version of an article. Within the caller's transaction, as its last act: the chain grows by one writer at a time.</summary>
    /// <param name="rows">Takes what is to be written.</param>
    /// <param name="articleId">The article.</param>
    /// <param name="revision">The version.</param>
    /// <param name="asked">Address that was asked for, or the key of a file.</param>
    /// <param name="pages">Its pages in their order.</param>
    /// <param name="cancellation">Stops the write.</param>
    internal async Task KeepAsync(PlainRows rows, Guid articleId, int revision, string asked, IReadOnlyList<FetchedPage> pages, CancellationToken cancellation)
    {
        if (pages.Count == 0)
        {
            return;
        }

        var at = Microseconds(clock.GetUtcNow().UtcDateTime);
        var head = await LockHeadAsync(cancellation);
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            var snapshot = new Snapshot
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                ArticleId = articleId,
                Revision = revision,
                Page = i + 1,
                FetchedAt = at,
                AskedAddress = i == 0 ? asked : page.Address ?? asked,
                AnsweredAddress = page.Address ?? asked,
                Headers = page.Answer?.Headers.Replace("\0", "", StringComparison.Ordinal) ?? "",
                Sha256 = page.Sha256,
                Length = page.Bytes.Length,
                Packed = PackedPage.Pack(page.Bytes.Span),
            };
            rows.Add(snapshot);
            rows.Add(Link(head, ArchiveAct.Kept, snapshot.Id, at, ArchiveHashes.Of(snapshot), ground: null));
        }

        rows.Put(head);
    }

    /// <summary>Erases the bytes of articles' snapshots, and what is kept about them but hash, time and ground. Within the caller's transaction.</summary>
    internal async Task EraseAsync(IQueryable<Guid> articleIds, string ground, CancellationToken cancellation)
    {
        var at = Microseconds(clock.GetUtcNow().UtcDateTime);
        var ids = await db.Snapshots.Where(s => articleIds.Contains(s.ArticleId) && s.Packed != null).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellation);
        await db.Snapshots.Where(s => articleIds.Contains(s.ArticleId)).ExecuteUpdateAsync(
            u => u.SetProperty(s => s.Packed, (byte[]?)null).SetProperty(s => s.Headers, "").SetProperty(s => s.AskedAddress, "").SetProperty(s => s.AnsweredAddress, ""), cancellation);
        var head = await LockHeadAsync(cancellation);
        var rows = new PlainRows(db);
        foreach (var id in ids)
        {
            rows.Add(Link(head, ArchiveAct.Erased, id, at, ArchiveHashes.OfGround(id, ground), ground));
        }

        rows.Put(head);
        await rows.WriteAsync(cancellation);
    }

    /// <summary>Writing the row first makes every other writer of the chain wait for this one.</summary>
    private async Task<ArchiveHead> LockHeadAsync(CancellationToken cancellation)
    {
        var head = await db.ReadRowsAsync("""UPDATE "ArchiveHeads" SET "Id" = "Id" WHERE "Id" = @p0 RETURNING "Number", "Chain" """, [ArchiveHead.OnlyId], r => new ArchiveHead { Number = r.GetInt64(0), Chain = r.GetString(1) }, cancellation);
        if (head.Count == 1)
        {
            return head[0];
        }

        // A second writer that is as early collides with this row, and tries again.
        var rows = new PlainRows(db);
        rows.Add(new ArchiveHead());
        await rows.WriteAsync(cancellation);
        return new ArchiveHead();
    }

    private static ArchiveEntry Link(ArchiveHead head, ArchiveAct act, Guid snapshotId, DateTime at, string sha256, string? ground)
    {
        head.Number++;
        head.Chain = ArchiveHashes.Chain(head.Chain, head.Number, act, snapshotId, at, sha256);
        return new ArchiveEntry { Number = head.Number, Act = act, SnapshotId = snapshotId, At = at, Sha256 = sha256, Ground = ground, Chain = head.Chain };
    }

    private static DateTime Microseconds(DateTime at) => new(at.Ticks - (at.Ticks % 10), DateTimeKind.Utc);
}
