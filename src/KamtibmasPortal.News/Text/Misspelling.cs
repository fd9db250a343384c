using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Text;

/// <summary>
/// One word written in two ways, by a letter or two. Two words of the language are two words ("ditangkap", "menangkap"; "lima", "lama"),
/// and so are two names that differ in a letter ("Budi", "Rudi"): only letters lost, doubled or swapped make a name one name.
/// </summary>
internal static class Misspelling
{
    private const int Shortest = 4;
    private const int ShortestName = 6;
    private const int ShortestForTwo = 7;
    private const int Longest = 40;

    private static readonly Lazy<(RootList Roots, WordForms Forms)> s_language = new(() => RootList.Load() is var roots ? (roots, new WordForms(roots)) : default);

    /// <param name="one">A word in lower case.</param>
    /// <param name="other">The word in its place, in lower case.</param>
    public static bool Is(string one, string other)
    {
        var length = Math.Min(one.Length, other.Length);
        if (length < Shortest || Math.Max(one.Length, other.Length) > Longest || one[0] != other[0] || TextPieces.HasDigit(one) || TextPieces.HasDigit(other))
        {
            return false;
        }

        var distance = Distance(one, other);
        if (distance > (length >= ShortestForTwo ? 2 : 1))
        {
            return false;
        }

        var exchanged = distance == 1 && one.Length == other.Length && !one.Order().SequenceEqual(other.Order());
        return (IsKnown(one), IsKnown(other)) switch
        {
            (true, true) => false,
            (false, false) => distance == 1 && length >= ShortestName && !exchanged,
            _ => length >= ShortestName || !exchanged,
        };
    }

    private static bool IsKnown(string word) => s_language.Value.Roots.Find(word) is not null || !s_language.Value.Forms.TermsOf(word).Contains(word);

    /// <summary>Letters to add, drop, exchange, or swap with their neighbour.</summary>
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[one.Length, other.Length];
    }
}
