using System.Buffers;

namespace KamtibmasPortal.News.Tagging;

/// <summary>
/// Which texts a change of the rules can touch at all: those that hold its words. Never wrong in saying no, and a hundred times cheaper
/// than tagging. The search index can't say it: it holds published articles alone, up to a length, and reads "Jak Tim" as two words.
/// </summary>
public sealed class RuleReach
{
    private readonly Func<string, bool> _holds;

    private RuleReach(Func<string, bool> holds) => _holds = holds;

    /// <summary>No text.</summary>
    public static RuleReach Nothing { get; } = new(_ => false);

    /// <summary>Any text.</summary>
    public static RuleReach Everything { get; } = new(_ => true);

    /// <summary>Texts in which a name stands, whatever blanks and hyphens lie between its letters.</summary>
    public static RuleReach OfName(string name)
    {
        var squashed = Gazetteer.Squash(name);
        // "Ilir Timur I" is also written "Ilir Timur Satu".
        return squashed.Length == 0 || squashed.Any(char.IsDigit) ? Everything : new(text => HoldsName(text, squashed));
    }

    /// <summary>Texts that hold at least one alternative of every word of a cue.</summary>
    /// <param name="pattern">As <see cref="TopicRules"/> reads it.</param>
    public static RuleReach OfCue(string pattern)
    {
        var terms = pattern.Split(" & ").SelectMany(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(CueTerm.Parse).Select(t => (string[])[.. t.Words, .. t.Stems]).ToArray();
        return new(text => Array.TrueForAll(terms, alternatives => Array.Exists(alternatives, a => text.Contains(a, StringComparison.OrdinalIgnoreCase))));
    }

    /// <param name="title">As printed.</param>
    /// <param name="body">The text.</param>
    public bool Touches(string title, string body) => _holds($"{title}\n{body}");

    private static bool HoldsName(string text, string squashed)
    {
        var letters = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters[length++] = char.ToLowerInvariant(c);
            }
        }

        var holds = letters.AsSpan(0, length).IndexOf(squashed) >= 0;
        ArrayPool<char>.Shared.Return(letters);
        return holds;
    }
}
