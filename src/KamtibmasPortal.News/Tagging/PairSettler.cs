using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>"Bandung" is a kota and a kabupaten: where nothing else decides, the districts that the article names without a cue do, if they lie in one of the two only.</summary>
internal sealed class PairSettler(Gazetteer gazetteer)
{
    public void Settle(List<PlaceMention> mentions, IReadOnlyList<TaggedText> fields)
    {
        var open = mentions.FindAll(m => m.Level is RegionLevel.Regency && m.Candidates.Count == 2 && m.Candidates.TrueForAll(c => Region.LevelOf(c) is RegionLevel.Regency));
        if (open.Count == 0)
        {
            return;
        }

        foreach (var pair in open.GroupBy(m => string.Join(' ', m.Candidates), StringComparer.Ordinal).ToList())
        {
            var named = pair.First().Candidates.ToDictionary(c => c, c => Districts(c, fields), StringComparer.Ordinal);
            var inside = named.Where(n => n.Value > 0).ToList();
            if (inside.Count == 1)
            {
                foreach (var mention in pair)
                {
                    mention.Candidates = [inside[0].Key];
                }
            }
        }
    }

    /// <summary>How many districts of a regency are named somewhere; its own name and everyday words do not count.</summary>
    private int Districts(string regency, IReadOnlyList<TaggedText> fields)
    {
        var own = Gazetteer.Squash(gazetteer[regency].BaseName);
        var names = gazetteer.Below(regency).Select(c => Gazetteer.Squash(gazetteer[c].Name)).Where(n => n != own && n.Length > 4 && !Common.Contains(n)).ToHashSet(StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            for (var at = 0; at < field.Tokens.Count; at++)
            {
                for (var to = at; field.Tokens[at].IsCapital && to <= at + 1 && to < field.Tokens.Count && field.Tokens[to].IsCapital; to++)
                {
                    if ((to == at || field.Tokens[to].Gap is ' ') && Gazetteer.Squash(field.Tokens, at, to) is { } name && names.Contains(name))
                    {
                        found.Add(name);
                    }
                }
            }
        }

        return found.Count;
    }

    private static readonly HashSet<string> Common = new(StringComparer.Ordinal) { "pasar", "sumber", "taman", "kramat", "pulau", "tegal", "bantar", "ngasem", "kandat", "klojen", "sukun", "panggung", "wates", "pakis", "kepuh", "batu", "bumi" };
}
