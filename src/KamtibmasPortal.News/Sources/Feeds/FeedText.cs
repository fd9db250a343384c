using System.Text;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Bytes of a feed to text: byte order mark, transport, XML declaration, strict UTF-8, windows-1252.</summary>
internal static partial class FeedText
{
    public static string? Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        var declared = charset ?? Declared(bytes);
        // Charsets that only use seven bits look like UTF-8 and are none.
        if (declared is not null && SevenBit().IsMatch(declared) && Named(declared) is { } encoding)
        {
            return encoding.GetString(bytes);
        }

        return TextDecoder.Decode(bytes, declared) ?? TextDecoder.Decode(WithoutZeros(bytes), declared);
    }

    /// <summary>Stray zero bytes in a feed are a fault of its maker, not a sign of a binary.</summary>
    private static byte[] WithoutZeros(ReadOnlySpan<byte> bytes)
    {
        var clean = new byte[bytes.Length];
        var length = 0;
        foreach (var b in bytes)
        {
            if (b is >= 0x20 or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                clean[length++] = b;
            }
        }

        return clean[..length];
    }

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var match = Declaration().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 256)]));
        return match.Success ? match.Groups["name"].Value : null;
    }

    private static Encoding? Named(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"<\?xml[^>]*\bencoding\s*=\s*[""'](?<name>[\w.:-]{2,40})[""']", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Declaration();

    [GeneratedRegex("^(iso-2022|hz-|utf-7)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex SevenBit();
}
