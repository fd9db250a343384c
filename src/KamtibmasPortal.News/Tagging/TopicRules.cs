using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>
/// The cues of all topics, compiled. A row is topic, weight and pattern. A pattern is words in order; a word may offer
/// alternatives (a|b) and end in * for any ending; "A &amp; B" asks for both in one sentence. Weight "mask" takes words away that
/// only look like a cue ("Kanal Banjir Timur"); "maskall" takes the first word of the pattern away from the whole field wherever it
/// is capitalised ("Sabu Raijua": every "Sabu"); weight "need" names words one of which the article must hold.
/// </summary>
public sealed class TopicRules
{
    private readonly Dictionary<string, List<TopicCue>> _byWord = new(StringComparer.Ordinal);
    private readonly List<TopicCue> _byPrefix = [];

    public TopicRules(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            Add(row[0], row[1], row[2]);
        }
    }

    /// <summary>Topics that are tagged only when one of their needed words stands in the article.</summary>
    internal HashSet<string> TopicsWithNeed { get; } = new(StringComparer.Ordinal);

    /// <summary>Cues that may begin at a word, longest pattern first.</summary>
    internal IEnumerable<TopicCue> StartingAt(string word)
    {
        if (_byWord.TryGetValue(word, out var cues))
        {
            foreach (var cue in cues)
            {
                yield return cue;
            }
        }

        foreach (var cue in _byPrefix)
        {
            if (cue.Terms[0].Matches(word))
            {
                yield return cue;
            }
        }
    }

    private void Add(string topic, string weight, string pattern)
    {
        var kind = weight switch { "mask" => CueKind.Mask, "maskall" => CueKind.MaskEverywhere, "need" => CueKind.Need, _ => CueKind.Cue };
        if (kind is CueKind.Need)
        {
            TopicsWithNeed.Add(topic);
        }

        var points = kind is CueKind.Cue ? double.Parse(weight, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var parts = pattern.Split(" & ").Select(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CueTerm.Parse).ToArray()).ToArray();
        var cue = new TopicCue(topic, kind, points, pattern, parts[0], parts[1..]);
        if (cue.Terms[0].IsLiteral)
        {
            foreach (var word in cue.Terms[0].Words)
            {
                if (!_byWord.TryGetValue(word, out var list))
                {
                    _byWord.Add(word, list = []);
                }

                list.Add(cue);
            }
        }
        else
        {
            _byPrefix.Add(cue);
        }
    }
}

internal enum CueKind { Cue, Mask, MaskEverywhere, Need }

/// <summary>One compiled row.</summary>
/// <param name="Topic">Slug of the topic.</param>
/// <param name="Kind">What the row does.</param>
/// <param name="Weight">Points in a body sentence; 2 is strong.</param>
/// <param name="Pattern">The row's pattern, which names the rule.</param>
/// <param name="Terms">The words in order.</param>
/// <param name="Others">Further words the same sentence must hold, each in order.</param>
internal sealed record TopicCue(string Topic, CueKind Kind, double Weight, string Pattern, CueTerm[] Terms, CueTerm[][] Others)
{
    /// <summary>Last word of a match that begins at <paramref name="at"/>, or -1.</summary>
    public static int Match(List<Token> tokens, int at, CueTerm[] terms)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            if (at + i >= tokens.Count || tokens[at + i].Sentence != tokens[at].Sentence || !terms[i].Matches(tokens[at + i].Word))
            {
                return -1;
            }
        }

        return at + terms.Length - 1;
    }
}

/// <summary>One word of a pattern.</summary>
internal sealed record CueTerm(string[] Words, string[] Stems)
{
    public bool IsLiteral => Stems.Length == 0;

    public bool Matches(string word)
    {
        foreach (var literal in Words)
        {
            if (literal == word)
            {
                return true;
            }
        }

        foreach (var stem in Stems)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public static CueTerm Parse(string text)
    {
        var options = text.Split('|');
        return new CueTerm([.. options.Where(o => !o.EndsWith('*'))], [.. options.Where(o => o.EndsWith('*')).Select(o => o[..^1])]);
    }
}
