using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.News.Editing;

/// <summary>Says of a proposed row whether it is a rule, before anything is made of it.</summary>
public sealed class RuleCheck(RuleSet rules, DateOnly today)
{
    private const int LongestCell = 500;

    public CheckedRule Check(RuleProposal proposal)
    {
        var held = proposal.Key is null ? null : rules.Rows.Find(proposal.Table, proposal.Key);
        if (proposal.Key is not null && held is null)
        {
            return Fault(proposal.Key, RuleFault.NotThere);
        }

        if (proposal.Cells is null)
        {
            return Removal(proposal.Table, proposal.Key!, held!);
        }

        IReadOnlyList<string> typed = [.. proposal.Cells.Select(c => string.Join(' ', (c ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
        if (typed.Any(c => c.Length > LongestCell || c.Any(char.IsControl)))
        {
            return Fault(proposal.Key ?? "", RuleFault.TooLong);
        }

        RuleReading reading = proposal.Table switch
        {
            RuleTable.RegionAlias => new RegionAliasReading(rules),
            RuleTable.TopicCue => new TopicCueReading(rules),
            RuleTable.Topic => new TopicReading(rules),
            RuleTable.Agency => new AgencyReading(rules),
            RuleTable.AgencyAlias => new AgencyAliasReading(rules),
            _ => new ContactReading(rules, today),
        };
        var cells = reading.Read(typed, held);
        var key = reading.Faults.Count == 0 ? RuleRows.KeyOf(proposal.Table, cells) : proposal.Key ?? "";
        if (reading.Faults.Count == 0)
        {
            if (key.Length > RuleChange.LongestKey)
            {
                reading.Add(RuleFault.TooLong);
            }
            else if (held is not null && key != proposal.Key)
            {
                // What tells a row from others is not changed: it goes, and another one comes.
                reading.Add(RuleFault.NotEditable);
            }
            else if (held is null && rules.Rows.Find(proposal.Table, key) is not null)
            {
                reading.Add(RuleFault.Duplicate);
            }
            else if (held is not null && held.SequenceEqual(cells))
            {
                reading.Add(RuleFault.Unchanged);
            }
        }

        return new CheckedRule(cells, key, reading.Faults, reading.Warnings);
    }

    /// <summary>Cues whose weight says more than how strong they are steer whole topics: they stay with the software.</summary>
    public static bool IsEditableCue(IReadOnlyList<string> cells) => TopicCueReading.IsEditable([.. cells]);

    private static CheckedRule Removal(RuleTable table, string key, string[] held) => table switch
    {
        RuleTable.Topic when Topic.IsLasting(key) => Fault(key, RuleFault.LastingTopic),
        RuleTable.Agency when ReferenceData.Rows("operations.tsv").Any(r => r[0] == "byname" && r[2] == key) => Fault(key, RuleFault.OperationUnit),
        RuleTable.TopicCue when !TopicCueReading.IsEditable(held) => Fault(key, RuleFault.NotEditable),
        _ => new CheckedRule(null, key, [], []),
    };

    private static CheckedRule Fault(string key, RuleFault fault) => new(null, key, [new(fault)], []);
}
