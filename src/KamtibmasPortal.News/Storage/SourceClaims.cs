using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>The name under which a process claims sources. After a restart it is the same again.</summary>
public sealed record WorkerName(string Value);

/// <summary>The lease on a source went to somebody else: whatever this worker was about to write is void.</summary>
public sealed class LeaseLostException(Guid sourceId) : Exception($"The lease on source {sourceId} was taken over.");

/// <summary>Which worker reads which source: leases with a fencing token that every write must show.</summary>
public sealed class SourceClaims(PortalDbContext db, WorkerName worker, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Claims sources that are due and that nobody reads, the longest waiting first.</summary>
    /// <param name="take">At most so many.</param>
    /// <param name="failing">Whether sources that failed the last time are wanted, or those that did not.</param>
    /// <param name="running">What this process reads already.</param>
    /// <param name="lease">How long they are left alone by others.</param>
    /// <param name="cancellation">Stops before anything is claimed.</param>
    public async Task<IReadOnlyList<SourceLease>> ClaimDueAsync(int take, bool failing, IReadOnlyCollection<Guid> running, TimeSpan lease, CancellationToken cancellation)
    {
        var now = Now;
        await AddMissingStatesAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.LockClaimsAsync(cancellation);
        var due = await Due(now).Where(s => (s.Failures > 0) == failing && !running.Contains(s.SourceId)).OrderBy(s => s.NextDueAt)
            .Select(s => new { s.SourceId, s.Host }).Take(take * 2).ToListAsync(cancellation);
        if (due.Count == 0)
        {
            return [];
        }

        // One process a host: politeness is kept where the turns are known.
        var taken = (await db.SourceStates.Where(s => s.Host != null && s.LeaseUntil > now && s.LeaseOwner != worker.Value).Select(s => s.Host!).Distinct().ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        var wanted = due.Where(d => d.Host is null || !taken.Contains(d.Host)).Take(take).Select(d => d.SourceId).ToList();
        var claimed = await ClaimAsync(wanted, now, lease, cancellation);
        await transaction.CommitAsync(cancellation);
        return claimed;
    }

    public async Task<int> CountDueAsync(CancellationToken cancellation)
    {
        await AddMissingStatesAsync(cancellation);
        return await Due(Now).CountAsync(cancellation);
    }

    /// <summary>Claims one source, due or not, paused or not; null while another process reads it or its host.</summary>
    public async Task<SourceLease?> ClaimAsync(Guid sourceId, TimeSpan lease, CancellationToken cancellation)
    {
        var now = Now;
        await AddMissingStatesAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.LockClaimsAsync(cancellation);
        var host = await db.SourceStates.Where(s => s.SourceId == sourceId).Select(s => s.Host).FirstOrDefaultAsync(cancellation);
        if (host is not null && await db.SourceStates.AnyAsync(s => s.Host == host && s.SourceId != sourceId && s.LeaseUntil > now && s.LeaseOwner != worker.Value, cancellation))
        {
            return null;
        }

        var claimed = await ClaimAsync([sourceId], now, lease, cancellation);
        await transaction.CommitAsync(cancellation);
        return claimed.Count == 0 ? null : claimed[0];
    }

    /// <summary>Keeps a lease alive; false when it went to somebody else.</summary>
    public async Task<bool> RenewAsync(SourceLease lease, TimeSpan length, CancellationToken cancellation)
    {
        var until = Now + length;
        return await Held(lease).ExecuteUpdateAsync(u => u.SetProperty(s => s.LeaseUntil, until), cancellation) == 1;
    }

    /// <summary>Gives a source back before its run is over: whoever comes next goes on from there.</summary>
    public Task ReleaseAsync(SourceLease lease, CancellationToken cancellation) =>
        Held(lease).ExecuteUpdateAsync(u => u.SetProperty(s => s.LeaseUntil, (DateTime?)null).SetProperty(s => s.LeaseOwner, (string?)null), cancellation);

    /// <summary>Sources that want to be read and that this process may claim.</summary>
    private IQueryable<SourceState> Due(DateTime now) =>
        from state in db.SourceStates.AsNoTracking()
        join source in db.Sources on state.SourceId equals source.Id
        where !source.IsPaused && (state.NextDueAt == null || state.NextDueAt <= now) && (state.LeaseUntil == null || state.LeaseUntil <= now || state.LeaseOwner == worker.Value)
        select state;

    private IQueryable<SourceState> Held(SourceLease lease) => db.SourceStates.Where(s => s.SourceId == lease.SourceId && s.Fence == lease.Fence && s.LeaseOwner == worker.Value);

    private async Task<List<SourceLease>> ClaimAsync(IReadOnlyList<Guid> sourceIds, DateTime now, TimeSpan lease, CancellationToken cancellation)
    {
        var claimed = new List<SourceLease>();
        foreach (var state in await db.LockStates(sourceIds).ToListAsync(cancellation))
        {
            if (state.IsFree(worker.Value, now))
            {
                state.Claim(worker.Value, now + lease);
                claimed.Add(new SourceLease(state.SourceId, state.Fence));
            }
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return [.. claimed.OrderBy(l => sourceIds.ToList().IndexOf(l.SourceId))];
    }

    /// <summary>A new source has no state yet, and one whose address an editor changed has that of another host.</summary>
    private async Task AddMissingStatesAsync(CancellationToken cancellation)
    {
        var missing = await db.Sources.AsNoTracking().Where(s => !db.SourceStates.Any(x => x.SourceId == s.Id)).ToListAsync(cancellation);
        if (missing.Count == 0)
        {
            return;
        }

        db.SourceStates.AddRange(missing.Select(s => new SourceState { SourceId = s.Id, Host = s.Host }));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (db.IsUniqueViolation(e))
        {
            // Another process was first; what it left out is added the next time.
        }

        db.ChangeTracker.Clear();
    }
}

internal static class LeasedWrites
{
    /// <summary>Proves inside the caller's transaction that the lease still holds, and keeps it so until the transaction ends.</summary>
    /// <exception cref="LeaseLostException">It went to somebody else.</exception>
    public static async Task ProveAsync(this PortalDbContext db, SourceLease lease, CancellationToken cancellation)
    {
        // Writing the row locks it: nobody can claim the source between this proof and the commit.
        if (await db.ChangeRowsAsync("""UPDATE "SourceStates" SET "Fence" = "Fence" WHERE "SourceId" = @p0 AND "Fence" = @p1""", [lease.SourceId, lease.Fence], cancellation) != 1)
        {
            throw new LeaseLostException(lease.SourceId);
        }
    }
}
