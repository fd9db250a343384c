using System.Globalization;
using System.Text;

namespace KamtibmasPortal.News.Text.Words;

/// <summary>The one spelling under which a word of a text is compared.</summary>
internal static class WordKey
{
    /// <summary>Longest key; the rest of a longer word counts for nothing.</summary>
    public const int Limit = 64;

    /// <summary>Lower case, compatible forms unified, accents and apostrophes dropped (Jum'at, Jum’at, jumat are one).</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        // Not inside a pair of surrogates: half of one can't be normalised.
        if (word.Length > Limit)
        {
            word = word[..(char.IsHighSurrogate(word[Limit - 1]) ? Limit - 1 : Limit)];
        }

        return Ascii.IsValid(word) ? OfAscii(word) : OfAny(word);
    }

    private static string OfAscii(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[Limit];
        var length = 0;
        foreach (var c in word)
        {
            if (c is not ('\'' or '`'))
            {
                key[length++] = char.ToLowerInvariant(c);
            }
        }

        return key[..length].ToString();
    }

    private static string OfAny(ReadOnlySpan<char> word)
    {
        var key = new StringBuilder(word.Length);
        foreach (var c in Folded(word))
        {
            // Marks of scripts that spell vowels with them are letters to their readers; only those on Latin letters go.
            if (WordChars.IsApostrophe(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format || c is >= '\u0300' and <= '\u036F')
            {
                continue;
            }

            key.Append(WordChars.IsHyphen(c) ? '-' : char.ToLowerInvariant(c));
        }

        return key.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Folded(ReadOnlySpan<char> word)
    {
        var text = word.ToString();
        try
        {
            var folded = text.Normalize(NormalizationForm.FormKD);
            return folded.Length <= 4 * Limit ? folded : text;
        }
        catch (ArgumentException)
        {
            // Lone surrogates are not text that could be normalised.
            return text;
        }
    }
}
