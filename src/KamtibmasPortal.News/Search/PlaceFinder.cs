using System.Numerics;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.News.Search;

/// <summary>
/// Finds units of all four levels by what people type: parts of names, abbreviations, slips of the finger, codes. All names lie in memory
/// as they are compared (about 5 MB), so that a suggestion costs no question to the store.
/// </summary>
public sealed class PlaceFinder
{
    private const int ShortestPart = 3;
    private const int ShortestForOne = 4;
    private const int ShortestForTwo = 7;
    private const int LongestName = 60;

    private readonly string[] _names;
    private readonly uint[] _letters;
    private readonly ulong[] _wordStarts;
    private readonly long[][] _codes;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly PlaceCodes _known;

    /// <param name="regions">All units.</param>
    /// <param name="aliases">Other names; weak ones count here too, since people choose from what is found.</param>
    public PlaceFinder(IReadOnlyList<Region> regions, IEnumerable<RegionAlias> aliases)
    {
        var (codes, starts) = (new List<List<long>>(), new List<ulong>());
        _known = new PlaceCodes(regions);
        foreach (var region in regions)
        {
            var code = PlaceCode.Of(region.Code);
            foreach (var name in NamesOf(region))
            {
                Add(name, code);
            }
        }

        foreach (var alias in aliases.Where(a => _known.Contains(PlaceCode.Of(a.Code))))
        {
            Add(alias.Name, PlaceCode.Of(alias.District ?? alias.Code));
        }

        _names = [.. _index.OrderBy(n => n.Value).Select(n => n.Key)];
        _letters = Array.ConvertAll(_names, LettersOf);
        _wordStarts = [.. starts];
        _codes = [.. codes.Select(c => c.ToArray())];

        void Add(string name, long code)
        {
            var squashed = Gazetteer.Squash(name);
            if (!_index.TryGetValue(squashed, out var at))
            {
                _index[squashed] = at = codes.Count;
                codes.Add(new List<long>(1));
                starts.Add(StartsOf(name));
            }

            if (!codes[at].Contains(code))
            {
                codes[at].Add(code);
            }
        }
    }

    /// <summary>Codes, the likeliest first.</summary>
    /// <param name="typed">What a visitor typed.</param>
    /// <param name="take">At most so many.</param>
    public IReadOnlyList<string> Find(string typed, int take)
    {
        if (CodeOf(typed) is { } code)
        {
            return [PlaceCode.Dotted(code)];
        }

        var best = new Dictionary<long, int>();
        var wishes = PlaceWishes.Read(typed).Where(w => w.Name.Length > 1).ToList();
        foreach (var wish in wishes)
        {
            Collect(wish, best, Written);
        }

        if (!best.Values.Any(r => r <= RankOf(Closeness.Word, asNamed: false)))
        {
            foreach (var wish in wishes)
            {
                Collect(wish, best, Misspelt);
            }
        }

        return [.. best.OrderBy(b => b.Value).ThenBy(b => PlaceCode.LevelOf(b.Key)).ThenByDescending(b => PlaceCode.IsCity(b.Key)).ThenBy(b => b.Key).Take(take).Select(b => PlaceCode.Dotted(b.Key))];
    }

    private long? CodeOf(string typed)
    {
        var digits = typed.Trim();
        if (digits.Length is 0 or > 13 || digits.Any(c => !char.IsAsciiDigit(c) && c != '.'))
        {
            return null;
        }

        digits = digits.Replace(".", "", StringComparison.Ordinal);
        return digits.Length is 2 or 4 or 6 or 10 && PlaceCode.Of(digits) is var code && _known.Contains(code) ? code : null;
    }

    private void Collect(PlaceWish wish, Dictionary<long, int> best, Func<string, uint, int, Closeness?> compare)
    {
        var above = wish.Above.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(n => _index.TryGetValue(n, out var at) ? _codes[at] : null).ToList();
        if (above.Contains(null))
        {
            return;
        }

        var letters = LettersOf(wish.Name);
        for (var i = 0; i < _names.Length; i++)
        {
            if (compare(wish.Name, letters, i) is not { } closeness)
            {
                continue;
            }

            foreach (var code in _codes[i])
            {
                if (!above.TrueForAll(some => some!.Any(a => PlaceCode.IsBelow(code, a))))
                {
                    continue;
                }

                var asNamed = (wish.Level is null || PlaceCode.LevelOf(code) == wish.Level) && (wish.City is null || PlaceCode.IsCity(code) == wish.City);
                var rank = RankOf(closeness, asNamed);
                if (!best.TryGetValue(code, out var held) || rank < held)
                {
                    best[code] = rank;
                }
            }
        }
    }

    private static int RankOf(Closeness closeness, bool asNamed) => ((int)closeness * 2) + (asNamed ? 0 : 1);

    private Closeness? Written(string typed, uint letters, int at)
    {
        var name = _names[at];
        if (typed.Length > name.Length || (letters & ~_letters[at]) != 0)
        {
            return null;
        }

        var found = name.IndexOf(typed, StringComparison.Ordinal);
        return found switch
        {
            < 0 => null,
            0 => name.Length == typed.Length ? Closeness.Exact : Closeness.Beginning,
            _ when typed.Length < ShortestPart => null,
            _ => ((_wordStarts[at] >> found) & 1) == 1 ? Closeness.Word : Closeness.Part,
        };
    }

    /// <summary>One slip, in long names two; what is still being typed may have one as well. A letter that differs shows in the sets of letters, which are compared first.</summary>
    private Closeness? Misspelt(string typed, uint letters, int at)
    {
        var name = _names[at];
        if (typed.Length is < ShortestForOne or > LongestName || name.Length > LongestName)
        {
            return null;
        }

        var most = typed.Length >= ShortestForTwo ? 2 : 1;
        if (name.Length < typed.Length - most || BitOperations.PopCount(letters & ~_letters[at]) > most)
        {
            return null;
        }

        if (name.Length <= typed.Length + most && SearchSpelling.Distance(typed, name, most) is var distance && distance <= most)
        {
            return distance <= 1 ? Closeness.OneSlip : Closeness.TwoSlips;
        }

        return name.Length > typed.Length && typed.Length > ShortestForOne && SearchSpelling.Distance(typed, name.AsSpan(0, typed.Length), 1) <= 1 ? Closeness.BeginningWithSlip : null;
    }

    private static uint LettersOf(string name)
    {
        var letters = 0u;
        foreach (var c in name)
        {
            letters |= 1u << (c is >= 'a' and <= 'z' ? c - 'a' : 26 + (c % 6));
        }

        return letters;
    }

    /// <summary>A bit for each place where a word of the name begins once it is squashed.</summary>
    private static ulong StartsOf(string name)
    {
        var (starts, length) = (0ul, 0);
        foreach (var word in name.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            starts |= length < 64 ? 1ul << length : 0;
            length += word.Count(char.IsLetterOrDigit);
        }

        return starts;
    }

    /// <summary>With and without what stands before the name of a province: both are typed. Kota and Kabupaten are read as levels.</summary>
    private static string[] NamesOf(Region region)
    {
        foreach (var grade in (ReadOnlySpan<string>)["Daerah Istimewa ", "Daerah Khusus Ibukota "])
        {
            if (region.Level is RegionLevel.Province && region.Name.StartsWith(grade, StringComparison.Ordinal))
            {
                return [region.Name, region.Name[grade.Length..]];
            }
        }

        return [region.BaseName];
    }

    private enum Closeness { Exact, Beginning, Word, OneSlip, Part, BeginningWithSlip, TwoSlips }
}
