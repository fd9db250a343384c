using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.News.Editing;

/// <summary>A unit of a register: what it is called, of which kind it is, what it covers, whom it answers to.</summary>
internal sealed class AgencyReading(RuleSet rules) : RuleReading(rules)
{
    public override IReadOnlyList<string> Read(IReadOnlyList<string> typed, string[]? held)
    {
        var (slug, kind, name) = (Cell(typed, 0), Cell(typed, 1), Cell(typed, 2));
        var (region, more, parent) = (Cell(typed, 3), Several(Cell(typed, 4)), Cell(typed, 5));
        ReadSlug(slug, longest: 160);
        ReadName(name, longest: 200);
        var kinds = ReferenceData.AgencyKinds();
        if (kinds.FirstOrDefault(k => k.Slug == kind) is not { } known)
        {
            Add(RuleFault.UnknownKind, kind);
        }
        else if (region.Length == 0 && known is { IsNational: false, Levels.Count: > 0 })
        {
            Add(RuleFault.UnknownRegion, region);
        }

        foreach (var code in more.Select(c => c.TrimStart('-')).Prepend(region).Where(c => c.Length > 0 && !Rules.Gazetteer.Knows(c)))
        {
            Add(RuleFault.UnknownRegion, code);
        }

        if (parent.Length > 0 && (parent == slug || Rules.Rows.Find(RuleTable.Agency, parent) is null))
        {
            Add(RuleFault.UnknownAgency, parent);
        }

        if (Faults.Count == 0)
        {
            LookForOthers(slug, name, kinds);
        }

        return [slug, kind, name, region, string.Join(',', more), parent];
    }

    private void LookForOthers(string slug, string name, IReadOnlyList<AgencyKind> kinds)
    {
        var squashed = Gazetteer.Squash(name);
        if (kinds.Any(k => k.Patterns.Concat(k.Heads).Any(p => Gazetteer.Squash(p) == squashed)) && Rules.Rows.Find(RuleTable.Agency, slug) is null)
        {
            Add(RuleFault.KindName, name);
        }

        foreach (var other in Rules.Rows[RuleTable.Agency].Values.Where(c => c[0] != slug && Gazetteer.Squash(c[2]) == squashed))
        {
            Warn(RuleWarning.SameName, other[0]);
        }
    }
}
