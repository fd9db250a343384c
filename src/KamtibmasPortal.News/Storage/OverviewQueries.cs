using System.Globalization;
using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Articles that wait for one reason; an article with several is counted with each.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">Since when the oldest of them waits, UTC; null when none does.</param>
public sealed record WaitingFor(QueueReason Reason, int Count, DateTime? Oldest);

/// <summary>What waits for editors.</summary>
/// <param name="All">Articles, each once.</param>
/// <param name="Oldest">Since when the oldest waits, UTC.</param>
/// <param name="Reasons">Most urgent first, those of which none waits included.</param>
public sealed record WaitingNow(int All, DateTime? Oldest, IReadOnlyList<WaitingFor> Reasons);

/// <summary>What came and went in a day of Jakarta (WIB).</summary>
/// <param name="Day">The day.</param>
/// <param name="Arrived">Articles seen first.</param>
/// <param name="Published">Articles that the public could see for the first time.</param>
/// <param name="Withdrawn">Articles that were withdrawn and still are.</param>
public sealed record DayVolume(DateOnly Day, int Arrived, int Published, int Withdrawn);

/// <summary>A tag that editors correct.</summary>
/// <param name="Kind">Region, agency or topic.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">As pages name it.</param>
/// <param name="Added">Articles to which an editor added it though no rule had.</param>
/// <param name="Refused">Articles from which an editor took it.</param>
public sealed record CorrectedTag(TagKind Kind, string Key, string Name, int Added, int Refused);

/// <summary>Polls of a source that ended in the period; of a row that stands for several, those that fall into it.</summary>
public sealed record PollCount(Guid SourceId, int Polls, int Failed);

/// <summary>The figures of the redaksi's overview. For signed-in editors only.</summary>
public sealed class OverviewQueries(PortalDbContext db, QueueQueries queue, TimeProvider clock)
{
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    /// <summary>Arrived, published, withdrawn.</summary>
    private static readonly string[] s_columns = ["FirstSeenAt", "PublicSince", "WithdrawnAt"];

    public Task<WaitingNow> WaitingAsync(CancellationToken cancellation) => queue.WaitingAsync(cancellation);

    /// <summary>The last days, oldest first, today included.</summary>
    public async Task<IReadOnlyList<DayVolume>> DaysAsync(int days, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime((clock.GetUtcNow() + Wib).UtcDateTime);
        var first = today.AddDays(1 - days);
        // Each day is a stretch of an index; grouping by a computed day would read the articles themselves.
        var sql = string.Join(" UNION ALL ", s_columns.SelectMany((column, c) => Enumerable.Range(0, days).Select(d =>
            string.Create(CultureInfo.InvariantCulture, $"SELECT {c} AS c, {d} AS d, COUNT(*) AS n FROM \"Articles\" WHERE \"{column}\" >= @p{d} AND \"{column}\" < @p{d + 1}"))));
        var bounds = Enumerable.Range(0, days + 1).Select(d => (object)DateTime.SpecifyKind(first.AddDays(d).ToDateTime(TimeOnly.MinValue) - Wib, DateTimeKind.Utc)).ToArray();
        var rows = await db.ReadRowsAsync(sql, bounds, r => (Column: r.GetInt32(0), Day: r.GetInt32(1), Count: (int)r.GetInt64(2)), cancellation);
        var counts = rows.ToDictionary(r => (r.Column, r.Day), r => r.Count);
        return [.. Enumerable.Range(0, days).Select(d => new DayVolume(first.AddDays(d), counts[(0, d)], counts[(1, d)], counts[(2, d)]))];
    }

