using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>Weighs the resolved names: which regions an article is about, and which one first.</summary>
internal static class RegionTagger
{
    private const double Dateline = 0.4;
    private const double AgencyArea = 0.7;
    /// <summary>How much a provincial agency's area holds the matter at its own level: it acts inside that area, mostly in one part of it.</summary>
    private const double AgencyStays = 0.5;

    private const double BareName = 0.8;
    private const double Source = 0.3;
    private const double DatelineConfirmed = 0.8;

    /// <summary>Weight of the home province from which one bare name elsewhere is taken for a passing mention.</summary>
    private const double PassingHome = 3;
    private const int EvidenceLimit = 5;

    /// <summary>How many times the weight of the next part one part of a region must hold to be the place of the matter.</summary>
    private const double DescendLead = 1.5;

    /// <summary>Share of all parts that it must hold besides: first among many is not yet the one.</summary>
    private const double DescendShare = 0.45;

    /// <summary>How much of a province's own weight a part must reach.</summary>
    private const double DescendOwn = 0.6;

    public static List<ArticleTag> Tag(List<PlaceMention> mentions)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var own = new Dictionary<string, double>(StringComparer.Ordinal);
        var evidence = new Dictionary<string, List<(double Weight, TagEvidence Evidence)>>(StringComparer.Ordinal);
        var onlyDateline = mentions.TrueForAll(m => m.IsOrigin || m.IsWeak || m.Role is EvidenceRole.Dateline);
        foreach (var mention in mentions)
        {
            if (mention.IsOrigin || CodeOf(mention) is not { } code)
            {
                continue;
            }

            var weight = Weight(mention, onlyDateline);
            evidence.TryAdd(code, []);
            evidence[code].Add((weight, mention.Text.Evidence(mention.From, mention.To, RuleName.Of(RuleOf(mention)))));
            if (mention.IsSurroundings || (mention.IsWeak && !onlyDateline))
            {
                continue;
            }

            weights[code] = weights.GetValueOrDefault(code) + weight;
            if (mention.Code is null)
            {
                // What may be either of two says nothing against the one.
                continue;
            }

            // A Polda acts in one part of its province; what a Polres says is news of its whole kabupaten.
            own[code] = own.GetValueOrDefault(code) + (weight * (mention.Cue is PlaceCue.Agency && mention.Level is RegionLevel.Province ? AgencyStays : 1));
        }

        if (weights.Count == 0)
        {
            return [];
        }

        var strong = weights.Keys.Where(c => onlyDateline || mentions.Exists(m => CodeOf(m) == c && !m.IsOrigin && !m.IsWeak && m.Role is not EvidenceRole.Dateline)).ToList();
        foreach (var code in strong.Where(c => mentions.Exists(m => m.Role is EvidenceRole.Dateline && CodeOf(m) == c)))
        {
            // A reporter's town that the report itself names is the place of the matter more often than not.
            weights[code] += DatelineConfirmed;
        }

        // "buruh dari Cimahi dan Garut": where they came from, once the place they came to is named.
        var sources = strong.FindAll(c => c.Length <= 5 && mentions.Where(m => CodeOf(m) == c && !m.IsOrigin).All(m => m.IsSource));
        if (strong.Exists(c => c.Length > 2 && !sources.Contains(c)))
        {
            strong.RemoveAll(sources.Contains);
        }

        var primary = Primary(strong.ToDictionary(c => c, c => weights[c]), own, Said(mentions), WrittenOut(mentions));
        var province = primary[..2];
        var home = strong.Where(c => c.StartsWith(province, StringComparison.Ordinal)).Sum(c => weights[c]);
        strong.RemoveAll(c => !c.StartsWith(province, StringComparison.Ordinal) && home >= PassingHome && mentions.Where(m => CodeOf(m) == c && !m.IsOrigin).All(IsPassing) && mentions.Count(m => CodeOf(m) == c) == 1);
        var tagged = strong.Where(c => !strong.Exists(o => o != c && Region.Contains(c, o))).ToHashSet(StringComparer.Ordinal);
        if (Region.LevelOf(primary) > RegionLevel.Regency && tagged.Any(c => !Region.Contains(primary, c)))
        {
            // Beside places elsewhere a district is a detail; an article of one place is about that place.
            primary = Region.AncestorsOf(primary).Single(c => Region.LevelOf(c) is RegionLevel.Regency);
        }

