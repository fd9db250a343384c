using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>Turns agency mentions with settled places into tags; several mentions of one unit are one tag.</summary>
internal sealed class AgencyTagger(AgencyRegistry registry, AgencyTerritories territories)
{
    private const int EvidenceLimit = 5;
    private const string Lampung = "18";
    private const string KotaMetro = "18.72";

    /// <param name="mentions">In reading order, places resolved.</param>
    /// <param name="regions">The article's regions: a bare "Kapolres" of an article that names no other is the primary one's, a bare "Kapolsek" the only district's.</param>
    /// <param name="day">Day of the article, for territories that moved; null when unknown.</param>
    public (List<ArticleTag> Tags, List<Agency> Agencies) Tag(List<AgencyMention> mentions, List<ArticleTag> regions, DateOnly? day)
    {
        var primary = regions.Find(r => r.IsMain)?.Key;
        var districts = regions.SelectMany(r => Region.AncestorsOf(r.Key).Prepend(r.Key)).Where(c => Region.LevelOf(c) is RegionLevel.District).Distinct().ToList();
        var units = new Dictionary<string, (Agency Agency, List<TagEvidence> Evidence)>(StringComparer.Ordinal);
        var references = new List<AgencyMention>();
        foreach (var mention in mentions.Where(m => !m.IsOperation))
        {
            if (mention.IsBareNational && HasLocalUnits(mention.Kind) && (LocalOf(mention.Kind, units).Any() || (mention.Kind is "kpu" or "bawaslu" && IsLocal(primary))))
            {
                references.Add(mention);
            }
            else if (UnitOf(mention) is { } agency)
            {
                Add(units, agency, mention, mention.IsHead ? "agency.head" : "agency.name");
            }
            else if (mention is { Agency: null, Place: null })
            {
                references.Add(mention);
            }
        }

        foreach (var mention in references)
        {
            if (Meant(mention, units, primary, districts is [var only] ? only : primary) is { } agency)
            {
                Add(units, agency, mention, "agency.reference");
            }
        }

        foreach (var mention in mentions.Where(m => m.IsOperation && Runs(m.Agency!, units, day)))
        {
            Add(units, mention.Agency!, mention, "agency.operation");
        }

        var tags = units.Values.Select(u => new ArticleTag
        {
            Kind = TagKind.Agency,
            Key = u.Agency.Slug,
            Origin = TagOrigin.Rule,
            Confidence = Calibration.Of(Math.Min(0.98, (u.Agency.IsAssumed ? 0.75 : 0.85) + (0.04 * u.Evidence.Count))),
            Evidence = [.. u.Evidence.OrderBy(e => e.Role is EvidenceRole.Title or EvidenceRole.Lead ? 0 : 1).Take(EvidenceLimit)],
        }).ToList();
        return (tags, [.. units.Values.Select(u => u.Agency)]);
    }

    /// <summary>A Polda acts by the name of its operation, unless one of its own Polres or Polsek is the one that acts.</summary>
    private bool Runs(Agency polda, Dictionary<string, (Agency Agency, List<TagEvidence> Evidence)> units, DateOnly? day) =>
        units.ContainsKey(polda.Slug) || !units.Values.Any(u => u.Agency is { Kind: "polres" or "polsek", RegionCode: { } code } && territories.On(polda.Slug, day)?.Covers(code) == true);

    private Agency? UnitOf(AgencyMention mention)
    {
        if (mention.IsBuilding)
        {
            return null;
        }

        if (mention.Homonyms.Count > 0)
        {
            return mention.Homonyms.FirstOrDefault(a => a.RegionCode == mention.Place?.Code);
        }

        if (mention.Agency is not null)
        {
            return mention.Agency;
        }

        if (mention is { Place.Unknown: RegionLevel.District, IsHead: false })
        {
            return registry.UnlistedUnit(mention.Kind, mention.Text.Text.Substring(mention.Text.Tokens[mention.To].Start, mention.Text.Tokens[mention.To].Length));
        }

        return mention.Place?.Code is { } code && registry.Kind(mention.Kind).Levels.Contains(Region.LevelOf(code)) ? registry.Unit(mention.Kind, code) : null;
    }

    /// <summary>What a kind without a place refers back to: the unit of that kind already named, or for an office that acts alone the one of the article's own region.</summary>
    private Agency? Meant(AgencyMention mention, Dictionary<string, (Agency Agency, List<TagEvidence> Evidence)> units, string? primary, string? smallest)
    {
        if (mention.IsBuilding)
        {
            return null;
        }

        var named = LocalOf(mention.Kind, units).ToList();
        if (named.Count > 0 || primary is null || mention.IsBareNational)
        {
            return named.Count == 1 ? named[0] : null;
        }

        if (mention.IsHead && !mention.Text.Tokens[mention.From].IsCapital)
        {
            // "bupati", "gubernur" in small letters: the office, or a candidate for it.
            return null;
        }

        return (mention.Kind, mention.IsHead) switch
        {
            // "Polres Metro" and no more, in Lampung: that of Kota Metro.
            ("polres", false) when mention.Text.Tokens[mention.To].Word == "metro" && Region.Contains(Lampung, primary) => registry.Unit(mention.Kind, KotaMetro),
            ("polres", _) or ("bpbd", _) or ("kodim", true) or ("kejari", true) => At(mention.Kind, primary, RegionLevel.Regency),
            ("pemkab", true) => At(mention.Kind, primary, RegionLevel.Regency) is { Kind: "pemkab" } regency ? regency : null,
            ("pemkot", true) => At(mention.Kind, primary, RegionLevel.Regency) is { Kind: "pemkot" } city ? city : null,
            ("pemprov", true) => At(mention.Kind, primary, RegionLevel.Province),
            ("polsek", true) or ("koramil", true) => At(mention.Kind, smallest ?? primary, RegionLevel.District),
            _ => null,
        };
    }

    private Agency? At(string kind, string primary, RegionLevel level) =>
        Region.AncestorsOf(primary).Prepend(primary).FirstOrDefault(c => Region.LevelOf(c) == level) is { } region ? registry.Unit(kind, region) : null;

    /// <summary>Units of the kind that have a place; a BNN of the text may be its BNNP or BNNK.</summary>
    private static IEnumerable<Agency> LocalOf(string kind, Dictionary<string, (Agency Agency, List<TagEvidence> Evidence)> units) =>
        units.Values.Select(u => u.Agency).Where(a => (a.Kind == kind || (kind == "bnn" && a.Kind is "bnnp" or "bnnk")) && (a.RegionCode is not null || !HasLocalUnits(kind)));

    /// <summary>Kinds with one national body and units below it that the press calls by the same short name.</summary>
    private static bool HasLocalUnits(string kind) => kind is "kpu" or "bawaslu" or "bnn" or "kemenag" or "imigrasi" or "pmi" or "mui" or "bpom" or "ombudsman" or "basarnas" or "bmkg" or "bea-cukai";

    private static bool IsLocal(string? primary) => primary is not null && primary != "31" && !primary.StartsWith("31.", StringComparison.Ordinal);

    private static void Add(Dictionary<string, (Agency Agency, List<TagEvidence> Evidence)> units, Agency agency, AgencyMention mention, string rule)
    {
        if (!units.TryGetValue(agency.Slug, out var unit))
        {
            units.Add(agency.Slug, unit = (agency, []));
        }

        unit.Evidence.Add(mention.Text.Evidence(mention.From, mention.To, RuleName.Of(rule)));
    }
}
