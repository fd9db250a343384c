using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace KamtibmasPortal.News.Storage;

/// <summary>Where a page of hits ended.</summary>
/// <param name="Number">The last number shown; among hits by relevance the newest number that took part.</param>
/// <param name="Skip">Among hits by relevance: how many were shown.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SearchCursor(long Number, int Skip)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Number}-{Skip}")));

    /// <summary>Null for what no page has handed out.</summary>
    public static SearchCursor? Read(string? text)
    {
        Span<byte> bytes = stackalloc byte[48];
        if (string.IsNullOrEmpty(text) || text.Length > 60 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written))
        {
            return null;
        }

        var plain = Encoding.ASCII.GetString(bytes[..written]);
        var dash = plain.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && long.TryParse(plain.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(plain.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
                ? new SearchCursor(number, skip)
                : null;
    }
}
