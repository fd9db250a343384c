using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Charset names as feeds spell them.</summary>
internal static partial class Charsets
{
    /// <summary>Null for a name that means nothing.</summary>
    public static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var bare = name.Trim().Trim('"', '\'').ToLowerInvariant().Replace('_', '-');
        return Found(name.Trim()) ?? Found(bare) ?? Found(CodePage().Replace(bare, "${number}")) ?? Found(Latin().Replace(bare, "iso-8859-${number}")) ?? Found(bare switch
        {
            "latin-1" or "latin1" or "ascii" or "8859" => "windows-1252",
            "utf8" or "utf" or "unicode-1-1-utf-8" => "utf-8",
            "sjis" or "s-jis" or "ms932" => "shift_jis",
            "gb18030-2000" or "gbk" or "cp936" => "gb18030",
            "mac" or "mac-roman" or "macroman" => "macintosh",
            "koi8r" => "koi8-r",
            "eucjp" => "euc-jp",
            "euckr" => "euc-kr",
            "big5-hkscs" or "big-5" => "big5",
            _ => bare.Replace("mac-", "x-mac-", StringComparison.Ordinal),
        });
    }

    public static bool IsSevenBit(Encoding encoding) => encoding.CodePage is 65000 or 52936 or (>= 50220 and <= 50229);

    public static bool IsUnicode(Encoding encoding) => encoding.CodePage is 65001 or 1200 or 1201 or 12000 or 12001;

    private static Encoding? Found(string name)
    {
        try
        {
            var encoding = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Encoding.GetEncoding(page) : Encoding.GetEncoding(name);
            // As browsers have it: both names are used for text typed on Windows.
            return encoding.CodePage is 20127 or 28591 ? Encoding.GetEncoding(1252) : encoding;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(?:cp-?|windows-?|x-cp|ibm-?|ms)0*(?<number>\d{2,5})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CodePage();

    [GeneratedRegex(@"^(?:iso-?)?8859-?(?<number>\d{1,2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Latin();
}
