using System.Globalization;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.News.Editing;

/// <summary>A number that anybody may call, with where and when it was found.</summary>
internal sealed partial class ContactReading(RuleSet rules, DateOnly today) : RuleReading(rules)
{
    public override IReadOnlyList<string> Read(IReadOnlyList<string> typed, string[]? held)
    {
        var (number, name, purpose) = (Cell(typed, 0), Cell(typed, 1), Cell(typed, 2));
        var (topics, kinds, source, day) = (Several(Cell(typed, 3)), Several(Cell(typed, 4)), Cell(typed, 5), Cell(typed, 6));
        var digits = number.Count(char.IsAsciiDigit);
        if (!Numbers().IsMatch(number) || digits is < 3 or > 15)
        {
            Add(RuleFault.BadNumber, number);
        }

        ReadText(name, shortest: 3, longest: 80);
        ReadText(purpose, shortest: 10, longest: 300);
        foreach (var topic in topics.Where(t => Rules.Rows.Find(RuleTable.Topic, t) is null))
        {
            Add(RuleFault.UnknownTopic, topic);
        }

        var known = ReferenceData.AgencyKinds().Select(k => k.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var kind in kinds.Where(k => !known.Contains(k)))
        {
            Add(RuleFault.UnknownKind, kind);
        }

        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            Add(RuleFault.BadAddress, source);
        }

        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) || found > today)
        {
            Add(RuleFault.BadDay, day);
        }

        return [number, name, purpose, string.Join('|', topics), string.Join('|', kinds), source, day];
    }

    [GeneratedRegex(@"^\+?[0-9]+([ -][0-9]+)*$")]
    private static partial Regex Numbers();
}
