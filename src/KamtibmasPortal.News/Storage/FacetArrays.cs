using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// What each entry of the index is tagged with, held in memory: exact counts of any query from its numbers alone. An entry's tags never
/// change, so nothing here grows stale; what is not held yet is read when it is first asked for. A number that was given back may in the
/// end come to another article of the same second: everything is read anew now and then.
/// </summary>
public sealed class FacetArrays(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(15);

    private const int LookUp = 500;

    private readonly Lock _lock = new();
    private readonly List<string> _keys = [];
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _publishers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _months = [];
    private readonly Dictionary<long, int[]> _late = [];
    private long[] _numbers = [];
    private int[] _starts = [0];
    private int[] _held = [];
    private Task? _loading;
    private DateTimeOffset _loadedAt;

    /// <summary>Counts over some entries, descending numbers; over all of them for null.</summary>
    public async Task<ArticleFacets> CountAsync(PortalDbContext db, IReadOnlyList<long>? numbers, CancellationToken cancellation)
    {
        await LoadedAsync(cancellation);
        numbers ??= await db.ReadRowsAsync("""SELECT "Number" FROM "SearchEntries" ORDER BY "Number" DESC""", [], row => row.GetInt64(0), cancellation);
        await ReadMissingAsync(db, numbers, cancellation);
        lock (_lock)
        {
            return Divide(Count(numbers));
        }
    }

    /// <summary>How often each topic stands beside each month over some entries, descending numbers.</summary>
    public async Task<IReadOnlyList<TopicMonth>> TopicMonthsAsync(PortalDbContext db, IReadOnlyList<long> numbers, CancellationToken cancellation)
    {
        await LoadedAsync(cancellation);
        await ReadMissingAsync(db, numbers, cancellation);
        lock (_lock)
        {
            var counts = new Dictionary<(int Topic, int Month), int>();
            Walk(numbers, (number, at) =>
            {
                var keys = KeysAt(number, at);
                // The month is the last key of an entry.
                for (var i = 0; i < keys.Length - 1; i++)
                {
                    if (_keys[keys[i]][0] == 't')
                    {
                        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (keys[i], keys[^1]), out _)++;
                    }
                }
            });
            return [.. counts.Select(c => new TopicMonth(_keys[c.Key.Topic][2..], _keys[c.Key.Month][2..], c.Value))];
        }
    }

    private async Task LoadedAsync(CancellationToken cancellation)
    {
        Task loading;
        lock (_lock)
        {
            if (_loading is null or { IsFaulted: true } or { IsCanceled: true } || (_loading.IsCompleted && clock.GetUtcNow() - _loadedAt > Held))
            {
                (_loading, _loadedAt) = (LoadAsync(), clock.GetUtcNow());
            }

            loading = _loading;
        }

        await loading.WaitAsync(cancellation);
    }

    /// <summary>In a scope of its own: whoever asked first may go away while others wait for the same.</summary>
    private async Task LoadAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var (numbers, starts, held) = (new List<long>(), new List<int> { 0 }, new List<int>());
        // Past the model: as entities a hundred thousand take a second, and the first page waits for them.
        await db.ReadRowsAsync("""SELECT "Number", "Tags", "Publisher", "Day" FROM "SearchEntries" ORDER BY "Number" """, [], row =>
        {
            numbers.Add(row.GetInt64(0));
            lock (_lock)
            {
                AddKeys(held, row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3));
            }

            starts.Add(held.Count);
            return true;
        }, CancellationToken.None);
        lock (_lock)
        {
            (_numbers, _starts, _held) = ([.. numbers], [.. starts], [.. held]);
            _late.Clear();
        }
    }

    private async Task ReadMissingAsync(PortalDbContext db, IReadOnlyList<long> numbers, CancellationToken cancellation)
    {
        List<long> missing;
        lock (_lock)
        {
            missing = Missing(numbers);
        }

        foreach (var chunk in missing.Chunk(LookUp))
        {
            var read = await db.SearchEntries.AsNoTracking().Where(e => chunk.Contains(e.Number)).ToListAsync(cancellation);
            lock (_lock)
            {
                foreach (var entry in read)
                {
                    _late[entry.Number] = KeysOf(entry);
                }
            }
        }
    }

    private List<long> Missing(IReadOnlyList<long> numbers)
    {
        var missing = new List<long>();
        Walk(numbers, (number, at) =>
        {
            if (at < 0 && !_late.ContainsKey(number))
            {
                missing.Add(number);
            }
        });
        return missing;
    }

    private int[] Count(IReadOnlyList<long> numbers)
    {
        var counts = new int[_keys.Count];
        Walk(numbers, (number, at) =>
        {
            foreach (var key in KeysAt(number, at))
            {
                counts[key]++;
            }
        });
        return counts;
    }

    private ReadOnlySpan<int> KeysAt(long number, int at) => at >= 0 ? _held.AsSpan(_starts[at], _starts[at + 1] - _starts[at]) : _late.TryGetValue(number, out var late) ? late : [];

    /// <summary>Both lists are in order: one walk over both instead of a look-up for each.</summary>
    private void Walk(IReadOnlyList<long> descending, Action<long, int> visit)
    {
        var at = _numbers.Length - 1;
        foreach (var number in descending)
        {
            if (at >= 0 && _numbers[at] - number > 64L * SearchNumber.Places * 1024)
            {
                var found = Array.BinarySearch(_numbers, 0, at + 1, number);
                at = found >= 0 ? found : ~found - 1;
            }

            while (at >= 0 && _numbers[at] > number)
            {
                at--;
            }

            visit(number, at >= 0 && _numbers[at] == number ? at : -1);
        }
    }

    private int[] KeysOf(SearchEntry entry)
    {
        lock (_lock)
        {
            var keys = new List<int>();
            AddKeys(keys, entry.Tags, entry.Publisher, entry.Day);
            return [.. keys];
        }
    }

    /// <summary>Its tags, its publisher, its month.</summary>
    private void AddKeys(List<int> keys, string tags, string publisher, DateOnly? day)
    {
        var known = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var part in tags.AsSpan().Split(' '))
        {
            if (tags.AsSpan(part) is { Length: > 0 } tag)
            {
                keys.Add(known.TryGetValue(tag, out var id) ? id : Id(tag.ToString()));
            }
        }

        keys.Add(_publishers.TryGetValue(publisher, out var held) ? held : _publishers[publisher] = Id("p:" + publisher));
        var month = day is null ? 0 : (day.Value.Year * 12) + day.Value.Month;
        keys.Add(_months.TryGetValue(month, out var at) ? at : _months[month] = Id(day is null ? "m:unknown" : string.Create(CultureInfo.InvariantCulture, $"m:{day:yyyy-MM}")));
    }

    private int Id(string key)
    {
        if (!_ids.TryGetValue(key, out var id))
        {
            id = _keys.Count;
            _ids[key] = id;
            _keys.Add(key);
        }

        return id;
    }

    private ArticleFacets Divide(int[] counts)
    {
        var groups = counts.Select((count, id) => (Count: count, Key: _keys[id])).Where(c => c.Count > 0).ToLookup(c => c.Key[0], c => new KeyCount(c.Key[2..], c.Count));
        return new ArticleFacets(Largest('r'), Largest('a'), Largest('t'), Largest('p'), [.. groups['m'].OrderBy(m => m.Key, StringComparer.Ordinal)]);

        List<KeyCount> Largest(char kind) => [.. groups[kind].OrderByDescending(c => c.Count).ThenBy(c => c.Key, StringComparer.Ordinal)];
    }
}
