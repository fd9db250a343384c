using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace KamtibmasPortal.News.Storage;

/// <summary>Where a page ended: the next one starts behind it.</summary>
public readonly record struct ArticleCursor(DateTime RankedAt, Guid Id)
{
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{RankedAt.Ticks}.{Id:N}")));

    /// <summary>Null for what no page has handed out.</summary>
    public static ArticleCursor? Read(string? text)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (string.IsNullOrEmpty(text) || text.Length > 80 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written))
        {
            return null;
        }

        var plain = Encoding.ASCII.GetString(bytes[..written]);
        var dot = plain.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && long.TryParse(plain.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTime.MaxValue.Ticks
            && Guid.TryParseExact(plain.AsSpan(dot + 1), "N", out var id)
                ? new ArticleCursor(new DateTime(ticks, DateTimeKind.Utc), id)
                : null;
    }
}
