using System.Collections.Concurrent;
using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// Regions, agencies and topics as they were last read: every list names a hundred of them, and they change a few times a year. Nothing is
/// older than a minute; what a process hears of changes to everything, it reads anew at once.
/// </summary>
public sealed class TagShelf
{
    private const int Most = 20_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, Region> _regions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Agency> _agencies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Topic> _topics = new(StringComparer.Ordinal);
    private IReadOnlyList<Topic>? _allTopics;
    private DateTimeOffset _since;

    public TagShelf(PublicChanges changes, TimeProvider clock)
    {
        (_clock, _since) = (clock, clock.GetUtcNow());
        changes.Listen(marks =>
        {
            if (marks.Contains(PortalDbContext.Everything))
            {
                Clear();
            }
        });
    }

    internal async Task<Dictionary<string, Region>> RegionsAsync(PortalDbContext db, IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        var (found, missing) = Held(_regions, codes);
        if (missing.Count > 0)
        {
            await db.Regions.AsNoTracking().Where(r => missing.Contains(r.Code)).ForEachAsync(r => found[r.Code] = _regions[r.Code] = r, cancellation);
        }

        return found;
    }

    internal async Task<Dictionary<string, Agency>> AgenciesAsync(PortalDbContext db, IReadOnlyCollection<string> slugs, CancellationToken cancellation)
    {
        var (found, missing) = Held(_agencies, slugs);
        if (missing.Count > 0)
        {
            await db.Agencies.AsNoTracking().Where(a => missing.Contains(a.Slug)).ForEachAsync(a => found[a.Slug] = _agencies[a.Slug] = a, cancellation);
        }

        return found;
    }

    /// <summary>All topics in use, in the order of their positions.</summary>
    internal async Task<IReadOnlyList<Topic>> TopicsAsync(PortalDbContext db, CancellationToken cancellation)
    {
        if (_clock.GetUtcNow() - _since > Longest)
        {
            Clear();
        }

        return _allTopics ??= await db.Topics.AsNoTracking().Where(t => !t.IsRetired).OrderBy(t => t.Position).ThenBy(t => t.Slug).ToListAsync(cancellation);
    }

    internal async Task<Dictionary<string, Topic>> TopicsAsync(PortalDbContext db, IReadOnlyCollection<string> slugs, CancellationToken cancellation)
    {
        var (found, missing) = Held(_topics, slugs);
        if (missing.Count > 0)
        {
            await db.Topics.AsNoTracking().ForEachAsync(t => found[t.Slug] = _topics[t.Slug] = t, cancellation);
        }

        return found;
    }

    /// <summary>What is at hand, taken out: the shelf may be cleared at any moment. A key that names nothing is asked for again each time.</summary>
    private (Dictionary<string, T> Found, List<string> Missing) Held<T>(ConcurrentDictionary<string, T> shelf, IReadOnlyCollection<string> keys)
    {
        if (_clock.GetUtcNow() - _since > Longest || shelf.Count > Most)
        {
            Clear();
        }

        var (found, missing) = (new Dictionary<string, T>(StringComparer.Ordinal), new List<string>());
        foreach (var key in keys)
        {
            if (shelf.TryGetValue(key, out var held))
            {
                found[key] = held;
            }
            else
            {
                missing.Add(key);
            }
        }

        return (found, missing);
    }

    private void Clear()
    {
        _regions.Clear();
        _agencies.Clear();
        _topics.Clear();
        _allTopics = null;
        _since = _clock.GetUtcNow();
    }
}
