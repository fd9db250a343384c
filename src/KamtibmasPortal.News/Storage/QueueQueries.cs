using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>A reason why an article waits, as filters name it: those it carries, and two that follow from its story.</summary>
public enum QueueReason { SourceReview, LowConfidence, Sensitive, PublisherChange, Proposal, Returned, Duplicate, DateConflict }

/// <summary>Which of the waiting articles are asked for; null asks for all.</summary>
public sealed record QueueFilter
{
    public QueueReason? Reason { get; init; }
    public Guid? Source { get; init; }

    /// <summary>Kemendagri code, with everything below it.</summary>
    public string? Region { get; init; }
    public string? Topic { get; init; }

    /// <summary>E-mail of an editor; empty for those that nobody took.</summary>
    public string? Assignee { get; init; }
}

/// <summary>A waiting article.</summary>
/// <param name="Card">As lists show it.</param>
/// <param name="State">Published ones wait where a proposal or a publisher's change does.</param>
/// <param name="Reasons">Why it waits, most urgent first.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="AssignedTo">E-mail of the editor who takes care of it.</param>
public sealed record QueueItem(ArticleCard Card, ReviewState State, IReadOnlyList<QueueReason> Reasons, DateTime Since, string? AssignedTo);

/// <summary>One page of the queue; <see cref="Next"/> is null on the last one.</summary>
public sealed record QueuePage(IReadOnlyList<QueueItem> Items, QueueCursor? Next);

/// <summary>What waits for editors, most urgent first, among equals the longest waiting. For signed-in editors only.</summary>
public sealed class QueueQueries(PortalDbContext db, ArticleQueries articles)
{
    private static readonly (WaitReasons Bit, QueueReason Reason)[] s_bits =
    [
        (WaitReasons.PublisherChange, QueueReason.PublisherChange), (WaitReasons.Sensitive, QueueReason.Sensitive), (WaitReasons.Proposal, QueueReason.Proposal),
        (WaitReasons.Returned, QueueReason.Returned), (WaitReasons.LowConfidence, QueueReason.LowConfidence), (WaitReasons.SourceReview, QueueReason.SourceReview),
    ];

    public async Task<QueuePage> PageAsync(QueueFilter filter, int take, QueueCursor? after, CancellationToken cancellation)
    {
        var waiting = Waiting(filter);
        if (after is { } c)
        {
            waiting = waiting.Where(a => a.Urgency <= c.Urgency && (a.Urgency < c.Urgency || a.WaitingSince > c.Since || (a.WaitingSince == c.Since && a.Id.CompareTo(c.Id) > 0)));
        }

        var rows = await waiting.OrderByDescending(a => a.Urgency).ThenBy(a => a.WaitingSince).ThenBy(a => a.Id).Take(take + 1)
            .Select(a => new { a.Id, a.State, a.Waiting, a.WaitingSince, a.AssignedTo, a.Urgency }).ToListAsync(cancellation);
        var more = rows.Count > take;
        rows = [.. rows.Take(take)];
        var ids = rows.ConvertAll(r => r.Id);
        var cards = (await articles.DeskCardsAsync(ids, cancellation)).ToDictionary(a => a.Id);
        var stories = await StoriesAsync(ids, cancellation);
        var items = rows.Where(r => cards.ContainsKey(r.Id)).Select(r => new QueueItem(cards[r.Id], r.State, [.. Named(r.Waiting), .. stories[r.Id]], r.WaitingSince ?? cards[r.Id].FirstSeenAt, r.AssignedTo));
        return new QueuePage([.. items], more ? new QueueCursor(rows[^1].Urgency, rows[^1].WaitingSince ?? default, rows[^1].Id) : null);
    }

    /// <summary>Some of the waiting articles, in no order; those that wait no longer are absent.</summary>
    public async Task<int> CountAsync(QueueFilter filter, CancellationToken cancellation) => await Waiting(filter).CountAsync(cancellation);

    /// <summary>How many wait for each of the reasons that an article carries.</summary>
    public async Task<IReadOnlyDictionary<QueueReason, int>> CountsByReasonAsync(CancellationToken cancellation)
    {
        var rows = await Waiting(new QueueFilter()).GroupBy(a => a.Waiting).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return s_bits.ToDictionary(b => b.Reason, b => rows.Where(r => r.Key.HasFlag(b.Bit)).Sum(r => r.Count));
    }

    /// <summary>What waits and since when, by reason.</summary>
    public async Task<WaitingNow> WaitingAsync(CancellationToken cancellation)
    {
        var rows = await Waiting(new QueueFilter()).GroupBy(a => a.Waiting).Select(g => new { g.Key, Count = g.Count(), Oldest = g.Min(a => a.WaitingSince) }).ToListAsync(cancellation);
        var reasons = s_bits.Select(b => (b.Reason, Rows: rows.Where(r => r.Key.HasFlag(b.Bit)).ToList())).Select(b => new WaitingFor(b.Reason, b.Rows.Sum(r => r.Count), b.Rows.Min(r => r.Oldest)));
        return new WaitingNow(rows.Sum(r => r.Count), rows.Min(r => r.Oldest), [.. reasons]);
    }

