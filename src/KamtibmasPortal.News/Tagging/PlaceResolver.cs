using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>
/// Settles what ambiguous names mean from the rest of the article: neighbours that name their surroundings first, then everything
/// that is certain. What stays ambiguous is left open, and small places without their surroundings are dropped, never guessed.
/// </summary>
internal sealed class PlaceResolver(Gazetteer gazetteer)
{
    private const int Rounds = 3;

    private readonly Namesakes _namesakes = new(gazetteer);
    private readonly HashSet<string> _certain = new(StringComparer.Ordinal);

    /// <summary>How often a region is named as the place of the matter: settles a name that two certain regions bear.</summary>
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    public void Resolve(List<PlaceMention> mentions, IReadOnlyList<TaggedText> fields)
    {
        var unknown = mentions.FindAll(m => m.Unknown is not null);
        mentions.RemoveAll(m => m.Unknown is not null);
        RemoveLandforms(mentions, fields);
        _namesakes.LookInside(mentions);
        LinkChains(mentions);
        LinkSources(mentions);
        SettleKnown(mentions);
        _namesakes.PreferAtHand(mentions);
        new PairSettler(gazetteer).Settle(mentions, fields);
        SettleKnown(mentions);
        SettleUnknown(mentions, unknown);
        foreach (var mention in mentions)
        {
            _namesakes.PreferNamed(mention, _certain);
        }

        foreach (var dropped in mentions.FindAll(m => !Holds(m)))
        {
            mentions.Remove(dropped);
            if (dropped.Surroundings is { } outer)
            {
                // What was open or unknown inside it: the larger place is what remains certain.
                outer.IsSurroundings = false;
            }
        }
    }

