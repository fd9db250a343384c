using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.News.Editing;

/// <summary>A topic: its address, its name, what it is about.</summary>
internal sealed class TopicReading(RuleSet rules) : RuleReading(rules)
{
    public override IReadOnlyList<string> Read(IReadOnlyList<string> typed, string[]? held)
    {
        var (slug, name, description) = (Cell(typed, 0), Cell(typed, 1), Cell(typed, 2));
        ReadSlug(slug, longest: 60);
        ReadText(name, shortest: 3, longest: 80);
        ReadText(description, shortest: 10, longest: 300);
        foreach (var other in Rules.Rows[RuleTable.Topic].Values.Where(c => c[0] != slug && c[1].Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            Add(RuleFault.Duplicate, other[1]);
        }

        return [slug, name, description];
    }
}
