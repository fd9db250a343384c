using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Search;

/// <summary>One way to read what was typed for a place.</summary>
/// <param name="Name">Its name, squashed.</param>
/// <param name="Above">Names of units above it, squashed, with a slash between two; empty for none.</param>
/// <param name="Level">The level that was named; null for none.</param>
/// <param name="City">Whether a kota or a kabupaten was named; null for either.</param>
internal sealed record PlaceWish(string Name, string Above, RegionLevel? Level, bool? City);

/// <summary>Reads "kec. natal", "pasar rebo jakarta timur" or "tj priok" in every way that may be meant, the likeliest first.</summary>
internal static class PlaceWishes
{
    private const int MostWords = 8;

    private static readonly Dictionary<string, (RegionLevel Level, bool? City)> s_levels = new(StringComparer.Ordinal)
    {
        ["prov"] = (RegionLevel.Province, null), ["provinsi"] = (RegionLevel.Province, null), ["propinsi"] = (RegionLevel.Province, null),
        ["kab"] = (RegionLevel.Regency, false), ["kabupaten"] = (RegionLevel.Regency, false),
        ["kota"] = (RegionLevel.Regency, true), ["kodya"] = (RegionLevel.Regency, true), ["kotamadya"] = (RegionLevel.Regency, true),
        ["kec"] = (RegionLevel.District, null), ["kecamatan"] = (RegionLevel.District, null), ["distrik"] = (RegionLevel.District, null), ["kapanewon"] = (RegionLevel.District, null),
        ["kel"] = (RegionLevel.Village, null), ["kelurahan"] = (RegionLevel.Village, null), ["kalurahan"] = (RegionLevel.Village, null), ["desa"] = (RegionLevel.Village, null),
        ["ds"] = (RegionLevel.Village, null), ["gampong"] = (RegionLevel.Village, null), ["nagari"] = (RegionLevel.Village, null), ["pekon"] = (RegionLevel.Village, null),
    };

    private static readonly Dictionary<string, string> s_words = new(StringComparer.Ordinal)
    {
        ["kep"] = "kepulauan", ["tj"] = "tanjung", ["tjg"] = "tanjung", ["tg"] = "tanjung", ["gn"] = "gunung", ["gng"] = "gunung", ["jkt"] = "jakarta", ["jak"] = "jakarta",
        ["sei"] = "sungai", ["bdr"] = "bandar", ["kp"] = "kampung", ["ut"] = "utara", ["sel"] = "selatan", ["slt"] = "selatan", ["tim"] = "timur", ["bar"] = "barat", ["teng"] = "tengah", ["pus"] = "pusat",
    };

    /// <summary>Words of the query in lower case; signs part them.</summary>
    public static List<string> WordsOf(string typed) =>
        [.. string.Concat(typed.ToLowerInvariant().Where(c => c is not ('\'' or '’' or '`')).Select(c => char.IsLetterOrDigit(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];

    public static IEnumerable<PlaceWish> Read(string typed)
    {
        var words = WordsOf(typed);
        var spelled = words.ConvertAll(w => s_words.GetValueOrDefault(w, w));
        var ways = spelled.SequenceEqual(words, StringComparer.Ordinal) ? [words] : new[] { words, spelled };
        return ways.SelectMany(Whole).Concat(ways.SelectMany(WithAbove)).DistinctBy(w => w);
    }

    private static IEnumerable<PlaceWish> Whole(List<string> words) => NamesOf(words).Select(n => new PlaceWish(n.Name, "", n.Level, n.City));

    /// <summary>The last words may name what lies above: "kuta, badung", "natal di mandailing natal".</summary>
    private static IEnumerable<PlaceWish> WithAbove(List<string> words)
    {
        for (var length = words.Count - 1; length > 0; length--)
        {
            var name = words[length - 1] is "di" or "kec" or "kab" or "kota" && length > 1 ? words[..(length - 1)] : words[..length];
            foreach (var above in AboveOf(words[length..]))
            {
                foreach (var wish in NamesOf(name))
                {
                    yield return new PlaceWish(wish.Name, above, wish.Level, wish.City);
                }
            }
        }
    }

    /// <summary>One unit above, or two: "gedong, pasar rebo, jakarta timur".</summary>
    private static IEnumerable<string> AboveOf(List<string> words) =>
        NamesOf(words).Select(n => n.Name).Concat(Enumerable.Range(1, words.Count - 1).SelectMany(at => NamesOf(words[..at]).SelectMany(near => NamesOf(words[at..]).Select(far => $"{near.Name}/{far.Name}"))));

    /// <summary>With a word for its level taken off, and as it stands: "Kota Agung" is no city called Agung.</summary>
    private static IEnumerable<(string Name, RegionLevel? Level, bool? City)> NamesOf(List<string> words)
    {
        if (words.Count > 1 && s_levels.TryGetValue(words[0], out var named))
        {
            var rest = words[1] is "adm" or "administrasi" && words.Count > 2 ? words[2..] : words[1..];
            yield return (Squashed(rest), named.Level, named.City);
        }

        yield return (Squashed(words), null, null);
    }

    private static string Squashed(List<string> words) => Tagging.Gazetteer.Squash(string.Join(' ', words));
}