    /// <summary>Of each kind the tags that editors correct most often, as they stand now.</summary>
    public async Task<IReadOnlyList<CorrectedTag>> CorrectedAsync(int takeOfKind, CancellationToken cancellation)
    {
        var added = await db.ReadRowsAsync($"""SELECT "Kind", "Key", COUNT(*) FROM "ArticleTags" WHERE {DeskTables.AddedByEditors} GROUP BY "Kind", "Key" """, [], r => (Kind: Enum.Parse<TagKind>(r.GetString(0)), Key: r.GetString(1), Count: (int)r.GetInt64(2)), cancellation);
        var refused = await db.RefusedTags.GroupBy(t => new { t.Kind, t.Key }).Select(g => new { g.Key.Kind, g.Key.Key, Count = g.Count() }).ToListAsync(cancellation);
        var counts = added.Select(a => (a.Kind, a.Key, Added: a.Count, Refused: 0)).Concat(refused.Select(r => (r.Kind, r.Key, Added: 0, Refused: r.Count)))
            .GroupBy(t => (t.Kind, t.Key)).Select(g => (g.Key.Kind, g.Key.Key, Added: g.Sum(t => t.Added), Refused: g.Sum(t => t.Refused)))
            .GroupBy(t => t.Kind).SelectMany(g => g.OrderByDescending(t => t.Added + t.Refused).ThenBy(t => t.Key, StringComparer.Ordinal).Take(takeOfKind)).ToList();
        var names = await NamesAsync(counts.ConvertAll(t => (t.Kind, t.Key)), cancellation);
        return [.. counts.Select(t => new CorrectedTag(t.Kind, t.Key, names.GetValueOrDefault((t.Kind, t.Key)) ?? t.Key, t.Added, t.Refused))];
    }

    /// <summary>How often sources were polled in a period that ends now, and how often in vain; sources that were not polled are absent.</summary>
    public async Task<IReadOnlyList<PollCount>> PollsAsync(TimeSpan period, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime - period;
        var inside = await db.ReadRowsAsync("""
            SELECT s."Id",
                COALESCE((SELECT SUM(r."Polls") FROM "FetchRuns" r WHERE r."SourceId" = s."Id" AND r."StartedAt" > @p0 AND r."FinishedAt" IS NOT NULL), 0),
                COALESCE((SELECT SUM(r."Polls") FROM "FetchRuns" r WHERE r."SourceId" = s."Id" AND r."StartedAt" > @p0 AND r."FinishedAt" IS NOT NULL AND r."Reason" IS NOT NULL), 0)
            FROM "Sources" s
            """, [since], r => new PollCount(r.GetGuid(0), (int)r.GetInt64(1), (int)r.GetInt64(2)), cancellation);
        // A row may have begun before: of each source only the last one that did can reach into the period.
        var across = await db.ReadRowsAsync("""
            SELECT r."SourceId", r."StartedAt", r."FinishedAt", r."Polls", CASE WHEN r."Reason" IS NULL THEN 0 ELSE 1 END
            FROM "Sources" s
            JOIN "FetchRuns" r ON r."Id" = (SELECT x."Id" FROM "FetchRuns" x WHERE x."SourceId" = s."Id" AND x."StartedAt" <= @p0 ORDER BY x."StartedAt" DESC LIMIT 1)
            WHERE r."FinishedAt" > @p0
            """, [since], r => (Source: r.GetGuid(0), Start: r.GetDateTime(1), End: r.GetDateTime(2), Polls: r.GetInt32(3), IsFailed: r.GetInt32(4) == 1), cancellation);
        var more = across.ToDictionary(r => r.Source, r => (Polls: Math.Max(1, (int)Math.Round(r.Polls * ((r.End - since) / (r.End - r.Start)))), r.IsFailed));
        return [.. inside.Select(p => more.TryGetValue(p.SourceId, out var m) ? p with { Polls = p.Polls + m.Polls, Failed = p.Failed + (m.IsFailed ? m.Polls : 0) } : p).Where(p => p.Polls > 0)];
    }

    private async Task<Dictionary<(TagKind, string), string>> NamesAsync(List<(TagKind Kind, string Key)> tags, CancellationToken cancellation)
    {
        var keys = tags.ToLookup(t => t.Kind, t => t.Key);
        var (regions, agencies) = (keys[TagKind.Region].ToList(), keys[TagKind.Agency].ToList());
        var names = new Dictionary<(TagKind, string), string>();
        foreach (var region in await db.Regions.AsNoTracking().Where(r => regions.Contains(r.Code)).Select(r => new { r.Code, r.Name }).ToListAsync(cancellation))
        {
            names[(TagKind.Region, region.Code)] = region.Name;
        }

        foreach (var agency in await db.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Slug)).Select(a => new { a.Slug, a.Name }).ToListAsync(cancellation))
        {
            names[(TagKind.Agency, agency.Slug)] = agency.Name;
        }

        foreach (var topic in await db.Topics.AsNoTracking().Select(t => new { t.Slug, t.Name }).ToListAsync(cancellation))
        {
            names[(TagKind.Topic, topic.Slug)] = topic.Name;
        }

        return names;
    }
}
