using System.Globalization;

namespace KamtibmasPortal.News.Text;

/// <summary>Tells a change of spelling from a change of what is said. In doubt it is the latter.</summary>
internal static class CosmeticChange
{
    private const int MostMisspelt = 8;

    public static bool Is(string removed, string added)
    {
        var (before, after) = (Words(removed), Words(added));
        return string.Concat(before.Select(Marked)) == string.Concat(after.Select(Marked))
            || (before.Count == after.Count && before.Count <= MostMisspelt && before.Zip(after).All(p => p.First == p.Second || Misspelling.Is(p.First, p.Second)));
    }

    /// <summary>Numbers keep their borders: "1 2" is not "12", while "kerja sama" is "kerjasama".</summary>
    private static string Marked(string word) => TextPieces.HasDigit(word) ? $"\0{word}\0" : word;

    /// <summary>What carries meaning, in lower case: words, and signs of amounts and sums.</summary>
    private static List<string> Words(string text) => [.. TextPieces.Words(text).Where(Counts).Select(w => w.ToLowerInvariant())];

    private static bool Counts(string piece) => TextPieces.IsWord(piece)
        || piece is "%" or "‰"
        || CharUnicodeInfo.GetUnicodeCategory(piece, 0) is UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;
}
