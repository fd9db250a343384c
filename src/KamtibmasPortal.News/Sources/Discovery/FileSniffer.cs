using KamtibmasPortal.News.Fetching.Web;

namespace KamtibmasPortal.News.Sources.Discovery;

/// <summary>Tells a file for people (a PDF, a picture, an archive) from what may be a list. By its first bytes, then by its declared type.</summary>
public static class FileSniffer
{
    private static readonly (byte[] Start, string Name)[] s_starts =
    [
        ("%PDF-"u8.ToArray(), "PDF"), ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), ("GIF8"u8.ToArray(), "GIF"), ([0x50, 0x4B, 0x03, 0x04], "ZIP"),
        ([0x50, 0x4B, 0x05, 0x06], "ZIP"), ("Rar!"u8.ToArray(), "RAR"), ([0x37, 0x7A, 0xBC, 0xAF], "7Z"), ([0xD0, 0xCF, 0x11, 0xE0], "Office"), ("ID3"u8.ToArray(), "MP3"), ([0x1A, 0x45, 0xDF, 0xA3], "MKV"),
    ];

    private static readonly (string Type, string Name)[] s_types =
    [
        ("application/pdf", "PDF"), ("image/", "gambar"), ("audio/", "audio"), ("video/", "video"), ("application/zip", "ZIP"), ("application/vnd.openxmlformats", "Office"), ("application/msword", "Office"),
        ("application/vnd.ms-", "Office"), ("application/vnd.android.package-archive", "APK"),
    ];

    /// <summary>What sort of file the page is; null when it may be a list. Packed sitemaps are none.</summary>
    public static string? Of(WebPage page)
    {
        var bytes = page.Bytes.Span;
        foreach (var (start, name) in s_starts)
        {
            if (bytes.StartsWith(start))
            {
                return name;
            }
        }

        if (bytes.Length > 12 && (bytes[4..8].SequenceEqual("ftyp"u8) || (bytes.StartsWith("RIFF"u8) && !bytes[8..12].SequenceEqual("    "u8))))
        {
            return bytes.StartsWith("RIFF"u8) ? "RIFF" : "MP4";
        }

        // A feed that its server calls a picture is still a feed.
        return SourceSniffer.Of(page.Bytes, page.Charset) is SourceDocument.Unknown
            ? s_types.FirstOrDefault(t => page.MediaType?.StartsWith(t.Type, StringComparison.OrdinalIgnoreCase) is true).Name
            : null;
    }
}