    /// <summary>Where the article names Sungai Rongkong and no Kecamatan Rongkong, a bare "Rongkong" is the river.</summary>
    private static void RemoveLandforms(List<PlaceMention> mentions, IReadOnlyList<TaggedText> fields)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            for (var i = 1; i < field.Tokens.Count; i++)
            {
                if (field.Tokens[i].IsCapital && field.Tokens[i].Gap is ' ' && field.Tokens[i - 1].IsCapital && PlaceWords.Landforms.Contains(field.Tokens[i - 1].Word))
                {
                    names.Add(field.Tokens[i].Word);
                }
            }
        }

        if (names.Count > 0)
        {
            names.ExceptWith(mentions.Where(m => m.Cue is not PlaceCue.Bare).Select(m => m.Text.Tokens[m.NameFrom].Word));
            mentions.RemoveAll(m => m is { Cue: PlaceCue.Bare, Level: RegionLevel.District, Fallback: null } && m.To == m.NameFrom && names.Contains(m.Text.Tokens[m.NameFrom].Word));
        }
    }

    private void SettleUnknown(List<PlaceMention> mentions, List<PlaceMention> unknown)
    {
        var regencies = _certain.Where(c => Region.LevelOf(c) is RegionLevel.Regency).ToList();
        if (unknown.Count == 0 || regencies.Count is 0 or > NearNames.Limit)
        {
            return;
        }

        var near = new NearNames(gazetteer);
        foreach (var mention in unknown.Take(NearNames.Limit))
        {
            if (near.Find(mention, regencies) is { } hit)
            {
                mention.Candidates = [hit.Code];
                mention.Unknown = null;
                mention.Stretch(hit.To);
                mentions.Add(mention);
            }
        }

        SettleKnown(mentions);
    }

    private void SettleKnown(List<PlaceMention> mentions)
    {
        for (var round = 0; round < Rounds; round++)
        {
            CollectCertain(mentions);
            foreach (var mention in mentions)
            {
                if (mention.Candidates.Count > 1)
                {
                    Narrow(mention);
                }
            }
        }

        CollectCertain(mentions);
    }

    /// <summary>Whether a region is named for certain elsewhere in the article, itself or by something inside it.</summary>
    public bool IsCertain(string code) => _certain.Contains(code);

    private static void LinkChains(List<PlaceMention> mentions)
    {
        for (var i = mentions.Count - 2; i >= 0; i--)
        {
            var inner = mentions[i];
            var outer = mentions[i + 1];
            if (inner.Text != outer.Text || outer.From != inner.To + 1 || outer.Cue is PlaceCue.Agency || inner.Level <= outer.Level
                || outer.Text.Tokens[outer.From].Gap is not (' ' or ',' or '(' or '.' or '-') || outer.Text.Tokens[outer.From].Sentence != inner.Text.Tokens[inner.To].Sentence)
            {
                continue;
            }

            var inside = inner.Candidates.FindAll(c => outer.Candidates.Exists(o => Region.Contains(o, c)));
            if (inside.Count > 0)
            {
                inner.Candidates = inside;
                outer.Candidates = outer.Candidates.FindAll(o => inside.Exists(c => Region.Contains(o, c)));
                outer.IsSurroundings = true;
                inner.Surroundings = outer;
                inner.IsSettledByChain = true;
                if (inner.IsOrigin && outer.Cue is not PlaceCue.Agency)
                {
                    outer.IsOrigin = true;
                }
            }
        }
    }

    /// <summary>"dari Kota Cimahi, Kabupaten Bandung, dan Garut": what holds for the first name holds for the list.</summary>
    private static void LinkSources(List<PlaceMention> mentions)
    {
        for (var i = 0; i + 1 < mentions.Count; i++)
        {
            var next = mentions[i + 1];
            if (!mentions[i].IsSource || next.Text != mentions[i].Text)
            {
                continue;
            }

            var tokens = next.Text.Tokens;
            var between = next.From - mentions[i].To - 1;
            next.IsListedSource = tokens[next.From].Sentence == tokens[mentions[i].To].Sentence
                && (between == 0 ? tokens[next.From].Gap is ',' : between == 1 && tokens[next.From - 1].Word is "dan" or "serta" or "hingga" or "sampai" or "maupun" && tokens[next.From].Gap is ' ');
        }
    }

    private void CollectCertain(List<PlaceMention> mentions)
    {
        _weights.Clear();
        foreach (var mention in mentions)
        {
            if (mention.Code is { } code && !mention.IsOrigin && CanStandAlone(mention))
            {
                _certain.Add(code);
                _weights[code] = _weights.GetValueOrDefault(code) + (mention.IsSource ? 0.1 : 1);
                foreach (var ancestor in Region.AncestorsOf(code))
                {
                    _certain.Add(ancestor);
                }
            }
        }
    }

    /// <summary>Small places are certain only once their surroundings are; bare names of districts never are by themselves.</summary>
    private bool CanStandAlone(PlaceMention mention) => mention.Level switch
    {
        RegionLevel.Village => mention.IsSettledByChain || Region.AncestorsOf(mention.Code!).Take(2).Any(_certain.Contains),
        RegionLevel.District => mention.Cue is not PlaceCue.Bare || mention.IsSettledByChain || mention.Fallback is null && _certain.Contains(Region.ParentOf(mention.Code!)!),
        _ => true,
    };

    private void Narrow(PlaceMention mention)
    {
        var best = 0;
        var kept = new List<string>();
        foreach (var code in mention.Candidates)
        {
            var score = Support(code);
            if (score > best)
            {
                (best, kept) = (score, [code]);
            }
            else if (score == best && best > 0)
            {
                kept.Add(code);
            }
        }

        if (kept.Count > 1 && mention.Level is RegionLevel.Regency)
        {
            // Both Bandungs are named: the one that the matter is about more.
            kept.Sort((a, b) => _weights.GetValueOrDefault(b).CompareTo(_weights.GetValueOrDefault(a)));
            if (_weights.TryGetValue(kept[0], out var heavier) && heavier >= 2 * _weights.GetValueOrDefault(kept[1]))
            {
                kept = [kept[0]];
            }
        }

        if (kept.Count > 0 && (kept.Count < mention.Candidates.Count))
        {
            mention.Candidates = kept;
        }
    }

    private int Support(string code)
    {
        var score = _certain.Contains(code) ? 16 : 0;
        foreach (var ancestor in Region.AncestorsOf(code))
        {
            score += !_certain.Contains(ancestor) ? 0 : Region.LevelOf(ancestor) switch { RegionLevel.District => 8, RegionLevel.Regency => 4, _ => 1 };
        }

        return score;
    }

    private bool Holds(PlaceMention mention)
    {
        if (mention.Level is RegionLevel.Village)
        {
            return mention.Code is { } village && (mention.IsSettledByChain || Region.AncestorsOf(village).Take(2).Any(_certain.Contains));
        }

        if (mention.Level is not RegionLevel.District)
        {
            return true;
        }

        if (mention.Code is not { } code)
        {
            return false;
        }

        if (mention.IsSettledByChain || mention.Cue is not PlaceCue.Bare)
        {
            return true;
        }

        if (mention.Fallback is { } town && !_certain.Contains(code) && (mention.Role is not (EvidenceRole.Title or EvidenceRole.Lead) || !_weights.ContainsKey(town)))
        {
            mention.Candidates = [town];
            return true;
        }

        if (mention.Fallback is not null)
        {
            return true;
        }

        // A bare name of two words is a district when its regency is named too; of one word only when the article says elsewhere that it means it.
        return _certain.Contains(Region.ParentOf(code)!) && (mention.To > mention.NameFrom || _certain.Contains(code));
    }
}
