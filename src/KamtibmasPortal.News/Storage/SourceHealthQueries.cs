using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>What is odd about a source, against its own habit.</summary>
public enum SourceSign
{
    /// <summary>It could not be read the last time.</summary>
    Broken,

    /// <summary>Nothing new for far longer than usual.</summary>
    Silent,

    /// <summary>Far more than usual in a day.</summary>
    Flooding,

    /// <summary>Hardly any of its articles has a date.</summary>
    Dateless,

    /// <summary>Everything it announces is known already.</summary>
    AllDuplicates,
}

/// <summary>How a source is doing.</summary>
/// <param name="Source">The source.</param>
/// <param name="State">What workers keep about it; null before its first poll.</param>
/// <param name="LastRun">Its newest finished run.</param>
/// <param name="Day">Articles of the last 24 hours, waiting ones included and old stock left out. For signed-in editors only.</param>
/// <param name="Month">The same of the last 30 days.</param>
/// <param name="Waiting">Items announced and not read yet.</param>
/// <param name="Signs">What is odd; empty for a source that is well.</param>
public sealed record SourceHealth(Source Source, SourceState? State, FetchRun? LastRun, int Day, int Month, int Waiting, IReadOnlyList<SourceSign> Signs);

/// <summary>Sources against their own habits.</summary>
public sealed class SourceHealthQueries(PortalDbContext db, CatalogQueries catalog, TimeProvider clock)
{
    private const int EnoughToJudge = 10;
    private const int FloodAtLeast = 50;
    private static readonly TimeSpan Habit = TimeSpan.FromDays(30);
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromDays(2);

    /// <summary>All sources, by publisher and name.</summary>
    public Task<IReadOnlyList<SourceHealth>> AllAsync(CancellationToken cancellation) => ReadAsync(sourceId: null, cancellation);

    /// <summary>One source; null when there is none of this id.</summary>
    public async Task<SourceHealth?> FindAsync(Guid sourceId, CancellationToken cancellation) => (await ReadAsync(sourceId, cancellation)) is [var found, ..] ? found : null;

    /// <summary>Newest runs of a source. For signed-in editors only.</summary>
    public async Task<IReadOnlyList<FetchRun>> RunsAsync(Guid sourceId, int take, CancellationToken cancellation) =>
        await db.FetchRuns.AsNoTracking().Where(r => r.SourceId == sourceId).OrderByDescending(r => r.StartedAt).Take(take).ToListAsync(cancellation);

    public async Task<Backfill?> BackfillAsync(Guid sourceId, CancellationToken cancellation) => await db.Backfills.AsNoTracking().FirstOrDefaultAsync(b => b.SourceId == sourceId, cancellation);

    private async Task<IReadOnlyList<SourceHealth>> ReadAsync(Guid? sourceId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (month, week, day) = (now - Habit, now.AddDays(-7), now.AddDays(-1));
        var states = await db.SourceStates.AsNoTracking().Where(s => sourceId == null || s.SourceId == sourceId).ToDictionaryAsync(s => s.SourceId, cancellation);
        var runs = await catalog.LastRunsAsync(cancellation);
        // Old stock that is read beside the news says nothing of the source's habit.
        var news = db.Articles.Where(a => (sourceId == null || a.SourceId == sourceId) && a.FirstSeenAt > month && !db.SourceItems.Any(i => i.SourceId == a.SourceId && i.Key == a.Key && i.IsBackfill));
        var articles = await news.GroupBy(a => a.SourceId).Select(g => new
        {
            g.Key,
            Month = g.Count(),
            Week = g.Count(a => a.FirstSeenAt > week),
            Day = g.Count(a => a.FirstSeenAt > day),
            Dateless = g.Count(a => a.FirstSeenAt > week && a.PublishedPrecision == DatePrecision.Unknown),
            First = g.Min(a => a.FirstSeenAt),
        }).ToDictionaryAsync(x => x.Key, cancellation);
        var items = await db.SourceItems.Where(i => (sourceId == null || i.SourceId == sourceId) && i.SeenAt > week && !i.IsBackfill).GroupBy(i => i.SourceId).Select(g => new
        {
            g.Key,
            Settled = g.Count(i => i.Outcome != null),
            Duplicates = g.Count(i => i.Outcome == ItemOutcome.Duplicate),
        }).ToDictionaryAsync(x => x.Key, cancellation);
        var waiting = await db.SourceItems.Where(i => (sourceId == null || i.SourceId == sourceId) && i.DueAt != null).GroupBy(i => i.SourceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellation);

        return [.. (await catalog.SourcesAsync(cancellation)).Where(s => sourceId is null || s.Id == sourceId).Select(source =>
        {
            var (state, run, arrived, announced) = (states.GetValueOrDefault(source.Id), runs.GetValueOrDefault(source.Id), articles.GetValueOrDefault(source.Id), items.GetValueOrDefault(source.Id));
            var signs = new List<SourceSign>();
            if (run?.Reason is not null)
            {
                signs.Add(SourceSign.Broken);
            }
            else if (!source.IsPaused && state?.LastNewAt is { } last && now - last > SilenceOf(arrived?.Month ?? 0))
            {
                signs.Add(SourceSign.Silent);
            }

            if (arrived is not null)
            {
                // Of the days before this one; a source that is new has no habit yet.
                var usual = (arrived.Month - arrived.Day) / Math.Max(1, (day - arrived.First).TotalDays);
                if (arrived.First < week && arrived.Day >= FloodAtLeast && arrived.Day > 5 * usual)
                {
                    signs.Add(SourceSign.Flooding);
                }

                if (arrived.Week >= EnoughToJudge && arrived.Dateless > 0.8 * arrived.Week)
                {
                    signs.Add(SourceSign.Dateless);
                }
            }

            if (announced is { Settled: >= EnoughToJudge } && announced.Duplicates > 0.95 * announced.Settled)
            {
                signs.Add(SourceSign.AllDuplicates);
            }

            return new SourceHealth(source, state, run, arrived?.Day ?? 0, arrived?.Month ?? 0, waiting.GetValueOrDefault(source.Id), signs);
        })];
    }

    /// <summary>Eight times the usual distance of its articles, and two days at least; a month for one that seldom publishes.</summary>
    private static TimeSpan SilenceOf(int articlesOfMonth) => articlesOfMonth < 3 ? Habit : TimeSpan.FromTicks(Math.Max(ShortestSilence.Ticks, Habit.Ticks / articlesOfMonth * 8));
}
