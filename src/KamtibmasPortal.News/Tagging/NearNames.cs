using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>Settles names that no region bears by the regions around: one letter off, or without the regency's own name ("Polsek Helvetia" for Medan Helvetia).</summary>
internal sealed class NearNames(Gazetteer gazetteer)
{
    private const int ShortestName = 5;
    private const int LongestRun = 3;

    /// <summary>Unknown names of one article that are tried; a list without end is no article.</summary>
    public const int Limit = 20;

    /// <summary>The one region below the certain regencies that is meant, with the last word of its name; null when there is none or more than one.</summary>
    public (string Code, int To)? Find(PlaceMention mention, IReadOnlyCollection<string> regencies)
    {
        var tokens = mention.Text.Tokens;
        var last = mention.NameFrom;
        while (last + 1 < tokens.Count && last - mention.NameFrom + 1 < LongestRun && tokens[last + 1].IsCapital && tokens[last + 1].Gap is ' ' or '-')
        {
            last++;
        }

        for (var to = last; to >= mention.NameFrom; to--)
        {
            if (Gazetteer.Squash(tokens, mention.NameFrom, to) is not { Length: >= ShortestName } name)
            {
                continue;
            }

            var found = regencies.SelectMany(gazetteer.Below).SelectMany(d => mention.Level is RegionLevel.District ? [d] : gazetteer.Below(d)).Where(c => IsNear(name, Gazetteer.Squash(gazetteer[c].Name), mention.Level)).Take(2).ToList();
            if (found.Count > 0)
            {
                return found.Count == 1 ? (found[0], to) : null;
            }
        }

        return null;
    }

    private static bool IsNear(string name, string official, RegionLevel level) =>
        (level is RegionLevel.District && official.Length > name.Length && official.EndsWith(name, StringComparison.Ordinal)) || IsOneOff(name, official);

    /// <summary>At most one letter added, left out or exchanged.</summary>
    private static bool IsOneOff(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
        {
            start++;
        }

        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        return Math.Max(a.Length, b.Length) - start - end <= 1;
    }
}
