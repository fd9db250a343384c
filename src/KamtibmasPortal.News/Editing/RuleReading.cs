using System.Text.RegularExpressions;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Editing;

/// <summary>Reads the typed cells of one table, and collects what is wrong with them.</summary>
internal abstract partial class RuleReading(RuleSet rules)
{
    private const int ShortestName = 3;
    private const int ShortestAbbreviation = 2;

    protected RuleSet Rules { get; } = rules;

    public List<RuleRemark<RuleFault>> Faults { get; } = [];

    public List<RuleRemark<RuleWarning>> Warnings { get; } = [];

    /// <param name="typed">Cells without needless blanks.</param>
    /// <param name="held">The row as it is; null for a new one.</param>
    /// <returns>The row as it would be kept. Of no use when there are faults.</returns>
    public abstract IReadOnlyList<string> Read(IReadOnlyList<string> typed, string[]? held);

    public void Add(RuleFault fault, string? subject = null) => Faults.Add(new(fault, subject));

    protected void Warn(RuleWarning warning, string? subject = null) => Warnings.Add(new(warning, subject));

    protected static string Cell(IReadOnlyList<string> cells, int at) => at < cells.Count ? cells[at] : "";

    /// <summary>A name that texts are searched for.</summary>
    protected void ReadName(string name, int longest)
    {
        var words = name.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var letters = name.Count(char.IsLetter);
        if (name.Length == 0)
        {
            Add(RuleFault.Empty);
        }
        else if (name.Length > longest)
        {
            Add(RuleFault.TooLong, name);
        }
        else if (WildcardSigns().Match(name) is { Success: true } sign)
        {
            Add(RuleFault.Wildcard, sign.Value);
        }
        else if (letters == 0)
        {
            Add(RuleFault.NoLetters, name);
        }
        else if (letters < ShortestAbbreviation || (letters < ShortestName && !name.All(char.IsUpper)))
        {
            Add(RuleFault.TooShort, name);
        }
        else if (Array.TrueForAll(words, StopWords.Contains))
        {
            Add(RuleFault.StopWord, name);
        }
        else if (words is [var only] && StopWords.IsEveryday(only))
        {
            Warn(RuleWarning.EverydayWord, name);
        }
        else if (letters <= ShortestName)
        {
            Warn(RuleWarning.CommonAbbreviation, name);
        }
    }

    /// <summary>A plain text of a page.</summary>
    protected void ReadText(string text, int shortest, int longest)
    {
        if (text.Length == 0)
        {
            Add(RuleFault.Empty);
        }
        else if (text.Length < shortest)
        {
            Add(RuleFault.TooShort, text);
        }
        else if (text.Length > longest)
        {
            Add(RuleFault.TooLong, text);
        }
    }

    protected void ReadSlug(string slug, int longest)
    {
        if (slug.Length > longest || !Slugs().IsMatch(slug))
        {
            Add(RuleFault.BadSlug, slug);
        }
    }

    /// <summary>Values between "|", each once.</summary>
    protected static string[] Several(string cell) => [.. cell.Split(['|', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"[*?+\\^$|(){}\[\]<>""]|\.\*")]
    private static partial Regex WildcardSigns();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slugs();
}
