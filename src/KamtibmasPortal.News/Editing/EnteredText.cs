namespace KamtibmasPortal.News.Editing;

/// <summary>What somebody typed into a form, as it is kept.</summary>
public static class EnteredText
{
    /// <summary>One line without control characters; null when nothing is left.</summary>
    public static string? Line(string? text) => Clean(text, keepsLines: false);

    /// <summary>Lines without other control characters; null when nothing is left.</summary>
    public static string? Lines(string? text) => Clean(text, keepsLines: true);

    private static string? Clean(string? text, bool keepsLines)
    {
        if (text is null)
        {
            return null;
        }

        // PostgreSQL refuses a zero character, and half a surrogate pair is no text at all.
        var typed = text.ReplaceLineEndings("\n");
        var letters = typed.Where((c, i) => c == '\n' || c == '\t' || (!char.IsControl(c) && !IsHalf(typed, i, c))).Select(c => c == '\t' || (c == '\n' && !keepsLines) ? ' ' : c);
        var clean = string.Concat(letters).Trim();
        return clean.Length == 0 ? null : keepsLines ? clean : string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsHalf(string text, int i, char c) =>
        char.IsSurrogate(c) && !(char.IsHighSurrogate(c) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]));
}
