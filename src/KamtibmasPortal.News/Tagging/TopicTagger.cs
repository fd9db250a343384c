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

    /// <summary>Points of a child that the guard found to be somebody's victim.</summary>
    private const double ChildVictim = 4;

    /// <summary>Most that weak cues of a long article add up to.</summary>
    private const double WeakLimit = 2;

    private const string ChildTopic = "perlindungan-anak";

    /// <param name="fields">Headline and body.</param>
    /// <param name="childVictim">The words that say a child is victim of a crime; empty when there is none.</param>
    public List<ArticleTag> Tag(IReadOnlyList<TaggedText> fields, IReadOnlyList<TagEvidence> childVictim)
    {
        var names = fields.SelectMany(f => CueReader.NamesLikeCues(f, rules)).ToHashSet();
        var hits = fields.SelectMany(f => CueReader.Read(f, rules, names)).ToList();
        foreach (var field in hits.GroupBy(h => h.Text))
        {
            Discount(field.Key, [.. field]);
        }

        var scores = new List<(string Topic, double Score, List<CueHit> Hits)>();
        foreach (var topic in hits.Where(h => h.Cue.Kind is CueKind.Cue).GroupBy(h => h.Cue.Topic, StringComparer.Ordinal))
        {
            if (rules.TopicsWithNeed.Contains(topic.Key) && !hits.Exists(h => h.Cue.Kind is CueKind.Need && h.Cue.Topic == topic.Key))
            {
                continue;
            }

            var score = Score(topic);
            if (topic.Key == ChildTopic && childVictim.Count > 0)
            {
                score += ChildVictim;
            }

            if (score >= Threshold && (topic.Any(h => h.Cue.Weight >= Strong && h.Discount >= 1) || (topic.Key == ChildTopic && childVictim.Count > 0)))
            {
                scores.Add((topic.Key, score, [.. topic]));
            }
        }

        if (childVictim.Count > 0 && !scores.Exists(s => s.Topic == ChildTopic))
        {
            scores.Add((ChildTopic, ChildVictim, []));
        }

        scores.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Topic, b.Topic));
        return scores.ConvertAll(s => new ArticleTag
        {
            Kind = TagKind.Topic,
            Key = s.Topic,
            IsMain = s.Topic == scores[0].Topic,
            Origin = TagOrigin.Rule,
            Confidence = Calibration.Of(Math.Min(0.98, 0.5 + (s.Score / 40))),
            Evidence = [.. s.Hits.OrderByDescending(h => h.Cue.Weight * h.Discount * Place(h)).SelectMany(h => h.Evidence(RuleName.Of("topic." + s.Topic))).Concat(s.Topic == ChildTopic ? childVictim : []).Distinct().Take(EvidenceLimit)],
        });
    }

    private static double Score(IEnumerable<CueHit> hits)
    {
        var all = hits.ToList();
        var strong = all.Where(h => h.Cue.Weight >= Strong).Select(h => (h.Text, h.Sentence)).ToHashSet();
        var bySentence = all.GroupBy(h => (h.Text, h.Sentence)).ToList();
        return bySentence.Where(g => strong.Contains(g.Key)).Sum(SentenceScore) + Math.Min(WeakLimit, bySentence.Where(g => !strong.Contains(g.Key)).Sum(SentenceScore));
    }

    private static double SentenceScore(IGrouping<(TaggedText Text, int Sentence), CueHit> sentence)
    {
        var points = sentence.GroupBy(h => h.Cue.Pattern, StringComparer.Ordinal).Sum(g => g.Max(h => h.Cue.Weight * h.Discount));
        return Math.Min(points, SentenceLimit) * Place(sentence.First());
    }

    private static double Place(CueHit hit) => hit.Text.RoleOf(hit.From) switch { EvidenceRole.Title => 3, EvidenceRole.Lead or EvidenceRole.Dateline => 2, _ => 1 };

    private static void Discount(TaggedText text, List<CueHit> hits)
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
    private static bool IsExample(List<Token> tokens, CueHit hit, IEnumerable<CueHit> sentence)
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

        return borders >= 2 && sentence.Any(h => h.Cue.Topic == hit.Cue.Topic ? h.Cue.Kind is CueKind.Soften : h.Cue.Weight >= 1 && h.From >= from && h.To <= to && (h.To < hit.From || h.From > hit.To));
    }

    private static bool IsListBorder(List<Token> tokens, int at) => tokens[at].Gap is ',' or '/' || (tokens[at].Word is "dan" or "serta" or "maupun" or "hingga" or "atau" && tokens[at].Gap is ' ');
}
