using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>What a unit covered and whom it answered to until a day.</summary>
/// <param name="Slug">The unit.</param>
/// <param name="Until">First day on which today's entry, or the next one, holds; null for today's.</param>
/// <param name="Codes">Regions; a leading "-" takes one out. Empty: the unit did not exist.</param>
/// <param name="Parent">The unit above it.</param>
public sealed record AgencyTerritory(string Slug, DateOnly? Until, IReadOnlyList<string> Codes, string? Parent)
{
    /// <summary>Whether a region lies in the territory: the longest matching code decides, at equal length the exception.</summary>
    public bool Covers(string code)
    {
        var best = 0;
        var covered = false;
        foreach (var entry in Codes)
        {
            var isOut = entry[0] == '-';
            var outer = isOut ? entry[1..] : entry;
            if (Region.Contains(outer, code) && (outer.Length > best || (outer.Length == best && isOut)))
            {
                (best, covered) = (outer.Length, !isOut);
            }
        }

        return covered;
    }
}

/// <summary>Territories by day: police and army borders are not those of the provinces, and they move.</summary>
public sealed class AgencyTerritories
{
    private readonly Dictionary<string, List<AgencyTerritory>> _bySlug;

    public AgencyTerritories(IEnumerable<AgencyTerritory> entries) =>
        _bySlug = entries.GroupBy(e => e.Slug, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.OrderBy(e => e.Until ?? DateOnly.MaxValue).ToList(), StringComparer.Ordinal);

    /// <summary>The territory on a day; today's where the day is unknown; null for a unit without an entry.</summary>
    public AgencyTerritory? On(string slug, DateOnly? day) =>
        _bySlug.TryGetValue(slug, out var entries) ? day is { } known ? entries.Find(e => e.Until is null || known < e.Until) : entries[^1] : null;
}
