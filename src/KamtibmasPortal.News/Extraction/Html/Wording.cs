using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>Counting and comparing words of any language.</summary>
internal static class Wording
{
    /// <summary>Words between blanks; scripts without blanks count two characters a word.</summary>
    public static int Count(string text)
    {
        int words = 0, wide = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (c is >= '\u3040' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF' or >= '\u0E00' and <= '\u0E7F')
            {
                wide++;
                inside = false;
            }
            else if (char.IsLetterOrDigit(c))
            {
                words += inside ? 0 : 1;
                inside = true;
            }
            else
            {
                inside &= !char.IsWhiteSpace(c);
            }
        }

        return words + (wide / 2);
    }

    public static bool EndsSentence(string text)
    {
        // "... di Ungaran. (gwr/dhn)": initials close the sentence that stands before them.
        if (text[^1] == ')' && text.LastIndexOf('(') is > 0 and var bracket && text.Length - bracket <= 24)
        {
            text = text[..bracket].TrimEnd() is { Length: > 0 } before ? before : text;
        }

        var end = text.AsSpan().TrimEnd("\"”’'»)]』」 ");
        return PlainText.EndsSentence(text) || (end.Length > 0 && end[^1] is '。' or '！' or '？' or '।' or '؟' or '۔') || (text.EndsWith(':') && text.Length > 60);
    }

    /// <summary>Letters and digits in lower case: what two prints of one headline share.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>Whether two texts are one headline, one of them perhaps cut or with a site's name at its end.</summary>
    public static bool SameHeadline(string? a, string? b)
    {
        if (a is null || b is null)
        {
            return false;
        }

        var (x, y) = (Key(a), Key(b));
        var (shorter, longer) = x.Length < y.Length ? (x, y) : (y, x);
        return shorter.Length >= 4 && (longer == shorter || (shorter.Length >= 12 && longer.Contains(shorter, StringComparison.Ordinal)));
    }

    /// <summary>Share of the longer words of <paramref name="part"/> that stand in <paramref name="whole"/>.</summary>
    public static double Overlap(string part, string whole)
    {
        var have = Longer(whole).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var want = Longer(part).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return want.Count == 0 ? 0 : want.Count(have.Contains) / (double)want.Count;
    }

    private static IEnumerable<string> Longer(string text) =>
        text.Split([' ', ',', '.', ':', ';', '"', '“', '”', '(', ')', '\'', '’', '?', '!', '-', '–', '—', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3);
}
