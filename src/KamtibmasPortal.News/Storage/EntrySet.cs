using System.Numerics;
using System.Runtime.InteropServices;
using KamtibmasPortal.News.Search;

namespace KamtibmasPortal.News.Storage;

/// <summary>Some entries of the index out of those held in memory: in their order, counted, divided.</summary>
/// <param name="arrays">Where they stand.</param>
/// <param name="bits">By place in the arrays.</param>
/// <param name="late">Those that stand beside them, ascending.</param>
internal sealed class EntrySet(EntryArrays arrays, ulong[] bits, HeldEntry[] late)
{
    public int Count { get; } = bits.Sum(BitOperations.PopCount) + late.Length;

    /// <summary>The first of them.</summary>
    public IReadOnlyList<IndexHit> Hits(bool oldestFirst, int take)
    {
        var hits = new List<IndexHit>(Math.Min(take, Count));
        foreach (var hit in oldestFirst ? Ascending() : Descending())
        {
            if (hits.Count == take)
            {
                break;
            }

            hits.Add(hit);
        }

        return hits;
    }

    /// <summary>All their numbers.</summary>
    public IReadOnlyList<long> Numbers()
    {
        var numbers = new List<long>(Count);
        numbers.AddRange(Descending().Select(h => h.Number));
        return numbers;
    }

    /// <summary>How they divide.</summary>
    public ArticleFacets Facets()
    {
        var names = arrays.Keys.Names;
        var counts = new int[names.Length];
        if (Count == arrays.Count)
        {
            CountAll(counts);
        }
        else
        {
            for (var word = 0; word < bits.Length; word++)
            {
                for (var rest = bits[word]; rest != 0; rest &= rest - 1)
                {
                    foreach (var key in arrays.KeysAt((word << 6) + BitOperations.TrailingZeroCount(rest)))
                    {
                        counts[key]++;
                    }
                }
            }
        }

        foreach (var entry in late)
        {
            foreach (var key in entry.Keys)
            {
                counts[key]++;
            }
        }

        return Divide(counts, names);
    }

    /// <summary>How often each topic stands beside each month.</summary>
    public IReadOnlyList<TopicMonth> TopicMonths()
    {
        var names = arrays.Keys.Names;
        var counts = new Dictionary<(int Topic, int Month), int>();
        for (var word = 0; word < bits.Length; word++)
        {
            for (var rest = bits[word]; rest != 0; rest &= rest - 1)
            {
                Add(arrays.KeysAt((word << 6) + BitOperations.TrailingZeroCount(rest)));
            }
        }

        foreach (var entry in late)
        {
            Add(entry.Keys);
        }

        return [.. counts.Select(c => new TopicMonth(names[c.Key.Topic][2..], names[c.Key.Month][2..], c.Value))];

        void Add(ReadOnlySpan<int> keys)
        {
            // The month is the last key of an entry.
            foreach (var key in keys[..^1])
            {
                if (names[key][0] == 't')
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, (key, keys[^1]), out _)++;
                }
            }
        }
    }

    /// <summary>Of everything each key has all its bearers, but for those that are gone.</summary>
    private void CountAll(int[] counts)
    {
        for (var key = 0; key < counts.Length; key++)
        {
            counts[key] = arrays.BearersOf(key).Length;
        }

        for (var word = 0; word < arrays.Gone.Length; word++)
        {
            for (var rest = arrays.Gone[word]; rest != 0; rest &= rest - 1)
            {
                foreach (var key in arrays.KeysAt((word << 6) + BitOperations.TrailingZeroCount(rest)))
                {
                    counts[key]--;
                }
            }
        }
    }

    private IEnumerable<IndexHit> Descending()
    {
        var next = late.Length - 1;
        for (var word = bits.Length - 1; word >= 0; word--)
        {
            for (var rest = bits[word]; rest != 0;)
            {
                var bit = BitOperations.Log2(rest);
                rest &= ~(1UL << bit);
                var hit = arrays.HitAt((word << 6) + bit);
                for (; next >= 0 && late[next].Number > hit.Number; next--)
                {
                    yield return new IndexHit(late[next].Number, late[next].ArticleId);
                }

                yield return hit;
            }
        }

        for (; next >= 0; next--)
        {
            yield return new IndexHit(late[next].Number, late[next].ArticleId);
        }
    }

    private IEnumerable<IndexHit> Ascending()
    {
        var next = 0;
        for (var word = 0; word < bits.Length; word++)
        {
            for (var rest = bits[word]; rest != 0; rest &= rest - 1)
            {
                var hit = arrays.HitAt((word << 6) + BitOperations.TrailingZeroCount(rest));
                for (; next < late.Length && late[next].Number < hit.Number; next++)
                {
                    yield return new IndexHit(late[next].Number, late[next].ArticleId);
                }

                yield return hit;
            }
        }

        for (; next < late.Length; next++)
        {
            yield return new IndexHit(late[next].Number, late[next].ArticleId);
        }
    }

    private static ArticleFacets Divide(int[] counts, string[] names)
    {
        var groups = counts.Select((count, key) => (Count: count, Name: names[key])).Where(c => c.Count > 0).ToLookup(c => c.Name[0], c => new KeyCount(c.Name[2..], c.Count));
        return new ArticleFacets(Largest('r'), Largest('a'), Largest('t'), Largest('p'), [.. groups['m'].OrderBy(m => m.Key, StringComparer.Ordinal)]);

        List<KeyCount> Largest(char kind) => [.. groups[kind].OrderByDescending(c => c.Count).ThenBy(c => c.Key, StringComparer.Ordinal)];
    }
}
