using System.Globalization;

namespace KamtibmasPortal.News.Storage;

/// <summary>Where a page of the queue ended: the next one starts behind it.</summary>
public readonly record struct QueueCursor(int Urgency, DateTime Since, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Urgency}-{Since.Ticks}-{Id:N}");

    /// <summary>Null for what no page has handed out.</summary>
    public static QueueCursor? Read(string? text) =>
        text?.Length <= 70 && text.Split('-') is [var urgency, var ticks, var id]
        && int.TryParse(urgency, NumberStyles.None, CultureInfo.InvariantCulture, out var u)
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t <= DateTime.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var i)
            ? new QueueCursor(u, new DateTime(t, DateTimeKind.Utc), i)
            : null;
}
