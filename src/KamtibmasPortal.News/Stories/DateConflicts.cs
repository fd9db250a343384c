namespace KamtibmasPortal.News.Stories;

/// <summary>An article whose date the other outlets of its story contradict.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Own">The day it gives.</param>
/// <param name="Others">The day most of the others give.</param>
/// <param name="IsPublication">Its day of publication is meant: it lies before what it reports.</param>
public sealed record DateConflict(Guid ArticleId, DateOnly Own, DateOnly Others, bool IsPublication);

/// <summary>Finds the dates that can't be right, for editors to look at.</summary>
public static class DateConflicts
{
    public static IReadOnlyList<DateConflict> Find(IReadOnlyList<StoryArticle> members)
    {
        var found = new List<DateConflict>();
        foreach (var member in members)
        {
            var others = members.Where(m => m != member).ToList();
            if (Agreed(others) is not { } day)
            {
                continue;
            }

            var days = member.Profile.Days;
            // A bare weekday behind the event is how the days after it are told.
            if (days.Length > 0 && Array.Exists(days, d => d.IsPrinted || d.Number < day) && !Array.Exists(days, own => others.Exists(o => Array.Exists(o.Profile.Days, d => d.Number == own.Number))))
            {
                found.Add(new DateConflict(member.Id, DateOnly.FromDayNumber(days[0].Number), DateOnly.FromDayNumber(day), false));
            }
            else if (member.Profile.PublishedDay < day && others.Exists(o => o.Profile.PublishedDay >= day))
            {
                found.Add(new DateConflict(member.Id, DateOnly.FromDayNumber(member.Profile.PublishedDay!.Value), DateOnly.FromDayNumber(day), true));
            }
        }

        return found;
    }

    /// <summary>The day that most of them name, printed by one at least; null when no two agree, or the only one prints none.</summary>
    private static int? Agreed(List<StoryArticle> others)
    {
        var named = others.SelectMany(o => o.Profile.Days.Select(d => (o.Id, d.Number, d.IsPrinted))).GroupBy(d => d.Number)
            .Select(g => (Day: g.Key, Count: g.Select(d => d.Id).Distinct().Count(), IsPrinted: g.Any(d => d.IsPrinted))).Where(d => d.IsPrinted).ToList();
        var most = named.OrderByDescending(d => d.Count).ThenBy(d => d.Day).FirstOrDefault();
        return most.Count >= Math.Min(2, others.Count) && most.Count > 0 ? most.Day : null;
    }
}