    /// <summary>Sources with something that waits, most first.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name, int Count)>> SourcesAsync(CancellationToken cancellation)
    {
        var counts = await Waiting(new QueueFilter()).GroupBy(a => a.SourceId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var ids = counts.ConvertAll(c => c.Key);
        var names = await db.Sources.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellation);
        return [.. counts.Where(c => names.ContainsKey(c.Key)).OrderByDescending(c => c.Count).ThenBy(c => names[c.Key], StringComparer.Ordinal).Select(c => (c.Key, names[c.Key], c.Count))];
    }

    /// <summary>Article that stands behind another one in the queue, or at its head; null when nothing else waits.</summary>
    public async Task<Guid?> NextAsync(Guid after, CancellationToken cancellation)
    {
        var at = await db.Articles.AsNoTracking().Where(a => a.Id == after).Select(a => new { a.Urgency, a.WaitingSince }).FirstOrDefaultAsync(cancellation);
        var cursor = at is { Urgency: > 0 } ? new QueueCursor(at.Urgency, at.WaitingSince ?? default, after) : (QueueCursor?)null;
        var page = await PageAsync(new QueueFilter(), 1, cursor, cancellation);
        return page.Items is [var item, ..] && item.Card.Id != after ? item.Card.Id : null;
    }

    private IQueryable<Article> Waiting(QueueFilter filter)
    {
        // "Urgency > 0" is the index's own condition. Asked for the states that wait, instead of those that do not, SQLite takes the index
        // of states and sorts all of them.
        var waiting = db.Articles.AsNoTracking().Where(a => a.Urgency > 0 && a.State != ReviewState.Rejected && a.State != ReviewState.Withdrawn);
        if (filter.Source is { } source)
        {
            waiting = waiting.Where(a => a.SourceId == source);
        }

        if (filter.Assignee is { } assignee)
        {
            waiting = assignee.Length == 0 ? waiting.Where(a => a.AssignedTo == null) : waiting.Where(a => a.AssignedTo == assignee);
        }

        if (filter.Region is { } region)
        {
            waiting = waiting.Where(a => db.ArticleTags.Any(t => t.ArticleId == a.Id && t.Kind == TagKind.Region && t.Key == region));
        }

        if (filter.Topic is { } topic)
        {
            waiting = waiting.Where(a => db.ArticleTags.Any(t => t.ArticleId == a.Id && t.Kind == TagKind.Topic && t.Key == topic));
        }

        return filter.Reason is { } reason ? Because(waiting, reason) : waiting;
    }

    private IQueryable<Article> Because(IQueryable<Article> waiting, QueueReason reason)
    {
        if (reason is QueueReason.DateConflict)
        {
            return waiting.Where(a => db.StoryEntries.Any(e => e.ArticleId == a.Id && e.ConflictDay != null));
        }

        if (reason is QueueReason.Duplicate)
        {
            return waiting.Where(a => db.StoryEntries.Any(own => own.ArticleId == a.Id && own.StoryId != null && db.StoryEntries.Any(other => other.StoryId == own.StoryId && other.ArticleId != a.Id)));
        }

        var bit = Array.Find(s_bits, b => b.Reason == reason).Bit;
        return waiting.Where(a => (a.Waiting & bit) != WaitReasons.None);
    }

    private static IEnumerable<QueueReason> Named(WaitReasons waiting) => s_bits.Where(b => waiting.HasFlag(b.Bit)).Select(b => b.Reason);

    /// <summary>What their stories say of articles: others tell the same, or contradict the date.</summary>
    private async Task<ILookup<Guid, QueueReason>> StoriesAsync(List<Guid> ids, CancellationToken cancellation)
    {
        var entries = await db.StoryEntries.AsNoTracking().Where(e => ids.Contains(e.ArticleId) && e.StoryId != null)
            .Select(e => new { e.ArticleId, HasOthers = db.StoryEntries.Any(o => o.StoryId == e.StoryId && o.ArticleId != e.ArticleId), IsContradicted = e.ConflictDay != null }).ToListAsync(cancellation);
        return entries.Where(e => e.HasOthers).Select(e => (e.ArticleId, Reason: QueueReason.Duplicate)).Concat(entries.Where(e => e.IsContradicted).Select(e => (e.ArticleId, Reason: QueueReason.DateConflict)))
            .ToLookup(e => e.ArticleId, e => e.Reason);
    }
}
