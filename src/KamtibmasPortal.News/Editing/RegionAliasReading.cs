using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.News.Editing;

/// <summary>Another name of a region.</summary>
internal sealed class RegionAliasReading(RuleSet rules) : RuleReading(rules)
{
    private const int LongestName = 48;

    /// <summary>Kinds that editors may set.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["abbr", "spelling", "former", "town"];

    public override IReadOnlyList<string> Read(IReadOnlyList<string> typed, string[]? held)
    {
        var (name, code, kind) = (Cell(typed, 0), Cell(typed, 1), Cell(typed, 2));
        ReadName(name, LongestName);
        if (!Rules.Gazetteer.Knows(code))
        {
            Add(RuleFault.UnknownRegion, code);
        }

        if (!Kinds.Contains(kind, StringComparer.Ordinal))
        {
            Add(RuleFault.UnknownAliasKind, kind);
        }

        if (Faults.Count == 0)
        {
            LookForOthers(name, code, held);
        }

        return [name, code, kind, Cell(held ?? [], 3)];
    }

    private void LookForOthers(string name, string code, string[]? held)
    {
        var squashed = Gazetteer.Squash(name);
        foreach (var level in Enum.GetValues<RegionLevel>())
        {
            foreach (var other in Rules.Gazetteer.Find(level, squashed))
            {
                var region = Rules.Gazetteer[other];
                if (other == code && held is null)
                {
                    Add(RuleFault.Duplicate, region.Name);
                }
                else if (other != code && level == Region.LevelOf(code) && Gazetteer.Squash(region.BaseName) == squashed)
                {
                    // Two units of one level and name change the slugs of everything that is called after them.
                    Add(RuleFault.OfficialName, region.Name);
                }
                else if (other != code)
                {
                    Warn(RuleWarning.AlsoPlace, $"{region.Name} ({region.Code})");
                }
            }
        }
    }
}
