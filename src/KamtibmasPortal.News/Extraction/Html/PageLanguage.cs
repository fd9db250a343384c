namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>The language of a text by its most common small words.</summary>
internal static class PageLanguage
{
    private static readonly HashSet<string> Indonesian = new(StringComparer.OrdinalIgnoreCase) { "yang", "dan", "di", "dengan", "untuk", "dari", "ini", "itu", "pada", "dalam", "tidak", "kepada", "oleh", "akan", "ke", "para", "telah", "juga", "karena", "saat", "tersebut" };

    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase) { "the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "by", "at", "from", "his", "her", "they", "said" };

    public static bool IsIndonesian(IEnumerable<string> paragraphs) => Of(paragraphs) == "id";

    /// <summary>"id", "en", or null when neither carries the text.</summary>
    public static string? Of(IEnumerable<string> paragraphs)
    {
        int words = 0, id = 0, en = 0;
        foreach (var word in paragraphs.SelectMany(p => (p.Length > 2000 ? p[..2000] : p).Split(' ')))
        {
            words++;
            id += Indonesian.Contains(word) ? 1 : 0;
            en += English.Contains(word) ? 1 : 0;
        }

        return id * 16 > words && id > en ? "id" : en * 10 > words && en > id ? "en" : null;
    }
}
