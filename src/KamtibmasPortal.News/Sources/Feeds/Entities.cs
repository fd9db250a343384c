using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Character references of HTML, named and numeric. Numbers 128 to 159 mean windows-1252, as browsers have it.</summary>
internal static class Entities
{
    private const int LongestName = 32;

    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>All references of a text resolved once; what is none stays.</summary>
    /// <param name="text">Text with references.</param>
    /// <param name="own">Names the document defines itself, or null.</param>
    public static string Resolved(string text, IReadOnlyDictionary<string, string>? own = null)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var resolved = new StringBuilder(text.Length).Append(text, 0, at);
        while (at < text.Length)
        {
            if (text[at] == '&' && Reference(text, at, own) is var (length, value))
            {
                resolved.Append(value);
                at += length;
            }
            else
            {
                resolved.Append(text[at++]);
            }
        }

        return resolved.ToString();
    }

    /// <summary>Characters that belong to windows-1252 and were taken for Unicode control characters.</summary>
    public static string WithoutControls(string text) =>
        text.Any(c => c is >= '\u0080' and <= '\u009F') ? string.Concat(text.Select(c => c is >= '\u0080' and <= '\u009F' ? Windows1252[c - 0x80] : c)) : text;

    private static (int Length, string Value)? Reference(string text, int at, IReadOnlyDictionary<string, string>? own)
    {
        var end = at + 1;
        while (end < text.Length && end - at < LongestName && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '#' && end == at + 1) || (own is not null && text[end] is '_' or '-' or '.')))
        {
            end++;
        }

        var name = text[(at + 1)..end];
        if (name.Length == 0)
        {
            return null;
        }

        var isClosed = end < text.Length && text[end] == ';';
        var value = name[0] == '#' ? Numeric(name) : isClosed ? own?.GetValueOrDefault(name) ?? HtmlEntityProvider.Resolver.GetSymbol(name + ";") : null;
        return value is null ? null : (end - at + (isClosed ? 1 : 0), value);
    }

    private static string? Numeric(string name)
    {
        var isHex = name.Length > 1 && name[1] is 'x' or 'X';
        if (!int.TryParse(name.AsSpan(isHex ? 2 : 1), isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        return code switch
        {
            < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) => "\uFFFD",
            >= 0x80 and <= 0x9F => Windows1252[code - 0x80].ToString(),
            < 0x20 and not (9 or 10 or 13) => "",
            _ => char.ConvertFromUtf32(code),
        };
    }
}
