using System.IO.Compression;

namespace KamtibmasPortal.News.Sources;

/// <summary>Files that are gzip by themselves ("sitemap.xml.gz"), whatever their transport said.</summary>
internal static class Packed
{
    /// <summary>The sitemap protocol allows 50 MB unpacked; what grows further is an attack.</summary>
    public const int SizeLimit = 50 * 1024 * 1024;

    /// <summary>The bytes, unpacked where they are packed; null beyond <see cref="SizeLimit"/> or where nothing can be unpacked.</summary>
    /// <param name="bytes">As received.</param>
    /// <param name="enough">Bytes after which the rest is left packed.</param>
    public static ReadOnlyMemory<byte>? Unpacked(ReadOnlyMemory<byte> bytes, int enough = int.MaxValue)
    {
        if (bytes.Length < 2 || bytes.Span[0] != 0x1F || bytes.Span[1] != 0x8B)
        {
            return bytes;
        }

        using var plain = new MemoryStream();
        try
        {
            using var packed = new MemoryStream(bytes.ToArray());
            using var stream = new GZipStream(packed, CompressionMode.Decompress);
            var buffer = new byte[65_536];
            int read;
            while (plain.Length < enough && (read = stream.Read(buffer)) > 0)
            {
                plain.Write(buffer, 0, read);
                if (plain.Length > SizeLimit)
                {
                    return null;
                }
            }
        }
        catch (InvalidDataException)
        {
            // A download that broke off is read as far as it came.
        }

        return plain.Length > 0 ? plain.ToArray() : null;
    }
}
