using System.Globalization;

namespace KamtibmasPortal.News.Text;

/// <summary>A text cut without loss: into paragraphs, or into words, blanks and single signs.</summary>
internal static class TextPieces
{
    /// <summary>Each with the line ends behind it.</summary>
    public static string[] Paragraphs(string text)
    {
        var pieces = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            while (end < text.Length && text[end] == '\n')
            {
                end++;
            }

            pieces.Add(text[start..end]);
            start = end;
        }

        return [.. pieces];
    }

    public static string[] Words(string text)
    {
        var pieces = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            var end = start + Length(text, start);
            pieces.Add(text[start..end]);
            start = end;
        }

        return [.. pieces];
    }

    public static bool IsWord(string piece) => IsInWord(piece, 0);

    public static bool HasDigit(string piece) => piece.Any(char.IsDigit);

    private static int Length(string text, int start)
    {
        var end = start;
        if (char.IsWhiteSpace(text[start]))
        {
            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            return end - start;
        }

        if (!IsInWord(text, start))
        {
            return char.IsSurrogatePair(text, start) ? 2 : 1;
        }

        while (end < text.Length && (IsInWord(text, end) || JoinsDigits(text, end)))
        {
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        }

        return end - start;
    }

    /// <summary>"3.500", "1,5", "22:10" and "6/5/2024" are one word each: their signs carry the value.</summary>
    private static bool JoinsDigits(string text, int at) =>
        text[at] is '.' or ',' or ':' or '/' && at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);

    private static bool IsInWord(string text, int at) => char.IsLetterOrDigit(text, at) || CharUnicodeInfo.GetUnicodeCategory(text, at) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
