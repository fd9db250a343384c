using System.Text;
using System.Text.RegularExpressions;

namespace KamtibmasPortal.News.Extraction;

/// <summary>The charset a page names in its first bytes.</summary>
internal static partial class HtmlCharset
{
    private const int Head = 2048;

    public static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var match = Pattern().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]));
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s*=\s*[""']?(?<name>[\w-]{2,30})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Pattern();
}
