using System.Text.RegularExpressions;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Names for words that a document defines in its own head. Only plain words: nothing that refers further, so nothing can multiply.</summary>
internal static partial class InternalEntities
{
    private const int Head = 20_000;
    private const int NameLimit = 100;

    public static IReadOnlyDictionary<string, string> Of(string text)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var head = text.AsSpan(0, Math.Min(text.Length, Head));
        if (head.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
        {
            foreach (Match match in Definition().Matches(head[start..].ToString()).Take(NameLimit))
            {
                names.TryAdd(match.Groups["name"].Value, Entities.Resolved(match.Groups["value"].Value));
            }
        }

        return names;
    }

    [GeneratedRegex(@"<!ENTITY\s+(?<name>[A-Za-z_][\w.-]{0,30})\s+(?:""(?<value>(?:[^""<>&%]|&\#x?[0-9a-fA-F]{1,6};){0,100})""|'(?<value>(?:[^'<>&%]|&\#x?[0-9a-fA-F]{1,6};){0,100})')\s*>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Definition();
}
