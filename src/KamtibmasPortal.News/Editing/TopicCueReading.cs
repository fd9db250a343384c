using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Editing;

/// <summary>Words that speak for a topic, or that only look as if they did.</summary>
internal sealed partial class TopicCueReading(RuleSet rules) : RuleReading(rules)
{
    public const string Mask = "mask";
    private const int LongestPattern = 200;
    private const int ShortestStem = 4;
    private const int MostParts = 4;

    /// <summary>Weights that editors may set: points in a sentence of the body; 2 is strong, 3 decides alone in a lead.</summary>
    public static readonly IReadOnlyList<string> Weights = ["0.5", "1", "2", "3", Mask];

    /// <summary>Rows of other sorts (what an article must hold besides) steer whole topics: they stay with the software.</summary>
    public static bool IsEditable(string[] cells) => Weights.Contains(cells[1], StringComparer.Ordinal);

    public override IReadOnlyList<string> Read(IReadOnlyList<string> typed, string[]? held)
    {
        var (topic, weight, pattern) = (Cell(typed, 0), Cell(typed, 1), AroundAnd().Replace(Cell(typed, 2).ToLowerInvariant(), " & "));
        if (Rules.Rows.Find(RuleTable.Topic, topic) is null)
        {
            Add(RuleFault.UnknownTopic, topic);
        }

        if (!Weights.Contains(weight, StringComparer.Ordinal) || (held is not null && !IsEditable(held)))
        {
            Add(RuleFault.BadWeight, weight);
        }

        if (pattern.Length is 0)
        {
            Add(RuleFault.Empty);
        }
        else if (pattern.Length > LongestPattern)
        {
            Add(RuleFault.TooLong, pattern);
        }
        else if (Strange().Match(pattern) is { Success: true } sign)
        {
            Add(RuleFault.Wildcard, sign.Value);
        }
        else
        {
            ReadParts(pattern.Split(" & "));
        }

        if (Faults.Count == 0 && held is null)
        {
            foreach (var other in Rules.Rows[RuleTable.TopicCue].Values.Where(c => c[2] == pattern && c[0] != topic && IsEditable(c)))
            {
                Warn(RuleWarning.SameName, other[0]);
            }
        }

        return [topic, weight, pattern];
    }

    private void ReadParts(string[] parts)
    {
        if (parts.Length > MostParts || parts.Any(p => p.Trim().Length == 0))
        {
            Add(RuleFault.Wildcard, "&");
            return;
        }

        var words = Array.ConvertAll(parts, p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('|')).ToList());
        Array.ForEach(words, w => w.ForEach(ReadWord));
        // "dan|sabu" stands in every text: one choice of words without meaning is enough.
        if (Faults.Count == 0 && Array.TrueForAll(words, part => part.TrueForAll(alternatives => Array.Exists(alternatives, StopWords.Contains))))
        {
            Add(RuleFault.StopWord, string.Join(" & ", parts));
        }

        if (Faults.Count == 0 && parts is [var only] && !only.Contains(' ', StringComparison.Ordinal) && only.Split('|').FirstOrDefault(w => w.Length < ShortestStem) is { } brief)
        {
            Warn(RuleWarning.CommonAbbreviation, brief);
        }
    }

    private void ReadWord(string[] alternatives)
    {
        foreach (var word in alternatives)
        {
            var star = word.IndexOf('*', StringComparison.Ordinal);
            if (word.Length == 0)
            {
                Add(RuleFault.Wildcard, "|");
            }
            else if (star >= 0 && (star != word.Length - 1 || star < ShortestStem))
            {
                Add(RuleFault.Wildcard, word);
            }
            else if (star < 0 && word.Length < 2)
            {
                Add(RuleFault.TooShort, word);
            }
        }
    }

    [GeneratedRegex(@"\s*&\s*")]
    private static partial Regex AroundAnd();

    /// <summary>Whatever is neither a letter nor one of the four signs of a pattern: texts are read word by word, without hyphens.</summary>
    [GeneratedRegex(@"[^\p{L}\p{Nd} |*&]")]
    private static partial Regex Strange();
}
