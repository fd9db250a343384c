using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages;

/// <summary>The articles of one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">"Hari ini", "Kemarin", else null.</param>
/// <param name="Articles">Newest first.</param>
public sealed record DaySection(DateOnly Day, string? Name, IReadOnlyList<ArticleLine> Articles)
{
    public string Anchor { get; } = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"hari-{Day:yyyy-MM-dd}");

    /// <summary>Articles of a list under their days, in the order of the list.</summary>
    public static IReadOnlyList<DaySection> Of(IEnumerable<ArticleLine> cards, DateTimeOffset now)
    {
        var today = IndonesianDates.Today(now);
        return [.. cards.GroupBy(DayOf).OrderByDescending(g => g.Key).Select(g => new DaySection(g.Key, NameOf(g.Key, today), [.. g]))];
    }

    /// <summary>
    /// The day readers know where it is the one the article is ranked by or its neighbour, since a day begins earlier in WIT; otherwise the
    /// day of its rank in WIB: a date from the future must not stand above today.
    /// </summary>
    private static DateOnly DayOf(ArticleLine card)
    {
        var ranked = DateOnly.FromDateTime(IndonesianDates.Local(card.RankedAt, IndonesianDates.Wib).DateTime);
        return card.PublishedDay is { } day && Math.Abs(day.DayNumber - ranked.DayNumber) <= 1 ? day : ranked;
    }

    private static string? NameOf(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch { 0 => Texts.Home.Today, 1 => Texts.Home.Yesterday, _ => null };
}