        tagged.Add(primary);
        return [.. tagged.Select(code => new ArticleTag
        {
            Kind = TagKind.Region,
            Key = code,
            IsMain = code == primary,
            Origin = TagOrigin.Rule,
            Confidence = Confidence(code, weights),
            Evidence = EvidenceOf(code, evidence),
        })];
    }

    /// <summary>The region a mention counts for: the one it means, or the common parent of all it may mean.</summary>
    private static string? CodeOf(PlaceMention mention)
    {
        if (mention.Code is { } code)
        {
            return code;
        }

        var common = mention.Candidates[0];
        while (common is not null && !mention.Candidates.TrueForAll(c => Region.Contains(common, c)))
        {
            common = Region.ParentOf(common);
        }

        return common;
    }

    private static double Weight(PlaceMention mention, bool onlyDateline)
    {
        var weight = mention.Cue switch { PlaceCue.Typed => 1, PlaceCue.Agency => AgencyArea, _ => BareName };
        return weight * (mention.IsSource ? Source : 1) * mention.Role switch { EvidenceRole.Title => 3, EvidenceRole.Lead => 2, EvidenceRole.Dateline => onlyDateline ? 1 : Dateline, _ => 1 };
    }

    private static bool IsPassing(PlaceMention mention) => mention is { Cue: PlaceCue.Bare, Role: EvidenceRole.Body };

    /// <summary>
    /// Districts and villages that the article names as places, with all that is above them. The area of a Polsek says who acts, and a
    /// village found without its district beside it is the reader's own conclusion: neither makes the small place the article's first.
    /// </summary>
    private static HashSet<string> Said(List<PlaceMention> mentions) =>
        WithAncestors(mentions.Where(m => m.Cue is not PlaceCue.Agency && (m.Level is not RegionLevel.Village || m.IsSettledByChain)));

    /// <summary>Kelurahan and desa that headline or lead write out with what they lie in, and all that is above them: so near a place is meant as the place.</summary>
    private static HashSet<string> WrittenOut(List<PlaceMention> mentions) =>
        WithAncestors(mentions.Where(m => m is { Level: RegionLevel.Village, IsSettledByChain: true, IsOrigin: false, Role: EvidenceRole.Title or EvidenceRole.Lead }));

    private static HashSet<string> WithAncestors(IEnumerable<PlaceMention> mentions) =>
        [.. mentions.Where(m => m.Code is not null).SelectMany(m => Region.AncestorsOf(m.Code!).Prepend(m.Code!))];

    /// <summary>Walks down from the heaviest province while one part carries the matter.</summary>
    private static string Primary(Dictionary<string, double> weights, Dictionary<string, double> own, HashSet<string> said, HashSet<string> writtenOut)
    {
        var totals = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (code, weight) in weights)
        {
            foreach (var node in Region.AncestorsOf(code).Prepend(code))
            {
                totals[node] = totals.GetValueOrDefault(node) + weight;
            }
        }

        var at = totals.Where(t => Region.LevelOf(t.Key) is RegionLevel.Province).OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).First().Key;
        while (true)
        {
            var children = totals.Where(t => Region.ParentOf(t.Key) == at).OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).ToList();
            if (children.Count == 0 || IsRivalled(children) || !(writtenOut.Contains(children[0].Key) || IsHeavy(children[0], at, own, said)))
            {
                return at;
            }

            at = children[0].Key;
        }
    }

    private static bool IsRivalled(List<KeyValuePair<string, double>> parts) =>
        (parts.Count > 1 && parts[0].Value < parts[1].Value * DescendLead) || parts[0].Value < parts.Sum(c => c.Value) * DescendShare;

    /// <summary>Whether a part carries the matter of the region around it: of a province a good share, of a kabupaten or kota more than is said of that itself.</summary>
    private static bool IsHeavy(KeyValuePair<string, double> part, string around, Dictionary<string, double> own, HashSet<string> said) => Region.LevelOf(around) is RegionLevel.Province
        ? part.Value >= own.GetValueOrDefault(around) * DescendOwn
        : said.Contains(part.Key) && part.Value >= own.GetValueOrDefault(around);

    private static double Confidence(string code, Dictionary<string, double> weights)
    {
        var inside = weights.Where(w => Region.Contains(code, w.Key)).Sum(w => w.Value);
        return Calibration.Of(Math.Min(0.98, 0.55 + (0.1 * inside)));
    }

    /// <summary>The strongest words for a region; a common parent shows those of its parts.</summary>
    private static List<TagEvidence> EvidenceOf(string code, Dictionary<string, List<(double Weight, TagEvidence Evidence)>> evidence)
    {
        var words = evidence.TryGetValue(code, out var direct) ? direct : [.. evidence.Where(e => Region.Contains(code, e.Key)).SelectMany(e => e.Value)];
        return [.. words.OrderByDescending(e => e.Weight).Take(EvidenceLimit).Select(e => e.Evidence)];
    }

    private static string RuleOf(PlaceMention mention) => mention switch
    {
        { Role: EvidenceRole.Dateline } => "region.dateline",
        { Cue: PlaceCue.Agency } => "region.agency",
        { Cue: PlaceCue.Typed } => "region.cue",
        { IsSettledByChain: true } => "region.chain",
        _ => "region.name",
    };
}
