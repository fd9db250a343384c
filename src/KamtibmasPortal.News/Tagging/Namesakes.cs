using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>Bare names that a kabupaten or kota shares with a small place elsewhere: which of them the article speaks of.</summary>
internal sealed class Namesakes(Gazetteer gazetteer)
{
    private static readonly RegionLevel[] SmallLevels = [RegionLevel.District, RegionLevel.Village];

    /// <summary>"Manggarai, Jakarta Selatan" is no Kabupaten Manggarai: a name that the larger place behind it holds too is the one inside.</summary>
    public void LookInside(List<PlaceMention> mentions)
    {
        for (var i = 0; i + 1 < mentions.Count; i++)
        {
            var (inner, outer) = (mentions[i], mentions[i + 1]);
            if (inner is { Cue: PlaceCue.Bare, Level: RegionLevel.Regency, Code: { } town } && inner.Text == outer.Text && outer.From == inner.To + 1 && outer.Text.Tokens[outer.From].Gap is ','
                && outer is { Cue: not PlaceCue.Agency, Level: RegionLevel.Regency, Code: { } around } && town[..2] != around[..2] && Inside(inner, around) is { } code)
            {
                inner.Candidates = [code];
            }
        }
    }

    /// <summary>"tawuran di Manggarai", told by the Polsek of Tebet: where nothing of a kabupaten's province is named, a small place of its name in what is named is meant.</summary>
    public void PreferAtHand(List<PlaceMention> mentions)
    {
        foreach (var town in mentions.Where(m => m is { Cue: PlaceCue.Bare, Level: RegionLevel.Regency, Code: not null, IsOrigin: false }).GroupBy(m => m.Code!, StringComparer.Ordinal).ToList())
        {
            var others = mentions.Where(m => m.Code is { } code && code != town.Key && !m.IsOrigin).Select(m => m.Code!).ToList();
            if (others.Exists(c => c[..2] == town.Key[..2]) || mentions.Exists(m => m.Code == town.Key && m.Cue is not PlaceCue.Bare))
            {
                continue;
            }

            if (others.Where(c => Region.LevelOf(c) is not RegionLevel.Province).Select(c => string.Join('.', c.Split('.').Take(2))).Distinct().Select(c => Inside(town.First(), c)).FirstOrDefault(c => c is not null) is { } atHand)
            {
                foreach (var mention in town)
                {
                    mention.Candidates = [atHand];
                }
            }
        }
    }

    /// <summary>Where the article speaks of Kecamatan Kediri in Tabanan, a bare "Kediri" is that district and no town of the name.</summary>
    public void PreferNamed(PlaceMention mention, IReadOnlySet<string> certain)
    {
        if (mention.Cue is not PlaceCue.Bare || mention.Level is not RegionLevel.Regency || mention.Candidates.Exists(certain.Contains) && mention.Candidates.Count == 1
            || Gazetteer.Squash(mention.Text.Tokens, mention.NameFrom, mention.To) is not { } name)
        {
            return;
        }

        foreach (var level in SmallLevels)
        {
            foreach (var code in gazetteer.Find(level, name))
            {
                if (certain.Contains(code) && !mention.Candidates.Exists(c => Region.Contains(c, code)))
                {
                    mention.Candidates = [code];
                    return;
                }
            }
        }
    }

    private string? Inside(PlaceMention mention, string around)
    {
        if (Gazetteer.Squash(mention.Text.Tokens, mention.NameFrom, mention.To) is not { } name)
        {
            return null;
        }

        foreach (var level in SmallLevels)
        {
            string? found = null;
            foreach (var code in gazetteer.Find(level, name))
            {
                found ??= Region.Contains(around, code) ? code : null;
            }

            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
