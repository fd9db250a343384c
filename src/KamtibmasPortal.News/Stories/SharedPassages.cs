using System.Runtime.InteropServices;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Stories;

/// <summary>A passage that stands in two texts, word by word.</summary>
/// <param name="Start">Offset in the first text, UTF-16 code units.</param>
/// <param name="Length">Length in the first text.</param>
/// <param name="OtherStart">Offset in the second text.</param>
/// <param name="OtherLength">Length in the second text.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SharedPassage(int Start, int Length, int OtherStart, int OtherLength);

/// <summary>Finds what two texts share, however it was reordered.</summary>
public sealed class SharedPassages(WordReader reader)
{
    /// <summary>Shorter ones are set phrases and names.</summary>
    private const int FewestWords = 7;

    /// <summary>The passages in the order of the first text; they do not overlap in it.</summary>
    public IReadOnlyList<SharedPassage> Find(string first, string second)
    {
        var (one, other) = (StoryWord.Read(reader, first), StoryWord.Read(reader, second));
        var (runs, otherRuns) = (Shingles.InOrder(one), Shingles.InOrder(other));
        // Where a run stands more than once its first place will do: nobody reads twice.
        var places = new Dictionary<ulong, int>(otherRuns.Length);
        for (var j = 0; j < otherRuns.Length; j++)
        {
            places.TryAdd(otherRuns[j], j);
        }

        var found = new List<SharedPassage>();
        for (var i = 0; i < runs.Length;)
        {
            if (!places.TryGetValue(runs[i], out var j))
            {
                i++;
                continue;
            }

            var length = 1;
            while (i + length < runs.Length && j + length < otherRuns.Length && runs[i + length] == otherRuns[j + length])
            {
                length++;
            }

            var words = Math.Min(length + Shingles.Words - 1, Math.Min(one.Count - i, other.Count - j));
            if (words >= FewestWords)
            {
                found.Add(new SharedPassage(one[i].Start, one[i + words - 1].End - one[i].Start, other[j].Start, other[j + words - 1].End - other[j].Start));
                i += words;
            }
            else
            {
                i++;
            }
        }

        return found;
    }
}
