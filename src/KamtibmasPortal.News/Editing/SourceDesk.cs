using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Editing;

/// <summary>What an editor can do to a source.</summary>
public enum SourceAct { Pause, Resume, PollNow, StartBackfill, StopBackfill }

/// <summary>Editors' acts on sources; each is audited.</summary>
public sealed class SourceDesk(PortalDbContext db, SourceRemoval removal, AuditTrail trail, TimeProvider clock)
{
    /// <returns>False when there is no such source, or the act has no meaning for it.</returns>
    public async Task<bool> DoAsync(Guid sourceId, SourceAct act, string editor, CancellationToken cancellation)
    {
        if (await db.Sources.FirstOrDefaultAsync(s => s.Id == sourceId, cancellation) is not { } source)
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var before = await StateAsync(source, act, cancellation);
        switch (act)
        {
            case SourceAct.Pause or SourceAct.Resume:
                source.IsPaused = act is SourceAct.Pause;
                break;
            case SourceAct.PollNow when !source.IsPaused:
                await HurryAsync(sourceId, now, cancellation);
                break;
            case SourceAct.StartBackfill when source.Kind is not SourceKind.Folder:
                await StartBackfillAsync(sourceId, now, cancellation);
                break;
            case SourceAct.StopBackfill when await db.Backfills.FirstOrDefaultAsync(b => b.SourceId == sourceId, cancellation) is { } running:
                running.Stop();
                break;
            default:
                return false;
        }

        var after = act is SourceAct.StartBackfill ? nameof(BackfillState.Running) : await StateAsync(source, act, cancellation);
        db.AuditEntries.Add(trail.Entry(editor, $"source.{act}", source.Name, before: before, after: after));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Sets the minutes between two polls, from <see cref="Pace.Shortest"/> to <see cref="Pace.Longest"/>; null follows the source's habit again.</summary>
    /// <returns>False when there is no such source.</returns>
    public async Task<bool> SetIntervalAsync(Guid sourceId, int? minutes, string editor, CancellationToken cancellation)
    {
        if (await db.Sources.FirstOrDefaultAsync(s => s.Id == sourceId, cancellation) is not { } source)
        {
            return false;
        }

        var before = Minutes(source.IntervalMinutes);
        source.IntervalMinutes = minutes;
        await HurryAsync(sourceId, clock.GetUtcNow().UtcDateTime, cancellation);
        db.AuditEntries.Add(trail.Entry(editor, AuditActs.SourceInterval, source.Name, before: before, after: Minutes(minutes)));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Removes a source with all its texts.</summary>
    /// <returns>False when there is no such source.</returns>
    public async Task<bool> RemoveAsync(Guid sourceId, string editor, CancellationToken cancellation)
    {
        if (await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Id == sourceId, cancellation) is not { } source)
        {
            return false;
        }

        var articles = await removal.CountArticlesAsync(sourceId, cancellation);
        return await removal.RemoveAsync(sourceId, trail.Entry(editor, AuditActs.SourceRemove, source.Name, FormattableString.Invariant($"{articles} articles"), before: source.Address), cancellation);
    }

    private async Task StartBackfillAsync(Guid sourceId, DateTime now, CancellationToken cancellation)
    {
        var backfill = await db.Backfills.FirstOrDefaultAsync(b => b.SourceId == sourceId, cancellation);
        if (backfill is { State: BackfillState.Done })
        {
            // Once more from the start: what is known costs only its announcement.
            db.Backfills.Remove(backfill);
            await db.SaveChangesAsync(cancellation);
            backfill = null;
        }

        if (backfill is null)
        {
            backfill = new Backfill { SourceId = sourceId, StartedAt = now };
            db.Backfills.Add(backfill);
        }

        backfill.Resume(now);
        await HurryAsync(sourceId, now, cancellation);
    }

    /// <summary>Due at once, but never before the time until which the site asked for silence.</summary>
    private Task<int> HurryAsync(Guid sourceId, DateTime now, CancellationToken cancellation) =>
        db.SourceStates.Where(s => s.SourceId == sourceId).ExecuteUpdateAsync(u => u.SetProperty(s => s.NextDueAt, s => s.BlockedUntil > now ? s.BlockedUntil : null), cancellation);

    /// <summary>The value that an act changes; null where it changes none.</summary>
    private async Task<string?> StateAsync(Source source, SourceAct act, CancellationToken cancellation) => act switch
    {
        SourceAct.Pause or SourceAct.Resume => source.IsPaused ? "Paused" : "Active",
        SourceAct.StartBackfill or SourceAct.StopBackfill => (await db.Backfills.FirstOrDefaultAsync(b => b.SourceId == source.Id, cancellation))?.State.ToString(),
        _ => null,
    };

    private static string Minutes(int? minutes) => minutes is null ? "auto" : FormattableString.Invariant($"{minutes}");
}
