namespace KamtibmasPortal.News.Text.Words;

/// <summary>Whether a hyphen joins two words (Tuban-Lamongan) or stands inside one (anak-anaknya, di-PHK, KTP-nya, H-1).</summary>
internal static class Hyphens
{
    private const int LongestPart = 40;

    public static bool IsPrefix(ReadOnlySpan<char> part) => part is
        "di" or "ke" or "se" or "ku" or "kau" or "me" or "mem" or "men" or "meng" or "ber" or "ter" or "per" or "pe" or "nge" or "e"
        or "anti" or "non" or "pro" or "pra" or "pasca" or "antar" or "eks" or "ex" or "anti" or "multi" or "semi" or "sub" or "super" or "ultra" or "pan" or "kontra" or "maha";

    public static bool IsSuffix(ReadOnlySpan<char> part) => part is "nya" or "ku" or "mu" or "lah" or "kah" or "pun" or "kan" or "an" or "i" or "in";

    /// <summary>H-1, D-4, R-16.</summary>
    public static bool IsSign(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => first.Length == 1 && second.Length is > 0 and <= 4 && !second.ContainsAnyExceptInRange('0', '9');

    /// <summary>anak-anaknya, tembak-menembak, berjaga-jaga: most of the shorter part is in the other.</summary>
    public static bool IsDoubled(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (first.Length is < 2 or > LongestPart || second.Length is < 2 or > LongestPart)
        {
            return false;
        }

        var shared = LongestShared(first, second);
        return shared >= 4 || (shared >= 2 && shared >= Math.Min(first.Length, second.Length) - 1);
    }

    private static int LongestShared(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        Span<int> row = stackalloc int[LongestPart + 1];
        var longest = 0;
        foreach (var letter in first)
        {
            for (var j = second.Length; j > 0; j--)
            {
                row[j] = letter == second[j - 1] ? row[j - 1] + 1 : 0;
                longest = Math.Max(longest, row[j]);
            }
        }

        return longest;
    }
}
