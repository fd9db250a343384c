using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>One figure by days, as bars.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Days">Each day with its count, oldest first.</param>
public sealed record DayBars(string Name, IReadOnlyList<(DateOnly Day, int Count)> Days)
{
    public int Highest => Math.Max(1, Days.Max(d => d.Count));

    public int Total => Days.Sum(d => d.Count);

    public static IReadOnlyList<DayBars> Of(IReadOnlyList<DayVolume> days) =>
    [
        new(Texts.OverviewRoom.Arrived, [.. days.Select(d => (d.Day, d.Arrived))]),
        new(Texts.OverviewRoom.Published, [.. days.Select(d => (d.Day, d.Published))]),
        new(Texts.OverviewRoom.Withdrawn, [.. days.Select(d => (d.Day, d.Withdrawn))]),
    ];

    public string Summary => Texts.OverviewRoom.Summary(Total, Days.Count, Highest);

    public string Bar(int i) => $"{IndonesianDates.Weekday(Days[i].Day)}: {IndonesianDates.Number(Days[i].Count)}";
}
