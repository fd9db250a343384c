using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.News.Editing;

/// <summary>Another name of a registered unit.</summary>
internal sealed class AgencyAliasReading(RuleSet rules) : RuleReading(rules)
{
    public override IReadOnlyList<string> Read(IReadOnlyList<string> typed, string[]? held)
    {
        var (slug, name) = (Cell(typed, 0), Cell(typed, 1));
        ReadName(name, longest: 120);
        if (Rules.Rows.Find(RuleTable.Agency, slug) is null)
        {
            Add(RuleFault.UnknownAgency, slug);
        }

        if (Faults.Count == 0)
        {
            LookForOthers(name);
        }

        return [slug, name];
    }

    private void LookForOthers(string name)
    {
        var squashed = Gazetteer.Squash(name);
        if (ReferenceData.AgencyKinds().Any(k => k.Patterns.Concat(k.Heads).Any(p => Gazetteer.Squash(p) == squashed)))
        {
            Add(RuleFault.KindName, name);
        }

        foreach (var level in Enum.GetValues<RegionLevel>())
        {
            if (Rules.Gazetteer.Find(level, squashed) is [var code, ..])
            {
                Add(RuleFault.OfficialName, Rules.Gazetteer[code].Name);
            }
        }

        var taken = Rules.Agencies.FirstOrDefault(a => a.Aliases.Prepend(a.Agency.Name).Any(n => Gazetteer.Squash(n) == squashed));
        if (taken is not null)
        {
            Add(RuleFault.Duplicate, taken.Agency.Name);
        }
    }
}
