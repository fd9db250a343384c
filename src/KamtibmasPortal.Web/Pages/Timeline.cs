using System.Globalization;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages;

/// <summary>One month of a time line.</summary>
/// <param name="Month">First day of the month; null for articles without a date.</param>
/// <param name="Name">"Desember 2023".</param>
/// <param name="Count">Articles.</param>
/// <param name="Down">Sources that could not be read for a day or longer: the count may be too small.</param>
public sealed record TimelineMonth(DateOnly? Month, string Name, int Count, IReadOnlyList<string> Down);

/// <summary>Hits by month, without holes: a month without a hit is there with its zero, and one in which sources were down says so.</summary>
public sealed record Timeline(IReadOnlyList<TimelineMonth> Months, TimelineMonth? Undated)
{
    /// <summary>More months than that would be no bars any more; the older ones stand in the table alone.</summary>
    private const int MostBars = 120;

    public static readonly Timeline Empty = new([], null);

    public IReadOnlyList<TimelineMonth> Bars => [.. Months.TakeLast(MostBars)];

    public int Highest => Math.Max(1, Bars.Count == 0 ? 1 : Bars.Max(m => m.Count));

    public bool HasGaps => Months.Any(m => m.Down.Count > 0);

    public static Timeline Of(IReadOnlyList<KeyCount> counts, IReadOnlyList<SourceGap> gaps)
    {
        var down = gaps.ToDictionary(g => g.Month, g => g.Sources, StringComparer.Ordinal);
        var dated = counts.Where(c => c.Key != "unknown").ToDictionary(c => c.Key, c => c.Count, StringComparer.Ordinal);
        var undated = counts.FirstOrDefault(c => c.Key == "unknown") is { } some ? new TimelineMonth(null, Texts.Archive.NoDate, some.Count, []) : null;
        if (dated.Count == 0)
        {
            return new Timeline([], undated);
        }

        var months = new List<TimelineMonth>();
        var last = First(dated.Keys.Max(StringComparer.Ordinal)!);
        for (var month = First(dated.Keys.Min(StringComparer.Ordinal)!); month <= last; month = month.AddMonths(1))
        {
            var key = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            months.Add(new TimelineMonth(month, IndonesianDates.Month(month), dated.GetValueOrDefault(key), down.GetValueOrDefault(key) ?? []));
        }

        return new Timeline(months, undated);
    }

    private static DateOnly First(string month) => DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
