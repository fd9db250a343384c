using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>Reads topics sentence by sentence: cues add up, headline and lead count more, lists of examples and negations count less.</summary>
internal sealed class TopicTagger(TopicRules rules)
{
    /// <summary>Points from which an article is about a topic: two strong cues in the body, or one in the lead.</summary>
    private const double Threshold = 4;

    private const double Strong = 2;
    private const double SentenceLimit = 4;
    private const double InExampleList = 0.3;
    private const double Negated = 0.3;
    private const int NegationReach = 4;
    private const int ListItemLimit = 4;
    private const int EvidenceLimit = 5;

    /// <summary>Words that one quotation may span.</summary>
    private const int EvidenceWords = 9;

    public List<ArticleTag> Tag(IReadOnlyList<TaggedText> fields)
    {
        var names = fields.SelectMany(NamesLikeCues).ToHashSet();
        var hits = fields.SelectMany(f => Hits(f, names)).ToList();
        var scores = new List<(string Topic, double Score, List<TopicHit> Hits)>();
        foreach (var topic in hits.Where(h => h.Cue.Kind is CueKind.Cue).GroupBy(h => h.Cue.Topic, StringComparer.Ordinal))
        {
            if (rules.TopicsWithNeed.Contains(topic.Key) && !hits.Exists(h => h.Cue.Kind is CueKind.Need && h.Cue.Topic == topic.Key))
            {
                continue;
            }

            var score = topic.GroupBy(h => (h.Text, h.Sentence)).Sum(SentenceScore);
            if (score >= Threshold && topic.Any(h => h.Cue.Weight >= Strong && h.Discount >= 1))
            {
                scores.Add((topic.Key, score, [.. topic]));
            }
        }

        scores.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Topic, b.Topic));
        return scores.ConvertAll(s => new ArticleTag
        {
            Kind = TagKind.Topic,
            Key = s.Topic,
            IsMain = s.Topic == scores[0].Topic,
            Origin = TagOrigin.Rule,
            Confidence = Math.Round(Math.Min(0.98, 0.5 + (s.Score / 40)), 2),
            Evidence = [.. s.Hits.OrderByDescending(h => h.Cue.Weight * h.Discount * Place(h)).SelectMany(Evidence).Distinct().Take(EvidenceLimit)],
        });
    }

    /// <summary>The words of a hit in one stretch where they stand close together, else each for itself.</summary>
    private static IEnumerable<TagEvidence> Evidence(TopicHit hit)
    {
        var from = hit.Companions.Select(c => c.From).Append(hit.From).Min();
        var to = hit.Companions.Select(c => c.To).Append(hit.To).Max();
        return to - from < EvidenceWords
            ? [hit.Text.Evidence(from, to, "topic." + hit.Cue.Topic)]
            : hit.Companions.Prepend((hit.From, hit.To)).Select(p => hit.Text.Evidence(p.Item1, p.Item2, "topic." + hit.Cue.Topic));
    }

    private static double SentenceScore(IGrouping<(TaggedText Text, int Sentence), TopicHit> sentence)
    {
        var points = sentence.GroupBy(h => h.Cue.Pattern, StringComparer.Ordinal).Sum(g => g.Max(h => h.Cue.Weight * h.Discount));
        return Math.Min(points, SentenceLimit) * Place(sentence.First());
    }

    private static double Place(TopicHit hit) => hit.Text.RoleOf(hit.From) switch { EvidenceRole.Title => 3, EvidenceRole.Lead or EvidenceRole.Dateline => 2, _ => 1 };

    private List<TopicHit> Hits(TaggedText text, HashSet<(string Topic, string Word)> names)
    {
        var found = new List<TopicHit>();
        var masked = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
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
                    masked.TryAdd(cue.Topic, []);
                    masked[cue.Topic].UnionWith(Enumerable.Range(at, to - at + 1));
                }
                else if (cue.Kind is not CueKind.MaskEverywhere && !(text.Tokens[at].IsCapital && names.Contains((cue.Topic, text.Tokens[at].Word))))
                {
                    found.Add(new TopicHit(text, at, to, cue, companions));
                }
            }
        }

        found.RemoveAll(h => masked.TryGetValue(h.Cue.Topic, out var words) && Enumerable.Range(h.From, h.To - h.From + 1).Any(words.Contains));
        Discount(text, found);
        return found;
    }

    private IEnumerable<(string Topic, string Word)> NamesLikeCues(TaggedText text)
    {
        for (var at = 0; at < text.Tokens.Count; at++)
        {
            foreach (var cue in rules.StartingAt(text.Tokens[at].Word))
            {
                if (cue.Kind is CueKind.MaskEverywhere && TopicCue.Match(text.Tokens, at, cue.Terms) >= 0)
                {
                    yield return (cue.Topic, text.Tokens[at].Word);
                }
            }
        }
    }

    /// <summary>Where the further words of a cue stand in the sentence, each the nearest; null when one is missing.</summary>
    private static List<(int From, int To)>? Companions(TaggedText text, int at, TopicCue cue)
    {
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

    private static (int From, int To)? Nearest(List<Token> tokens, int at, CueTerm[] terms)
    {
        var sentence = tokens[at].Sentence;
        for (var distance = 0; ; distance++)
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
    }

    private static void Discount(TaggedText text, List<TopicHit> hits)
    {
        var bySentence = hits.ToLookup(h => h.Sentence);
        foreach (var hit in hits)
        {
            if (IsNegated(text.Tokens, hit.From))
            {
                hit.Discount *= Negated;
            }

            if (text.Field is EvidenceField.Body && IsExample(text.Tokens, hit, bySentence[hit.Sentence]))
            {
                hit.Discount *= InExampleList;
            }
        }
    }

    private static bool IsNegated(List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - NegationReach && tokens[i].Sentence == tokens[at].Sentence; i--)
        {
            if (tokens[i + 1].Gap is ',' or ':')
            {
                return false;
            }

            if (tokens[i].Word is "bukan" or "nihil" or "bebas" or "tanpa" || (tokens[i].Word is "tidak" && tokens[i + 1].Word is "ada" or "ditemukan" or "terjadi" or "terkait" or "menimbulkan"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One item of a list of three or more that names matters of several topics: "tawuran, narkotika, dan banjir".</summary>
    private static bool IsExample(List<Token> tokens, TopicHit hit, IEnumerable<TopicHit> sentence)
    {
        var from = hit.From;
        var borders = 0;
        var item = 0;
        for (; from > 0 && tokens[from - 1].Sentence == hit.Sentence && item <= ListItemLimit; from--)
        {
            var border = IsListBorder(tokens, from);
            borders += border ? 1 : 0;
            item = border ? 0 : item + 1;
        }

        var to = hit.To;
        item = 0;
        for (; to + 1 < tokens.Count && tokens[to + 1].Sentence == hit.Sentence && item <= ListItemLimit; to++)
        {
            var border = IsListBorder(tokens, to + 1);
            borders += border ? 1 : 0;
            item = border ? 0 : item + 1;
        }

        return borders >= 2 && sentence.Any(h => h.Cue.Topic != hit.Cue.Topic && h.Cue.Weight >= 1 && h.From >= from && h.To <= to && (h.To < hit.From || h.From > hit.To));
    }

    private static bool IsListBorder(List<Token> tokens, int at) => tokens[at].Gap is ',' or '/' || (tokens[at].Word is "dan" or "serta" or "maupun" or "hingga" or "atau" && tokens[at].Gap is ' ');

    private sealed class TopicHit(TaggedText text, int from, int to, TopicCue cue, List<(int From, int To)> companions)
    {
        public TaggedText Text { get; } = text;
        public int From { get; } = from;
        public int To { get; } = to;
        public TopicCue Cue { get; } = cue;
        public List<(int From, int To)> Companions { get; } = companions;
        public int Sentence { get; } = text.Tokens[from].Sentence;
        public double Discount { get; set; } = 1;
    }
}
