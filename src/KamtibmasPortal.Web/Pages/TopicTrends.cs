using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages;

/// <summary>Articles of one topic, month by month.</summary>
public sealed record TrendRow(string Name, string Address, IReadOnlyList<int> Counts)
{
    public int Total => Counts.Sum();
}

/// <summary>Topics over the last months, the most frequent first; months without an article are there with their zero.</summary>
/// <param name="Months">First days of the months, oldest first.</param>
/// <param name="Rows">One for each topic that has an article in them.</param>
public sealed record TopicTrends(IReadOnlyList<DateOnly> Months, IReadOnlyList<TrendRow> Rows)
{
    public const int RegionMonths = 6;
    public const int TopicMonths = 12;

    /// <summary>The most of any topic in any month; at least 1.</summary>
    public int Highest => Rows.SelectMany(r => r.Counts).Append(1).Max();

    /// <summary>The first day that is looked at.</summary>
    public static DateOnly FirstDay(DateTimeOffset now, int months)
    {
        var today = IndonesianDates.Today(now);
        return new DateOnly(today.Year, today.Month, 1).AddMonths(1 - months);
    }

    public static TopicTrends Of(IEnumerable<TopicMonth> counts, IReadOnlyList<Topic> topics, DateTimeOffset now, int months)
    {
        var first = FirstDay(now, months);
        IReadOnlyList<DateOnly> shown = [.. Enumerable.Range(0, months).Select(first.AddMonths)];
        var byTopic = counts.GroupBy(c => c.Topic).ToDictionary(g => g.Key, g => g.ToDictionary(c => c.Month, c => c.Count, StringComparer.Ordinal), StringComparer.Ordinal);
        var rows = topics.Where(t => byTopic.ContainsKey(t.Slug))
            .Select(t => new TrendRow(t.Name, Addresses.Topic(t.Slug), [.. shown.Select(m => byTopic[t.Slug].GetValueOrDefault(m.ToString("yyyy-MM", CultureInfo.InvariantCulture)))]))
            .Where(r => r.Total > 0).OrderByDescending(r => r.Total).ThenBy(r => r.Name, StringComparer.Ordinal);
        return new TopicTrends(shown, [.. rows]);
    }
}
