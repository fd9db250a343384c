using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>A cue found in a field, with the further words that it asked for.</summary>
internal sealed class CueHit(TaggedText text, int from, int to, TopicCue cue, List<(int From, int To)> companions)
{
    /// <summary>Words that one quotation may span.</summary>
    private const int EvidenceWords = 9;

    public TaggedText Text { get; } = text;
    public int From { get; } = from;
    public int To { get; } = to;
    public TopicCue Cue { get; } = cue;
    public List<(int From, int To)> Companions { get; } = companions;
    public int Sentence { get; } = text.Tokens[from].Sentence;
    public double Discount { get; set; } = 1;

    /// <summary>The words in one stretch where they stand close together, else each for itself.</summary>
    public IEnumerable<TagEvidence> Evidence(string rule)
    {
        var first = Companions.Select(c => c.From).Append(From).Min();
        var last = Companions.Select(c => c.To).Append(To).Max();
        return last - first < EvidenceWords
            ? [Text.Evidence(first, last, rule)]
            : Companions.Prepend((From, To)).Select(p => Text.Evidence(p.From, p.To, rule));
    }
}

/// <summary>Finds the cues of a rule table in a field; words that a mask claims are no cue.</summary>
internal static class CueReader
{
    public static List<CueHit> Read(TaggedText text, TopicRules rules, HashSet<(string Topic, string Word)>? names = null)
    {
        var found = new List<CueHit>();
        Dictionary<string, HashSet<int>>? masked = null;
        for (var at = 0; at < text.Tokens.Count; at++)
        {
            foreach (var cue in rules.StartingAt(text.Tokens[at].Word))
            {
                var to = TopicCue.Match(text.Tokens, at, cue.Terms);
                if (to < 0 || Companions(text, at, cue) is not { } companions)
                {
                    continue;
                }

                if (cue.Kind is CueKind.Mask)
                {
                    masked ??= new(StringComparer.Ordinal);
                    masked.TryAdd(cue.Topic, []);
                    masked[cue.Topic].UnionWith(Enumerable.Range(at, to - at + 1));
                }
                else if (cue.Kind is not CueKind.MaskEverywhere && !(names is { Count: > 0 } && text.Tokens[at].IsCapital && names.Contains((cue.Topic, text.Tokens[at].Word))))
                {
                    found.Add(new CueHit(text, at, to, cue, companions));
                }
            }
        }

        if (masked is not null)
        {
            found.RemoveAll(h => masked.TryGetValue(h.Cue.Topic, out var words) && Enumerable.Range(h.From, h.To - h.From + 1).Any(words.Contains));
        }

        return found;
    }

    /// <summary>Words that a name elsewhere in the field takes away: every "Sabu" of a text on Sabu Raijua.</summary>
    public static IEnumerable<(string Topic, string Word)> NamesLikeCues(TaggedText text, TopicRules rules)
    {
        for (var at = 0; at < text.Tokens.Count; at++)
        {
            foreach (var cue in rules.NamesStartingAt(text.Tokens[at].Word))
            {
                if (TopicCue.Match(text.Tokens, at, cue.Terms) >= 0)
                {
                    yield return (cue.Topic, text.Tokens[at].Word);
                }
            }
        }
    }

    private static readonly List<(int From, int To)> None = [];

    /// <summary>Where the further words of a cue stand in the sentence, each the nearest; null when one is missing.</summary>
    private static List<(int From, int To)>? Companions(TaggedText text, int at, TopicCue cue)
    {
        if (cue.Others.Length == 0)
        {
            return None;
        }

        var found = new List<(int From, int To)>(cue.Others.Length);
        foreach (var terms in cue.Others)
        {
            if (Nearest(text.Tokens, at, terms) is not { } companion)
            {
                return null;
            }

            found.Add(companion);
        }

        return found;
    }

    /// <summary>Words to either side that a cue may look for its companions: sentences without a full stop must not cost more.</summary>
    private const int Reach = 60;

    private static (int From, int To)? Nearest(List<Token> tokens, int at, CueTerm[] terms)
    {
        var sentence = tokens[at].Sentence;
        for (var distance = 0; distance <= Reach; distance++)
        {
            var left = at - distance;
            var right = at + distance;
            var leftInside = left >= 0 && tokens[left].Sentence == sentence;
            var rightInside = right < tokens.Count && tokens[right].Sentence == sentence;
            if (!leftInside && !rightInside)
            {
                return null;
            }

            if (rightInside && TopicCue.Match(tokens, right, terms) is >= 0 and var rightTo)
            {
                return (right, rightTo);
            }

            if (leftInside && TopicCue.Match(tokens, left, terms) is >= 0 and var leftTo)
            {
                return (left, leftTo);
            }
        }

        return null;
    }
}
