using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>A month in which sources could not be read for a day or longer: what they published then may be missing.</summary>
/// <param name="Month">"2023-12".</param>
/// <param name="Sources">Their names.</param>
public sealed record SourceGap(string Month, IReadOnlyList<string> Sources);

/// <summary>When sources were down: a gap in a time line is not a zero.</summary>
public sealed class SourceGapQueries(PortalDbContext db, TimeProvider clock)
{
    private const int MostRuns = 50_000;
    private const int WibMinutes = 420;

    private static readonly TimeSpan Noticeable = TimeSpan.FromDays(1);

    /// <param name="publishers">Only sources of these publishers; all for none.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<SourceGap>> ByMonthAsync(IReadOnlyCollection<string> publishers, CancellationToken cancellation)
    {
        var sources = await db.Sources.AsNoTracking().Where(s => publishers.Count == 0 || publishers.Contains(s.Publisher))
            .Where(s => db.FetchRuns.Any(r => r.SourceId == s.Id && r.Reason != null)).Select(s => new { s.Id, s.Name }).ToListAsync(cancellation);
        var ids = sources.ConvertAll(s => s.Id);
        var runs = await db.FetchRuns.AsNoTracking().Where(r => ids.Contains(r.SourceId)).OrderByDescending(r => r.StartedAt).Take(MostRuns)
            .Select(r => new { r.SourceId, r.StartedAt, IsDown = r.Reason != null }).ToListAsync(cancellation);
        var months = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            DateTime? since = null;
            foreach (var run in runs.Where(r => r.SourceId == source.Id).OrderBy(r => r.StartedAt))
            {
                if (since is { } start && !run.IsDown)
                {
                    Note(start, run.StartedAt, source.Name);
                }

                since = run.IsDown ? since ?? run.StartedAt : null;
            }

            if (since is { } open)
            {
                Note(open, clock.GetUtcNow().UtcDateTime, source.Name);
            }
        }

        return [.. months.Select(m => new SourceGap(m.Key, [.. m.Value]))];

        void Note(DateTime from, DateTime to, string name)
        {
            if (to - from < Noticeable)
            {
                return;
            }

            for (var at = from.AddMinutes(WibMinutes); at <= to.AddMinutes(WibMinutes); at = new DateTime(at.Year, at.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1))
            {
                var month = at.ToString("yyyy-MM", CultureInfo.InvariantCulture);
                if (!months.TryGetValue(month, out var names))
                {
                    months[month] = names = new SortedSet<string>(StringComparer.Ordinal);
                }

                names.Add(name);
            }
        }
    }
}
