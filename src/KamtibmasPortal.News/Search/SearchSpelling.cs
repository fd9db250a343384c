using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Search;

/// <summary>Words near one that nothing was found for: roots of the language, and the words that names of places and agencies are made of.</summary>
public sealed class SearchSpelling
{
    private const int Shortest = 4;
    private const int Longest = 30;
    private const int LongEnoughForTwo = 7;

    private readonly ILookup<int, string> _byLength;

    /// <param name="words">The analysis of queries.</param>
    /// <param name="names">Names whose words may be meant.</param>
    public SearchSpelling(WordReader words, IEnumerable<string> names)
    {
        var known = new HashSet<string>(RootList.Load().Words, StringComparer.Ordinal);
        foreach (var name in names)
        {
            known.UnionWith(words.Read(name).Select(w => w.Word));
        }

        _byLength = known.Where(w => w.Length is >= Shortest and <= Longest).ToLookup(w => w.Length);
    }

    /// <summary>Nearest first: one letter missing, too many, exchanged or swapped with its neighbour; in long words two.</summary>
    /// <param name="word">A word as it was typed.</param>
    /// <param name="take">At most so many.</param>
    public IReadOnlyList<string> Near(string word, int take)
    {
        var typed = word.ToLowerInvariant();
        if (typed.Length is < Shortest or > Longest || _byLength[typed.Length].Contains(typed))
        {
            // Right as it is: that nothing is found is no fault of its spelling.
            return [];
        }

        var most = typed.Length >= LongEnoughForTwo ? 2 : 1;
        return [.. Enumerable.Range(typed.Length - most, (2 * most) + 1).SelectMany(l => _byLength[l])
            .Select(w => (Word: w, Distance: Distance(typed, w, most)))
            .Where(w => w.Distance > 0 && w.Distance <= most)
            .OrderBy(w => w.Distance).ThenBy(w => w.Word[0] == typed[0] ? 0 : 1).ThenBy(w => Math.Abs(w.Word.Length - typed.Length)).ThenBy(w => w.Word, StringComparer.Ordinal)
            .Take(take).Select(w => w.Word)];
    }

    /// <summary>Damerau's distance with neighbours swapped once (optimal string alignment); more than <paramref name="most"/> counts as most + 1.</summary>
    internal static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        Span<int> before = stackalloc int[other.Length + 1], last = stackalloc int[other.Length + 1], row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return most + 1;
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[other.Length];
    }
}
