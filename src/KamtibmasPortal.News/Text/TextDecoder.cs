using System.Text;

namespace KamtibmasPortal.News.Text;

/// <summary>Bytes to text in whatever encoding they came: byte order mark, then strict UTF-8, then UTF-16 by its zero bytes, then windows-1252.</summary>
public static class TextDecoder
{
    private const int Sample = 8192;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="bytes">The whole document.</param>
    /// <param name="declared">Charset named by the document or its transport; used only where the bytes allow it.</param>
    /// <returns>The text, or null when the bytes are no text at all.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (Marked(bytes) is { } marked)
        {
            return marked;
        }

        var head = bytes[..Math.Min(bytes.Length, Sample)];
        if (WideEncoding(head) is { } wide)
        {
            return wide.GetString(bytes);
        }

        if (LooksBinary(head))
        {
            return null;
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Named(declared).GetString(bytes);
        }
    }

    private static string? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32.GetString(bytes[4..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        _ => null,
    };

    /// <summary>UTF-16 without a mark: Latin text has a zero in every other byte.</summary>
    private static UnicodeEncoding? WideEncoding(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4)
        {
            return null;
        }

        int even = 0, odd = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var pairs = head.Length / 2;
        return (even, odd) switch
        {
            _ when odd > pairs * 0.8 && even < pairs * 0.05 => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            _ when even > pairs * 0.8 && odd < pairs * 0.05 => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            _ => null,
        };
    }

    private static bool LooksBinary(ReadOnlySpan<byte> head)
    {
        var control = 0;
        foreach (var b in head)
        {
            if (b == 0)
            {
                return true;
            }

            control += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B) ? 1 : 0;
        }

        return control * 50 > head.Length;
    }

    private static Encoding Named(string? declared)
    {
        if (declared is not null && !declared.Contains("utf", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                return Encoding.GetEncoding(declared);
            }
            catch (ArgumentException)
            {
                // An invented name says nothing.
            }
        }

        return Encoding.GetEncoding(1252);
    }
}
