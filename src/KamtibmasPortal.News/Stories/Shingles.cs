namespace KamtibmasPortal.News.Stories;

/// <summary>
/// The runs of four words of a text, hashed. The smallest hashes of a text are its sketch: a part of a text keeps those it holds, so a
/// short reprint meets its release in the index (bottom-k sketches: Broder 1997, "On the resemblance and containment of documents").
/// </summary>
internal static class Shingles
{
    public const int Words = 4;

    /// <summary>Hashes of a sketch. A reprint of a fifth of its release still shares three of them on average.</summary>
    public const int SketchSize = 16;

    private const int Limit = 2_000;

    /// <summary>Hashes of the runs in the order of the text, as many as there are runs.</summary>
    public static ulong[] InOrder(IReadOnlyList<StoryWord> words)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var hashes = new ulong[words.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = StoryHash.Of(words[i].Key);
        }

        // A text of fewer words is one run.
        var runs = new ulong[Math.Max(1, hashes.Length - Words + 1)];
        for (var i = 0; i < runs.Length; i++)
        {
            runs[i] = StoryHash.Of(hashes.AsSpan(i, Math.Min(Words, hashes.Length - i)));
        }

        return runs;
    }

    /// <summary>The distinct runs, ascending, 32 bits each: enough to compare two texts.</summary>
    public static uint[] SetOf(ReadOnlySpan<ulong> runs)
    {
        var set = new HashSet<uint>(runs.Length);
        foreach (var run in runs)
        {
            set.Add((uint)(run >> 32));
            if (set.Count == Limit)
            {
                break;
            }
        }

        return [.. set.Order()];
    }

    /// <summary>The smallest runs of the set: the keys of the index.</summary>
    public static long[] SketchOf(uint[] set) => [.. set.Take(SketchSize).Select(h => (long)h)];

    /// <summary>How many values two ascending lists share.</summary>
    public static int Shared(ReadOnlySpan<uint> one, ReadOnlySpan<uint> other)
    {
        int i = 0, j = 0, shared = 0;
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (one[i] < other[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared;
    }
}
