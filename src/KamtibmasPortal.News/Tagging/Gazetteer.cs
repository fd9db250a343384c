using System.Text;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>A name the official list lacks.</summary>
/// <param name="Name">As the press writes it.</param>
/// <param name="Code">The unit it means.</param>
/// <param name="Kind">abbr, spelling, former, town or weak.</param>
/// <param name="District">For a town that is itself a district of the unit: that district.</param>
public sealed record RegionAlias(string Name, string Code, string Kind, string? District);

/// <summary>All names of regions, compared squashed: lower case, without blanks, hyphens and apostrophes, numerals as digits.</summary>
public sealed class Gazetteer
{
    private const int LongestName = 48;

    private readonly Dictionary<string, string[]>[] _byLevel = [[], [], [], []];
    private readonly Dictionary<string, Region> _regions;
    private readonly Dictionary<string, List<string>> _children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _towns;

    /// <summary>The aliases that lie in <see cref="_byLevel"/>.</summary>
    private readonly IReadOnlyList<RegionAlias> _aliases;

    /// <summary>Names that other aliases give other codes; null where there are none.</summary>
    private readonly Dictionary<string, string[]>[]? _changed;

    public Gazetteer(IReadOnlyList<Region> regions, IReadOnlyList<RegionAlias> aliases)
    {
        _aliases = aliases;
        _regions = new Dictionary<string, Region>(regions.Count, StringComparer.Ordinal);
        var lists = new Dictionary<string, List<string>>[] { [], [], [], [] };
        foreach (var region in regions)
        {
            _regions.Add(region.Code, region);
            Add(lists[(int)region.Level - 1], Squash(region.BaseName), region.Code);
            if (region.ParentCode is { } parent && region.Level is not RegionLevel.Regency)
            {
                Add(_children, parent, region.Code);
            }
        }

        foreach (var alias in aliases.Where(IsRead))
        {
            Add(lists[(int)_regions[alias.Code].Level - 1], Squash(alias.Name), alias.Code);
        }

        _towns = TownsOf(aliases);

        for (var level = 0; level < lists.Length; level++)
        {
            _byLevel[level] = new Dictionary<string, string[]>(lists[level].Count, StringComparer.Ordinal);
            foreach (var (name, codes) in lists[level])
            {
                _byLevel[level].Add(name, [.. codes]);
            }
        }
    }

    private Gazetteer(Gazetteer other, IReadOnlyList<RegionAlias> aliases)
    {
        (_byLevel, _regions, _children, _aliases) = (other._byLevel, other._regions, other._children, other._aliases);
        _changed = [[], [], [], []];
        foreach (var (level, name) in aliases.Except(_aliases).Concat(_aliases.Except(aliases)).Where(IsRead).Select(NameOf).Distinct())
        {
            var official = _byLevel[level].GetValueOrDefault(name, []).Where(c => Squash(_regions[c].BaseName) == name);
            _changed[level][name] = [.. official.Concat(aliases.Where(a => IsRead(a) && NameOf(a) == (level, name)).Select(a => a.Code)).Distinct(StringComparer.Ordinal)];
        }

        _towns = TownsOf(aliases);
    }

    /// <summary>The same regions under other aliases: all but the names that differ is shared.</summary>
    public Gazetteer With(IReadOnlyList<RegionAlias> aliases) => new(this, aliases);

    public Region this[string code] => _regions[code];

    public bool Knows(string code) => _regions.ContainsKey(code);

    /// <summary>Codes of a squashed name at a level; empty when there are none.</summary>
    public ReadOnlySpan<string> Find(RegionLevel level, string squashed) => Find((int)level - 1, squashed);

    /// <summary>Districts of a regency, villages of a district.</summary>
    public IReadOnlyList<string> Below(string code) => _children.TryGetValue(code, out var codes) ? codes : [];

    /// <summary>The district behind a town's name, or the regency when the town is none; null when the name is no town.</summary>
    public string? Town(string squashed) => _towns.GetValueOrDefault(squashed);

    /// <summary>Codes of the name that words <paramref name="from"/> to <paramref name="to"/> make; empty when there are none.</summary>
    internal ReadOnlySpan<string> Find(RegionLevel level, List<Token> tokens, int from, int to)
    {
        Span<char> name = stackalloc char[LongestName];
        var length = Squash(tokens, from, to, name);
        return length > 0 ? Find((int)level - 1, name[..length]) : [];
    }

    private string[] Find(int level, ReadOnlySpan<char> squashed)
    {
        if (_changed is not null && _changed[level].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(squashed, out var changed))
        {
            return changed;
        }

        return _byLevel[level].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(squashed, out var codes) ? codes : [];
    }

    private bool IsRead(RegionAlias alias) => alias.Kind != "weak" && _regions.ContainsKey(alias.Code);

    private (int Level, string Name) NameOf(RegionAlias alias) => ((int)Region.LevelOf(alias.Code) - 1, Squash(alias.Name));

    private Dictionary<string, string> TownsOf(IReadOnlyList<RegionAlias> aliases)
    {
        var towns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var alias in aliases.Where(a => a.Kind == "town" && IsRead(a)))
        {
            towns[Squash(alias.Name)] = alias.District ?? alias.Code;
        }

        return towns;
    }

    /// <summary>The squashed name of words <paramref name="from"/> to <paramref name="to"/>, both inclusive; null when it is longer than any name.</summary>
    internal static string? Squash(List<Token> tokens, int from, int to)
    {
        Span<char> name = stackalloc char[LongestName];
        return Squash(tokens, from, to, name) is >= 0 and var length ? new string(name[..length]) : null;
    }

    /// <summary>Length of the squashed name, or -1 when it is longer than any.</summary>
    private static int Squash(List<Token> tokens, int from, int to, Span<char> name)
    {
        var length = 0;
        for (var i = from; i <= to; i++)
        {
            var word = i > from ? Numeral(tokens[i].Word) : tokens[i].Word;
            foreach (var c in word)
            {
                if (length == LongestName)
                {
                    return -1;
                }

                if (char.IsLetterOrDigit(c))
                {
                    name[length++] = c;
                }
            }
        }

        return length;
    }

    public static string Squash(string name)
    {
        var squashed = new StringBuilder(name.Length);
        var first = true;
        foreach (var word in name.ToLowerInvariant().Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var c in first ? word : Numeral(word))
            {
                if (char.IsLetterOrDigit(c))
                {
                    squashed.Append(c);
                }
            }

            first = false;
        }

        return squashed.ToString();
    }

    /// <summary>"Ilir Timur I" and "Ilir Timur Satu" are one name.</summary>
    private static string Numeral(string word) => word switch
    {
        "i" or "satu" => "1",
        "ii" or "dua" => "2",
        "iii" or "tiga" => "3",
        "iv" or "empat" => "4",
        "v" or "lima" => "5",
        "vi" or "enam" => "6",
        "vii" or "tujuh" => "7",
        "viii" or "delapan" => "8",
        "ix" or "sembilan" => "9",
        "x" or "sepuluh" => "10",
        _ => word,
    };

    private static void Add(Dictionary<string, List<string>> names, string name, string code)
    {
        if (!names.TryGetValue(name, out var codes))
        {
            names.Add(name, codes = new List<string>(1));
        }

        if (!codes.Contains(code))
        {
            codes.Add(code);
        }
    }
}
