using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>An item as its source announced it, ready to be written down.</summary>
/// <param name="Key">Identity within the source.</param>
/// <param name="Location">Where to read it.</param>
/// <param name="Fingerprint">Sign of change.</param>
/// <param name="Announcement">What the source said, as JSON; null when it said nothing.</param>
public sealed record AnnouncedEntry(string Key, string Location, string Fingerprint, string? Announcement);

/// <summary>What a source is known by after its list was read: kept only together with the list's items.</summary>
public sealed record ListMark(string? ETag, string? LastModified, string? Sha256, SourceKind? ReadAs, string? ReadFrom);

/// <summary>
/// The book of what sources announce. An announcement is written down whole before anything is done with it, and the mark that makes
/// the next poll conditional is written with it: what was announced once is never lost.
/// </summary>
public sealed class SourceLedger(PortalDbContext db, TimeProvider clock)
{
    private const int Chunk = 500;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<(Source Source, SourceState State)> OpenAsync(SourceLease lease, CancellationToken cancellation) =>
        (await db.Sources.AsNoTracking().FirstAsync(s => s.Id == lease.SourceId, cancellation), await db.SourceStates.AsNoTracking().FirstAsync(s => s.SourceId == lease.SourceId, cancellation));

    /// <summary>Writes down what is new or changed.</summary>
    /// <returns>How many of the entries need no reading.</returns>
    public async Task<int> AnnounceAsync(SourceLease lease, IReadOnlyList<AnnouncedEntry> entries, ListMark mark, bool isBackfill, CancellationToken cancellation)
    {
        var unchanged = 0;
        foreach (var chunk in entries.Chunk(Chunk))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await db.ProveAsync(lease, cancellation);
            unchanged += await WriteAsync(lease.SourceId, chunk, isBackfill, cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        if (!isBackfill)
        {
            await MarkAsync(lease, mark, cancellation);
        }

        return unchanged;
    }

    /// <summary>Items that want to be read, what is new before the archive.</summary>
    public async Task<IReadOnlyList<SourceItem>> DueAsync(Guid sourceId, int take, CancellationToken cancellation)
    {
        var now = Now;
        return await DueOf(sourceId, now).OrderBy(i => i.IsBackfill).ThenBy(i => i.Position).ThenBy(i => i.Key).Take(take).ToListAsync(cancellation);
    }

    public Task<int> CountDueAsync(Guid sourceId, CancellationToken cancellation) => DueOf(sourceId, Now).CountAsync(cancellation);

    /// <summary>Closes a run: writes it down, or joins it to the one before when nothing happened in both, and gives the source back.</summary>
    public async Task FinishAsync(SourceLease lease, FetchRun run, TimeSpan? habit, DateTime? blockedUntil, CancellationToken cancellation)
    {
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
            state.NextDueAt = due;
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

    private IQueryable<SourceItem> DueOf(Guid sourceId, DateTime now) => db.SourceItems.AsNoTracking().Where(i => i.SourceId == sourceId && i.DueAt != null && i.DueAt <= now);

    /// <summary>When the next item of the source wants to be read again; null when none does.</summary>
    private Task<DateTime?> DueSoonAsync(Guid sourceId, CancellationToken cancellation) => db.SourceItems.Where(i => i.SourceId == sourceId && i.DueAt != null).MinAsync(i => i.DueAt, cancellation);

    private async Task<int> WriteAsync(Guid sourceId, AnnouncedEntry[] entries, bool isBackfill, CancellationToken cancellation)
    {
        var keys = entries.Select(e => e.Key).ToList();
        var known = await db.SourceItems.Where(i => i.SourceId == sourceId && keys.Contains(i.Key)).ToDictionaryAsync(i => i.Key, StringComparer.Ordinal, cancellation);
        var now = Now;
        var unchanged = 0;
        // Ticks order the announcements of a run behind those before; the place in the list orders them among themselves.
        var position = now.Ticks;
        foreach (var entry in entries)
        {
            if (!known.TryGetValue(entry.Key, out var item))
            {
                item = new SourceItem { SourceId = sourceId, Key = entry.Key, Position = position++, SeenAt = now, IsBackfill = isBackfill };
                db.SourceItems.Add(item);
            }
            else if (isBackfill || !item.NeedsReading(entry.Fingerprint))
            {
                unchanged++;
                continue;
            }

            item.Announce(entry.Location, entry.Fingerprint, entry.Announcement, now);
        }

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
