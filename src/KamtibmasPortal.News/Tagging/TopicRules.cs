using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>
/// The cues of all topics, compiled. A row is topic, weight and pattern. A pattern is words in order; a word may offer
/// alternatives (a|b) and end in * for any ending; "A &amp; B" asks for both in one sentence. Weight "mask" takes words away that
/// only look like a cue ("Kanal Banjir Timur"); "maskall" takes the first word of the pattern away from the whole field wherever it
/// is capitalised ("Sabu Raijua": every "Sabu"); weight "soften" makes a list of the
/// topic's cues in the same sentence a list of examples; weight "need" names words one of which the article must hold.
/// </summary>
public sealed class TopicRules
{
    private readonly Dictionary<string, List<TopicCue>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TopicCue>> _byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TopicCue>> _names = new(StringComparer.Ordinal);

    /// <summary>Letters by which open endings are found: a stem is at least so long.</summary>
    private const int StemLength = 3;

    public TopicRules(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            Add(row[0], row[1], row[2]);
        }

        JoinStems();
    }

    /// <summary>Topics that are tagged only when one of their needed words stands in the article.</summary>
    internal HashSet<string> TopicsWithNeed { get; } = new(StringComparer.Ordinal);

    /// <summary>Cues that may begin at a word.</summary>
    internal IReadOnlyList<TopicCue> StartingAt(string word)
    {
        // Every word of a text asks, few begin a cue.
        if (_byWord.TryGetValue(word, out var literal))
        {
            return literal;
        }

        if (word.Length > StemLength + CueTerm.Clitic.Length && word.EndsWith(CueTerm.Clitic, StringComparison.Ordinal)
            && _byWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.AsSpan(0, word.Length - CueTerm.Clitic.Length), out var bare))
        {
            return bare;
        }

        return word.Length >= StemLength && _byStem.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.AsSpan(0, StemLength), out var stems) ? stems.FindAll(c => c.Terms[0].Matches(word)) : [];
    }

    /// <summary>Names that take a word away from a topic wherever it stands.</summary>
    internal IReadOnlyList<TopicCue> NamesStartingAt(string word) => _names.TryGetValue(word, out var cues) ? cues : [];

    private void Add(string topic, string weight, string pattern)
    {
        var kind = weight switch { "mask" => CueKind.Mask, "maskall" => CueKind.MaskEverywhere, "need" => CueKind.Need, "soften" => CueKind.Soften, _ => CueKind.Cue };
        if (kind is CueKind.Need)
        {
            TopicsWithNeed.Add(topic);
        }

        var points = kind is CueKind.Cue ? double.Parse(weight, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var parts = pattern.Split(" & ").Select(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CueTerm.Parse).ToArray()).ToArray();
        var cue = new TopicCue(topic, kind, points, pattern, parts[0], parts[1..]);
        foreach (var word in cue.Terms[0].Words)
        {
            ListOf(kind is CueKind.MaskEverywhere ? _names : _byWord, word).Add(cue);
        }

        foreach (var stem in cue.Terms[0].Stems)
        {
            ListOf(_byStem, stem[..StemLength]).Add(cue);
        }
    }

    /// <summary>A word with cues of its own also begins those of its stem.</summary>
    private void JoinStems()
    {
        foreach (var (word, cues) in _byWord)
        {
            if (word.Length >= StemLength && _byStem.TryGetValue(word[..StemLength], out var stems))
            {
                cues.AddRange(stems.Where(c => c.Terms[0].Matches(word) && !cues.Contains(c)));
            }
        }
    }

    private static List<TopicCue> ListOf(Dictionary<string, List<TopicCue>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }
}

internal enum CueKind { Cue, Mask, MaskEverywhere, Need, Soften }

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
internal sealed class CueTerm(string[] words, string[] stems)
{
    /// <summary>"menculiknya" is a form of "menculik".</summary>
    public const string Clitic = "nya";

    private readonly HashSet<string> _words = new(words, StringComparer.Ordinal);

    public string[] Words => words;
    public string[] Stems => stems;

    public bool Matches(string word)
    {
        if (_words.Contains(word) || (word.Length > Clitic.Length && word.EndsWith(Clitic, StringComparison.Ordinal) && _words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.AsSpan(0, word.Length - Clitic.Length))))
        {
            return true;
        }

        foreach (var stem in stems)
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
