using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Editing;

/// <summary>What withdrawing a whole source would take from the public.</summary>
/// <param name="Published">Articles that would go.</param>
/// <param name="Waiting">Articles that wait for an editor; they stay where they are.</param>
/// <param name="Withdrawn">Articles that are withdrawn already.</param>
/// <param name="Samples">Some of those that would go, newest first.</param>
public sealed record WithdrawalPreview(int Published, int Waiting, int Withdrawn, IReadOnlyList<(Guid Id, string Title, DateTime FirstSeenAt)> Samples);

/// <summary>
/// Takes every published article of a source back with one reason for the public: a bulk act that is written down before it begins, goes
/// on where it was stopped, and is undone like any other.
/// </summary>
public sealed class SourceWithdrawal(PortalDbContext db, DeskStore store, AuditTrail trail, TimeProvider clock)
{
    private const int Batch = 100;
    private const int SamplesShown = 10;

    /// <summary>Somebody else's change of the same moment is not in the way of taking all back.</summary>
    private const int Tries = 3;

    public async Task<WithdrawalPreview> PreviewAsync(Guid sourceId, CancellationToken cancellation)
    {
        var counts = await db.Articles.Where(a => a.SourceId == sourceId).GroupBy(a => a.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var samples = await db.Articles.AsNoTracking().Where(a => a.SourceId == sourceId && a.State == ReviewState.Published).OrderByDescending(a => a.FirstSeenAt).ThenByDescending(a => a.Id).Take(SamplesShown)
            .Select(a => new { a.Id, a.Title, a.FirstSeenAt }).ToListAsync(cancellation);
        return new WithdrawalPreview(counts.GetValueOrDefault(ReviewState.Published), counts.GetValueOrDefault(ReviewState.Pending), counts.GetValueOrDefault(ReviewState.Withdrawn), samples.ConvertAll(s => (s.Id, s.Title, s.FirstSeenAt)));
    }

    /// <summary>Writes the act down; nothing is withdrawn yet.</summary>
    /// <param name="source">The source.</param>
    /// <param name="reason">Why, in words for the public.</param>
    /// <param name="editor">E-mail of the editor.</param>
    /// <param name="cancellation">Stops the write.</param>
    /// <returns>Id of the act; of the one that goes on already where there is one.</returns>
    public async Task<Guid> BeginAsync(Source source, string reason, string editor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.BulkActs.Where(b => b.SourceId == source.Id && b.FinishedAt == null).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(cancellation) is { } running)
        {
            return running;
        }

        var now = clock.GetUtcNow();
        var act = new BulkAct { Id = Guid.CreateVersion7(now), At = now.UtcDateTime, Editor = editor, Kind = BulkKind.Withdraw, SourceId = source.Id, SourceName = source.Name, Reason = reason };
        db.BulkActs.Add(act);
        db.AuditEntries.Add(trail.Entry(editor, AuditActs.SourceWithdraw, source.Name, act.Id.ToString(), after: reason));
        db.Touch(PortalDbContext.Everything);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return act.Id;
    }

    /// <summary>Goes on withdrawing, from wherever it stands.</summary>
    /// <param name="actId">The act.</param>
    /// <param name="patience">When to leave the rest to the next call.</param>
    /// <param name="cancellation">Stops between two articles.</param>
    /// <returns>Whether nothing is left to do.</returns>
    public async Task<bool> ContinueAsync(Guid actId, TimeSpan patience, CancellationToken cancellation)
    {
        var (start, after) = (clock.GetTimestamp(), "");
        while (await RunningAsync(actId, cancellation) is { } act)
        {
            var some = await NextAsync(act, after, cancellation);
            foreach (var (id, version, key) in some)
            {
                await WithdrawAsync(act, id, version, cancellation);
                after = key;
                if (clock.GetElapsedTime(start) > patience)
                {
                    return false;
                }
            }

            if (some.Count < Batch)
            {
                await FinishAsync(actId, cancellation);
            }
        }

        return true;
    }

    /// <summary>Leaves what is not withdrawn yet as it is. False when the act does not go on any more.</summary>
    public async Task<bool> StopAsync(Guid actId, string editor, CancellationToken cancellation)
    {
        if (await RunningAsync(actId, cancellation) is not { SourceName: { } source } || !await FinishAsync(actId, cancellation))
        {
            return false;
        }

        db.AuditEntries.Add(trail.Entry(editor, AuditActs.SourceWithdrawStop, source, actId.ToString()));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private async Task<BulkAct?> RunningAsync(Guid actId, CancellationToken cancellation) =>
        await db.BulkActs.AsNoTracking().FirstOrDefaultAsync(b => b.Id == actId && b.Kind == BulkKind.Withdraw && b.FinishedAt == null, cancellation);

    /// <summary>Only what was there when the act began; by key, whose index leads from source to source.</summary>
    private async Task<List<(Guid Id, Guid Version, string Key)>> NextAsync(BulkAct act, string after, CancellationToken cancellation)
    {
        // Translated to the store's own order of texts, by which it sorts as well.
#pragma warning disable CA1310, MA0074
        var rows = await db.Articles.AsNoTracking().Where(a => a.SourceId == act.SourceId && a.Key.CompareTo(after) > 0 && a.State == ReviewState.Published && a.FirstSeenAt <= act.At)
            .OrderBy(a => a.Key).Take(Batch).Select(a => new { a.Id, a.Version, a.Key }).ToListAsync(cancellation);
#pragma warning restore CA1310, MA0074
        return rows.ConvertAll(r => (r.Id, r.Version, r.Key));
    }

    private async Task WithdrawAsync(BulkAct act, Guid id, Guid version, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var answer = await store.ChangeAsync(id, version, act.Editor, hand =>
            {
                var before = hand.Remember();
                if (!hand.Step(a => a.TryWithdraw(act.Reason!, hand.Now)))
                {
                    return false;
                }

                hand.Rows.Add(new BulkChange { ActId = act.Id, ArticleId = id, Before = before, VersionAfter = hand.NextVersion });
                return true;
            }, trail.Entry(act.Editor, DeskActs.OfBulk(BulkKind.Withdraw), id.ToString(), act.Id.ToString()), cancellation);
            if (answer is not ChangeAnswer.Outdated)
            {
                return;
            }

            version = await db.Articles.Where(a => a.Id == id).Select(a => a.Version).FirstOrDefaultAsync(cancellation);
        }
    }

    private async Task<bool> FinishAsync(Guid actId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var finished = await db.BulkActs.Where(b => b.Id == actId && b.FinishedAt == null).ExecuteUpdateAsync(u => u.SetProperty(b => b.FinishedAt, now), cancellation) == 1;
        // The public log tells how many.
        db.Touch(PortalDbContext.Everything);
        await transaction.CommitAsync(cancellation);
        return finished;
    }
}
