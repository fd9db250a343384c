using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Reading;

/// <summary>When an article was published, as its publisher's readers know it.</summary>
/// <param name="At">Instant in UTC; midnight of the zone when only the day is known.</param>
/// <param name="Precision">How exactly it is known.</param>
/// <param name="ZoneMinutes">Minutes east of UTC.</param>
public readonly record struct PublishedTime(DateTime? At, DatePrecision Precision, int ZoneMinutes)
{
    public static PublishedTime Of(ArticleLine line) => new(line.PublishedAt, line.PublishedPrecision, line.ZoneMinutes);

    public static PublishedTime Of(ArticleCard card) => new(card.PublishedAt, card.PublishedPrecision, card.ZoneMinutes);

    public static PublishedTime Of(Article article) => new(article.PublishedAt, article.PublishedPrecision, article.ZoneMinutes);

    /// <summary>Null when it is unknown: it is never invented.</summary>
    public DateTimeOffset? Local => At is { } at && Precision is not DatePrecision.Unknown ? IndonesianDates.Local(at, ZoneMinutes) : null;
}

/// <summary>Dates and times in words, Indonesian and in the publisher's zone.</summary>
public static class IndonesianDates
{
    public const int Wib = 420;

    private static readonly CultureInfo s_indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static DateTimeOffset Local(DateTime utc, int zoneMinutes) =>
        new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToOffset(TimeSpan.FromMinutes(zoneMinutes));

    /// <summary>"Senin, 11 Desember 2023 · 17.12 WIB"; without the time when only the day is known.</summary>
    public static string Full(PublishedTime published) => published.Local is { } local ? Words(local, "dddd, d MMMM yyyy", published) : Texts.Time.Unknown;

    /// <summary>"11 Des 2023 · 17.12 WIB".</summary>
    public static string Brief(PublishedTime published) => published.Local is { } local ? Words(local, "d MMM yyyy", published) : Texts.Time.Unknown;

    /// <summary>For the machine-readable twin of a date: a day, or a time with its zone.</summary>
    public static string? Machine(PublishedTime published) => published.Local?.ToString(
        published.Precision is DatePrecision.Minute ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment of our own, such as the end of a poll: "24 November 2026 · 11.50 WIB".</summary>
    public static string Moment(DateTime utc) => Words(Local(utc, Wib), "d MMMM yyyy", new PublishedTime(utc, DatePrecision.Minute, Wib));

    /// <summary>"Selasa, 24 November 2026".</summary>
    public static string Day(DateTimeOffset now) => now.ToOffset(TimeSpan.FromMinutes(Wib)).ToString("dddd, d MMMM yyyy", s_indonesian);

    /// <summary>"11 Desember 2023".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", s_indonesian);

    /// <summary>"Minggu, 29 November 2026".</summary>
    public static string Weekday(DateOnly day) => day.ToString("dddd, d MMMM yyyy", s_indonesian);

    /// <summary>"Des" of "Desember 2023".</summary>
    public static string ShortMonth(DateOnly month) => month.ToString("MMM", s_indonesian);

    /// <summary>"17.12 WIB"; null when only the day is known or not even that.</summary>
    public static string? Clock(PublishedTime published) => published is { Precision: DatePrecision.Minute, Local: { } local }
        ? $"{local.ToString("HH'.'mm", CultureInfo.InvariantCulture)} {Zone(published.ZoneMinutes)}"
        : null;

    /// <summary>The day in WIB.</summary>
    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromMinutes(Wib)).DateTime);

    public static string MachineDay(DateTimeOffset now) => now.ToOffset(TimeSpan.FromMinutes(Wib)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"Desember 2023".</summary>
    public static string Month(DateOnly month) => month.ToString("MMMM yyyy", s_indonesian);

    /// <summary>"1.234".</summary>
    public static string Number(int number) => number.ToString("N0", s_indonesian);

    private static string Words(DateTimeOffset local, string format, PublishedTime published)
    {
        var day = local.ToString(format, s_indonesian);
        return published.Precision is DatePrecision.Minute
            ? $"{day} · {local.ToString("HH'.'mm", CultureInfo.InvariantCulture)} {Zone(published.ZoneMinutes)}"
            : day;
    }

    private static string Zone(int minutes) => minutes switch
    {
        Wib => "WIB",
        480 => "WITA",
        540 => "WIT",
        _ => string.Create(CultureInfo.InvariantCulture, $"UTC{(minutes < 0 ? '−' : '+')}{Math.Abs(minutes) / 60:00}.{Math.Abs(minutes) % 60:00}"),
    };
}
