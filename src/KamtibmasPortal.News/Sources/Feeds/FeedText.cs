using System.Text;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Bytes of a feed to text: byte order mark, the pattern of its first bytes, strict UTF-8, transport, XML declaration, windows-1252.</summary>
internal static partial class FeedText
{
    private const int Head = 400;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The decoder's class registers the code pages that .NET leaves out.
    static FeedText() => _ = TextDecoder.Decode("a"u8);

    public static string? Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (Patterned(bytes) is { } patterned)
        {
            return patterned;
        }

        var declared = Charsets.Named(charset) ?? Charsets.Named(Declared(bytes, Encoding.Latin1));
        // Charsets that only use seven bits look like UTF-8 and are none.
        if (declared is not null && Charsets.IsSevenBit(declared))
        {
            return declared.GetString(bytes);
        }

        if (TextDecoder.Decode(bytes[..Math.Min(bytes.Length, 4096)]) is null)
        {
            // Stray zero bytes in a feed are a fault of its maker, not a sign of a binary.
            bytes = WithoutControls(bytes);
        }

        try
        {
            return bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? TextDecoder.Decode(bytes) : StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return declared is null || Charsets.IsUnicode(declared) ? Utf8.Lenient(bytes) : declared.GetString(bytes);
        }
    }

    /// <summary>Encodings in which not even the declaration reads like ASCII: told by how its first characters fall.</summary>
    private static string? Patterned(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(bytes[4..]),
        [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(bytes),
        [(byte)'<', 0, 0, 0, ..] => Encoding.UTF32.GetString(bytes),
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32.GetString(bytes[4..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        [(byte)'<', 0, _, 0, ..] => Encoding.Unicode.GetString(bytes),
        [0, (byte)'<', 0, _, ..] => Encoding.BigEndianUnicode.GetString(bytes),
        [0xEF, 0xBB, 0xBF, ..] => Utf8.Lenient(bytes[3..]),
        // "<?xm" of mainframes.
        [0x4C, 0x6F, 0xA7, 0x94, ..] => (Charsets.Named(Declared(bytes, Encoding.GetEncoding(37))) ?? Encoding.GetEncoding(37)).GetString(bytes),
        _ => null,
    };

    private static byte[] WithoutControls(ReadOnlySpan<byte> bytes)
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

    private static string? Declared(ReadOnlySpan<byte> bytes, Encoding reading)
    {
        var match = Declaration().Match(reading.GetString(bytes[..Math.Min(bytes.Length, Head)]));
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"<\?xml[^>]*\bencoding\s*=\s*[""'](?<name>[\w.:-]{2,40})[""']", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Declaration();
}

/// <summary>UTF-8 whose maker slipped: bytes that are none are read as windows-1252.</summary>
internal static class Utf8
{
    public static string Lenient(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var latin = Encoding.GetEncoding(1252);
        Span<char> two = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            if (status is System.Buffers.OperationStatus.Done)
            {
                text.Append(two[..rune.EncodeToUtf16(two)]);
            }
            else if (used < bytes.Length || used == 1)
            {
                text.Append(latin.GetString(bytes[..used]));
            }

            bytes = bytes[used..];
        }

        return text.ToString();
    }
}
