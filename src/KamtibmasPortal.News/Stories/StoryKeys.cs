namespace KamtibmasPortal.News.Stories;

/// <summary>
/// The keys under which the store finds candidates without comparing all with all. Copies meet by the sketch of their texts; reports of
/// one event by region and day. What a finds b by, b finds a by.
/// </summary>
public static class StoryKeys
{
    /// <summary>Days between two reports of one event in which they look for each other.</summary>
    public const int EventWindow = 5;

    /// <summary>Days between two copies.</summary>
    public const int CopyWindow = 45;

    /// <summary>Sketch values that two texts must share to be compared: one alone is often a set phrase.</summary>
    public const int FewestShared = 2;

    /// <summary>Marks under which an article without a region in common is found.</summary>
    private const int MarkLimit = 10;

    private const int RegionLimit = 4;

    /// <summary>Day number under which an article is found: published, else the first day it prints, else the day it was first seen.</summary>
    public static int DayOf(StoryProfile profile, DateOnly firstSeen) =>
        profile.PublishedDay ?? (Array.Find(profile.Days, d => d.IsPrinted) is { Number: > 0 and var day } ? day : firstSeen.DayNumber);

    /// <summary>Where an article is found by copies: not negative.</summary>
    public static IReadOnlyList<long> OfText(StoryProfile profile) => profile.Sketch;

    /// <summary>Where an article is found by reports of its region: negative, so that both sorts live in one index.</summary>
    public static IReadOnlyList<long> OfPlace(StoryProfile profile) =>
        [.. Regencies(profile).Select(r => r.Length == 2 ? Key("province", r) : Key("regency", r)).Concat(Provinces(profile).Select(p => Key("below", p)))];

    /// <summary>What an article asks for: its regencies, and what names no more than their province.</summary>
    public static IReadOnlyList<long> Asked(StoryProfile profile) =>
        [.. Regencies(profile).SelectMany<string, long>(r => r.Length == 2 ? [Key("province", r), Key("below", r)] : [Key("regency", r), Key("province", r[..2])]).Distinct()];

    /// <summary>
    /// What an article says that hardly another does: names and odd numbers, of equal ones those with the smallest hashes, so that two
    /// reports choose the same. Two in common make a candidate even where a tagger found no region.
    /// </summary>
    public static IReadOnlyList<long> OfMarks(StoryProfile profile) =>
        [.. profile.Marks.Where(m => m.Weight >= RareMark).OrderByDescending(m => m.Weight).ThenBy(m => m.Hash).Take(MarkLimit).Select(m => (long)StoryHash.Of($"mark {m.Hash}") | long.MinValue)];

    private const int RareMark = 90;

    private static IEnumerable<string> Regencies(StoryProfile profile) =>
        profile.Regions.Select(r => r.Length > 5 ? r[..5] : r).Distinct(StringComparer.Ordinal).Take(RegionLimit);

    private static IEnumerable<string> Provinces(StoryProfile profile) =>
        Regencies(profile).Where(r => r.Length > 2).Select(r => r[..2]).Distinct(StringComparer.Ordinal);

    private static long Key(string sort, string code) => (long)StoryHash.Of($"{sort} {code}") | long.MinValue;
}
