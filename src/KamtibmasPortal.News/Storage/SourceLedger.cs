using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>An item as its source announced it, ready to be written down.</summary>
/// <param name="Key">Identity within the source.</param>
/// <param name="Location">Where to read it.</param>
/// <param name="Fingerprint">Sign of change.</param>
/// <param name="Announcement">What the source said, as JSON; null when it said nothing.</param>
/// <param name="IsArchive">Old stock, to be read after what is new.</param>
public sealed record AnnouncedEntry(string Key, string Location, string Fingerprint, string? Announcement, bool IsArchive);

/// <summary>What a source is known by after its list was read: kept only together with the list's items.</summary>
public sealed record ListMark(string? ETag, string? LastModified, string? Sha256, SourceKind? ReadAs, string? ReadFrom);

/// <summary>
/// The book of what sources announce. An announcement is written down whole before anything is done with it, and the mark that makes
/// the next poll conditional is written with it: what was announced once is never lost.
/// </summary>
public sealed class SourceLedger(PortalDbContext db, TimeProvider clock)
{
    private const int Chunk = 500;

    private static readonly TimeSpan BetweenTurns = TimeSpan.FromSeconds(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<(Source Source, SourceState State)> OpenAsync(SourceLease lease, CancellationToken cancellation) =>
        (await db.Sources.AsNoTracking().FirstAsync(s => s.Id == lease.SourceId, cancellation), await db.SourceStates.AsNoTracking().FirstAsync(s => s.SourceId == lease.SourceId, cancellation));

    /// <summary>Writes down what is new or changed.</summary>
    /// <param name="lease">The right to write.</param>
    /// <param name="entries">Each key once.</param>
    /// <param name="mark">Kept with them; null for a page of the archive.</param>
    /// <param name="isBackfill">Whether they come from the archive: what is known of them stays as it is.</param>
    /// <param name="cancellation">Stops between chunks.</param>
    /// <returns>How many of the entries need no reading.</returns>
    public async Task<int> AnnounceAsync(SourceLease lease, IReadOnlyList<AnnouncedEntry> entries, ListMark? mark, bool isBackfill, CancellationToken cancellation)
    {
        var unchanged = 0;
        foreach (var chunk in entries.Chunk(Chunk))
        {
            using var turn = await db.WriteTurnAsync(cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await db.ProveAsync(lease, cancellation);
            unchanged += await WriteAsync(lease.SourceId, chunk, isBackfill, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        if (mark is not null)
        {
            await MarkAsync(lease, mark, cancellation);
        }

        return unchanged;
    }

    /// <summary>Items that want to be read, in the order of their announcement.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="ofArchive">Old stock, or what is new.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<SourceItem>> DueAsync(Guid sourceId, bool ofArchive, int take, CancellationToken cancellation)
    {
        var now = Now;
        return await DueOf(sourceId, now).Where(i => i.IsBackfill == ofArchive).OrderBy(i => i.DueAt == null).ThenBy(i => i.Position).ThenBy(i => i.Key).Take(take).ToListAsync(cancellation);
    }

    public Task<int> CountDueAsync(Guid sourceId, CancellationToken cancellation) => DueOf(sourceId, Now).CountAsync(cancellation);

    public async Task<Backfill?> BackfillAsync(Guid sourceId, CancellationToken cancellation) => await db.Backfills.AsNoTracking().FirstOrDefaultAsync(b => b.SourceId == sourceId, cancellation);

    /// <summary>Keeps where the reading of an archive stands, unless an editor stopped it meanwhile.</summary>
    public async Task SaveBackfillAsync(SourceLease lease, Backfill backfill, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.ProveAsync(lease, cancellation);
        if (await db.Backfills.AsNoTracking().AnyAsync(b => b.SourceId == backfill.SourceId && b.State == BackfillState.Running, cancellation))
        {
            db.Backfills.Update(backfill);
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>Closes a run: writes it down, or joins it to the one before when nothing happened in both, and gives the source back.</summary>
    public async Task FinishAsync(SourceLease lease, FetchRun run, TimeSpan? habit, DateTime? blockedUntil, CancellationToken cancellation)
    {
        using var turn = await db.WriteTurnAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.ProveAsync(lease, cancellation);
        var state = await db.SourceStates.FirstAsync(s => s.SourceId == lease.SourceId, cancellation);
        var source = await db.Sources.AsNoTracking().FirstAsync(s => s.Id == lease.SourceId, cancellation);
        var last = await db.FetchRuns.Where(r => r.SourceId == lease.SourceId).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancellation);
        if (last is null || !last.TryJoin(run))
        {
            db.FetchRuns.Add(run);
        }

        state.BlockedUntil = blockedUntil;
        state.Host = source.Host;
        state.Finish(run, source.IntervalMinutes, habit, Now);
        if (await DueSoonAsync(lease.SourceId, cancellation) is { } due && due < state.NextDueAt && !(state.BlockedUntil > due))
        {
            // The archive is read slowly: its rest waits for the next turn even when it is due at once.
            state.NextDueAt = due > Now + BetweenTurns ? due : Now + BetweenTurns;
        }

        if (run.Reason is FailureReason.NotASource or FailureReason.NotFound or FailureReason.Forbidden)
        {
            // What Auto found has gone: look again the next time.
            (state.ReadAs, state.ReadFrom, state.ETag, state.LastModified, state.ListSha256) = (null, null, null, null, null);
        }

        await db.SaveChangesAsync(cancellation);
        if (blockedUntil is { } until && state.Host is { } host)
        {
            await db.SourceStates.Where(s => s.Host == host && (s.NextDueAt == null || s.NextDueAt < until)).ExecuteUpdateAsync(u => u.SetProperty(s => s.NextDueAt, until), cancellation);
        }

        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private IQueryable<SourceItem> DueOf(Guid sourceId, DateTime now) => db.SourceItems.AsNoTracking().Where(i => i.SourceId == sourceId && (i.DueAt <= now || i.RefetchAt <= now));

    /// <summary>When the next item of the source, or a page of its archive, wants to be read; null when none does.</summary>
    private async Task<DateTime?> DueSoonAsync(Guid sourceId, CancellationToken cancellation)
    {
        var item = await db.SourceItems.Where(i => i.SourceId == sourceId && i.DueAt != null).MinAsync(i => i.DueAt, cancellation);
        var page = await db.Backfills.Where(b => b.SourceId == sourceId && b.State == BackfillState.Running).Select(b => (DateTime?)b.DueAt).FirstOrDefaultAsync(cancellation);
        var again = await db.SourceItems.Where(i => i.SourceId == sourceId && i.RefetchAt != null).MinAsync(i => i.RefetchAt, cancellation);
        return new[] { item, page, again }.Min();
    }

    private async Task<int> WriteAsync(Guid sourceId, AnnouncedEntry[] entries, bool isBackfill, CancellationToken cancellation)
    {
        var keys = entries.Select(e => e.Key).ToList();
        var known = await db.SourceItems.AsNoTracking().Where(i => i.SourceId == sourceId && keys.Contains(i.Key)).ToDictionaryAsync(i => i.Key, StringComparer.Ordinal, cancellation);
        var now = Now;
        var unchanged = 0;
        var rows = new PlainRows(db);
        // Ticks order the announcements of a run behind those before; the place in the list orders them among themselves.
        var position = now.Ticks;
        foreach (var entry in entries)
        {
            if (!known.TryGetValue(entry.Key, out var item))
            {
                item = new SourceItem { SourceId = sourceId, Key = entry.Key, Position = position++, SeenAt = now, IsBackfill = isBackfill || entry.IsArchive };
            }
            else if (isBackfill || !item.NeedsReading(entry.Fingerprint))
            {
                unchanged++;
                continue;
            }

            item.Announce(entry.Location, entry.Fingerprint, entry.Announcement, now);
            rows.Put(item);
        }

        await rows.WriteAsync(cancellation);
        return unchanged;
    }

    private async Task MarkAsync(SourceLease lease, ListMark mark, CancellationToken cancellation)
    {
        var (etag, modified, sha256, readAs, readFrom) = mark;
        var marked = await db.SourceStates.Where(s => s.SourceId == lease.SourceId && s.Fence == lease.Fence).ExecuteUpdateAsync(
            u => u.SetProperty(s => s.ETag, etag).SetProperty(s => s.LastModified, modified).SetProperty(s => s.ListSha256, sha256)
                .SetProperty(s => s.ReadAs, s => readAs ?? s.ReadAs).SetProperty(s => s.ReadFrom, s => readFrom ?? s.ReadFrom), cancellation);
        if (marked == 0)
        {
            throw new LeaseLostException(lease.SourceId);
        }
    }
}
