using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>Turns agency mentions with settled places into tags; several mentions of one unit are one tag.</summary>
internal sealed class AgencyTagger(AgencyRegistry registry)
{
    private const int EvidenceLimit = 5;

    /// <param name="mentions">In reading order, places resolved.</param>
    /// <param name="primary">The article's primary region: a bare "Kapolres" of an article that names no other is that region's.</param>
    public (List<ArticleTag> Tags, List<Agency> Agencies) Tag(List<AgencyMention> mentions, string? primary)
    {
        var units = new Dictionary<string, (Agency Agency, List<TagEvidence> Evidence)>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (UnitOf(mention) is { } agency)
            {
                Add(units, agency, mention, mention.IsHead ? "agency.head" : "agency.name");
            }
        }

        foreach (var mention in mentions)
        {
            if (mention is { Agency: null, Place: null } && Meant(mention, units, primary) is { } agency)
            {
                Add(units, agency, mention, "agency.reference");
            }
        }

        var tags = units.Values.Select(u => new ArticleTag
        {
            Kind = TagKind.Agency,
            Key = u.Agency.Slug,
            Origin = TagOrigin.Rule,
            Confidence = Math.Round(Math.Min(0.98, (u.Agency.IsAssumed ? 0.75 : 0.85) + (0.04 * u.Evidence.Count)), 2),
            Evidence = [.. u.Evidence.OrderBy(e => e.Role is EvidenceRole.Title or EvidenceRole.Lead ? 0 : 1).Take(EvidenceLimit)],
        }).ToList();
        return (tags, [.. units.Values.Select(u => u.Agency)]);
    }

    private Agency? UnitOf(AgencyMention mention)
    {
        if (mention.IsBuilding)
        {
            return null;
        }

        if (mention.Agency is not null)
        {
            return mention.Agency;
        }

        return mention.Place?.Code is { } code && registry.Kind(mention.Kind).Levels.Contains(Region.LevelOf(code)) ? registry.Unit(mention.Kind, code) : null;
    }

    /// <summary>What a kind without a place refers back to: the unit of that kind already named, or the police of the article's own region.</summary>
    private Agency? Meant(AgencyMention mention, Dictionary<string, (Agency Agency, List<TagEvidence> Evidence)> units, string? primary)
    {
        if (mention.IsBuilding)
        {
            return null;
        }

        var named = units.Values.Where(u => u.Agency.Kind == mention.Kind).ToList();
        if (named.Count > 0)
        {
            return named.Count == 1 ? named[0].Agency : null;
        }

        if (primary is null || mention.Kind is not ("polres" or "polda"))
        {
            return null;
        }

        var level = mention.Kind is "polda" ? RegionLevel.Province : RegionLevel.Regency;
        var region = Region.AncestorsOf(primary).Prepend(primary).FirstOrDefault(c => Region.LevelOf(c) == level);
        return region is null || mention.Kind is "polda" ? null : registry.Unit(mention.Kind, region);
    }

    private static void Add(Dictionary<string, (Agency Agency, List<TagEvidence> Evidence)> units, Agency agency, AgencyMention mention, string rule)
    {
        if (!units.TryGetValue(agency.Slug, out var unit))
        {
            units.Add(agency.Slug, unit = (agency, []));
        }

        unit.Evidence.Add(mention.Text.Evidence(mention.From, mention.To, rule));
    }
}
