using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Storage;

/// <summary>The rows of all tables that editors may change: those that come with the software, and what editors have laid over them. Never changes itself.</summary>
public sealed class RuleRows
{
    private readonly Dictionary<RuleTable, OrderedDictionary<string, string[]>> _tables;

    private RuleRows(Dictionary<RuleTable, OrderedDictionary<string, string[]>> tables) => _tables = tables;

    /// <summary>As this version of the software brings them.</summary>
    public static RuleRows Read()
    {
        var agencies = ReferenceData.Rows("agencies.tsv").ToList();
        return new RuleRows(new Dictionary<RuleTable, OrderedDictionary<string, string[]>>
        {
            [RuleTable.RegionAlias] = Table(RuleTable.RegionAlias, ReferenceData.Rows("aliases.tsv").Select(c => new[] { c[0], c[1], c[2], c.ElementAtOrDefault(3) ?? "" })),
            [RuleTable.TopicCue] = Table(RuleTable.TopicCue, ReferenceData.Rows("topic-rules.tsv").Select(c => c[..3])),
            [RuleTable.Topic] = Table(RuleTable.Topic, ReferenceData.Rows("topics.tsv").Select(c => c[..3])),
            [RuleTable.Agency] = Table(RuleTable.Agency, agencies.Select(c => new[] { c[0], c[1], c[2], c[3], c[4], c.ElementAtOrDefault(6) ?? "" })),
            [RuleTable.AgencyAlias] = Table(RuleTable.AgencyAlias, agencies.SelectMany(c => ReferenceData.List(c[5]).Select(a => new[] { c[0], a }))),
            [RuleTable.Contact] = Table(RuleTable.Contact, ReferenceData.Rows("contacts.tsv").Select(c => c[..7])),
        });
    }

    /// <summary>What tells a row from others of its table.</summary>
    public static string KeyOf(RuleTable table, IReadOnlyList<string> cells) => table switch
    {
        RuleTable.RegionAlias => $"{cells[0].ToLowerInvariant()}:{cells[1]}",
        RuleTable.TopicCue when char.IsAsciiDigit(cells[1][0]) => $"{cells[0]}:{cells[2]}",
        RuleTable.TopicCue => $"{cells[0]}:{cells[1]}:{cells[2]}",
        RuleTable.AgencyAlias => $"{cells[0]}:{cells[1].ToLowerInvariant()}",
        _ => cells[0],
    };

    public IReadOnlyDictionary<string, string[]> this[RuleTable table] => _tables[table];

    public string[]? Find(RuleTable table, string key) => _tables[table].GetValueOrDefault(key);

    /// <summary>The same rows under some changes, later ones over earlier ones. Tables that none of them touches are shared.</summary>
    public RuleRows With(IEnumerable<RuleChange> changes)
    {
        var tables = new Dictionary<RuleTable, OrderedDictionary<string, string[]>>(_tables);
        foreach (var change in changes)
        {
            if (ReferenceEquals(tables[change.Table], _tables[change.Table]))
            {
                tables[change.Table] = new OrderedDictionary<string, string[]>(_tables[change.Table], StringComparer.Ordinal);
            }

            if (change.After is { } after)
            {
                tables[change.Table][change.Key] = [.. after];
            }
            else
            {
                tables[change.Table].Remove(change.Key);
            }
        }

        return new RuleRows(tables);
    }

    /// <summary>Whether a table is the very same in both.</summary>
    public bool Shares(RuleRows other, RuleTable table) => ReferenceEquals(_tables[table], other._tables[table]);

    private static OrderedDictionary<string, string[]> Table(RuleTable table, IEnumerable<string[]> rows)
    {
        var found = new OrderedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            found[KeyOf(table, row)] = row;
        }

        return found;
    }
}
