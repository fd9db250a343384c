using System.Runtime.CompilerServices;
using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>What is looked for among the acts; a null asks nothing.</summary>
public sealed record AuditFilter
{
    /// <summary>Part of an e-mail.</summary>
    public string? Editor { get; init; }

    /// <summary>One of <see cref="AuditActs"/>.</summary>
    public string? Act { get; init; }

    /// <summary>The whole subject: an id, a name, an e-mail.</summary>
    public string? Subject { get; init; }

    /// <summary>Each must stand somewhere in subject, detail, before or after; letters A to Z count alike in both cases.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>From this instant on, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Before this instant, UTC.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Acts on accounts too: for administrators.</summary>
    public bool WithAccounts { get; init; }
}

/// <param name="Items">The newest first.</param>
/// <param name="Next">Where the next page starts; null at the end.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Items, ArticleCursor? Next);

/// <summary>Reads who did what. For signed-in editors only.</summary>
public sealed class AuditQueries(PortalDbContext db)
{
    private const int Batch = 500;

    public async Task<AuditPage> PageAsync(AuditFilter filter, int take, ArticleCursor? after, CancellationToken cancellation)
    {
        var entries = Matching(filter);
        if (after is { } c)
        {
            entries = entries.Where(e => e.At < c.RankedAt || (e.At == c.RankedAt && e.Id.CompareTo(c.Id) < 0));
        }

        var found = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(take + 1).ToListAsync(cancellation);
        return found.Count > take
            ? new AuditPage(found[..take], new ArticleCursor(found[take - 1].At, found[take - 1].Id))
            : new AuditPage(found, null);
    }

    /// <summary>All of them, some in memory at a time.</summary>
    public async IAsyncEnumerable<AuditEntry> AllAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArticleCursor? after = null;
        do
        {
            var page = await PageAsync(filter, Batch, after, cancellation);
            foreach (var entry in page.Items)
            {
                yield return entry;
            }

            after = page.Next;
        }
        while (after is not null);
    }

    /// <summary>Titles of the articles among these subjects, as far as they are still there.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> TitlesAsync(IEnumerable<AuditEntry> entries, CancellationToken cancellation)
    {
        var ids = entries.Where(e => e.Act.StartsWith("article.", StringComparison.Ordinal)).Select(e => Guid.TryParse(e.Subject, out var id) ? id : Guid.Empty).Distinct().ToList();
        return await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Title, cancellation);
    }

    private IQueryable<AuditEntry> Matching(AuditFilter filter)
    {
        var entries = db.AuditEntries.AsNoTracking();
        entries = filter.WithAccounts ? entries : entries.Where(e => !e.Act.StartsWith(AuditActs.Accounts));
        entries = filter.Act is { } act ? entries.Where(e => e.Act == act) : entries;
        entries = filter.Subject is { } subject ? entries.Where(e => e.Subject == subject) : entries;
        entries = filter.From is { } from ? entries.Where(e => e.At >= from) : entries;
        entries = filter.Until is { } until ? entries.Where(e => e.At < until) : entries;
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // A query: the stores compare, with their own small letters.
        if (filter.Editor?.ToLowerInvariant() is { } editor)
        {
            entries = entries.Where(e => e.Editor.ToLower().Contains(editor));
        }

        foreach (var word in filter.Words.Select(w => w.ToLowerInvariant()))
        {
            entries = entries.Where(e => e.Subject.ToLower().Contains(word) || e.Detail!.ToLower().Contains(word) || e.Before!.ToLower().Contains(word) || e.After!.ToLower().Contains(word));
        }
#pragma warning restore CA1304, CA1311, CA1862, MA0011

        return entries;
    }
}
