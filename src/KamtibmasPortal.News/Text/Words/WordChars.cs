using System.Globalization;
using System.Text;

namespace KamtibmasPortal.News.Text.Words;

/// <summary>What the letters of a text mean for its words.</summary>
internal static class WordChars
{
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '`' or '\u00B4';

    /// <summary>Marks and invisible signs belong to the word they stand in, but begin none.</summary>
    public static bool Continues(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    public static bool IsLetter(Rune rune) => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber;

    public static bool IsDigit(Rune rune) => Rune.IsDigit(rune);

    /// <summary>Scripts without blanks between words: each sign is taken as one.</summary>
    public static bool StandsAlone(Rune rune) => rune.Value is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF
        or >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;
}
