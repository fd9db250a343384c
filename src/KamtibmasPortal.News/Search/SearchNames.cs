using System.Buffers;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Search;

/// <summary>Another name for a thing.</summary>
/// <param name="Brief">"Jaktim", "BNN".</param>
/// <param name="Full">"Jakarta Timur", "Badan Narkotika Nasional".</param>
public sealed record SearchAlias(string Brief, string Full);

/// <summary>What queries may call regions, agencies and topics by, and the other names that are searched beside a name.</summary>
public sealed class SearchNames
{
    private const int LongestName = 6;

    private static readonly SearchValues<char> s_slugSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly Dictionary<string, string> _regions = new(StringComparer.Ordinal);
    private readonly PlaceCodes _codes;
    private readonly HashSet<string> _topics;
    private readonly Dictionary<string, List<PhraseNode>> _aliases = new(StringComparer.Ordinal);
    private readonly WordReader _words;

    /// <param name="words">The analysis of queries.</param>
    /// <param name="regions">All regions; provinces, kabupaten and kota may be called by name where it is theirs alone.</param>
    /// <param name="topics">All topics.</param>
    /// <param name="regionAliases">Other names of regions, each with its code.</param>
    /// <param name="aliases">Short and full names that stand for each other in texts.</param>
    public SearchNames(WordReader words, IEnumerable<Region> regions, IEnumerable<Topic> topics, IEnumerable<(string Alias, string Code)> regionAliases, IEnumerable<SearchAlias> aliases)
    {
        _words = words;
        _topics = topics.Select(t => t.Slug).ToHashSet(StringComparer.Ordinal);
        var all = regions.ToList();
        _codes = new PlaceCodes(all);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var region in all.Where(r => r.Level is RegionLevel.Province or RegionLevel.Regency))
        {
            foreach (var name in NamesOf(region.Name))
            {
                // A name of two (Bekasi) says nothing certain; with its grade before it (Kota Bekasi) it does.
                if (!taken.Add(name))
                {
                    _regions.Remove(name);
                }
                else
                {
                    _regions[name] = region.Code;
                }
            }
        }

        foreach (var (alias, code) in regionAliases)
        {
            _regions.TryAdd(Key(alias), code);
        }

        foreach (var alias in aliases)
        {
            Link(alias.Brief, alias.Full);
            Link(alias.Full, alias.Brief);
        }
    }

    /// <summary>Code of a region called by its code or its name; null for what names none.</summary>
    public string? Region(string value) => PlaceCode.Read(value) is { } code && _codes.Contains(code) ? value : _regions.GetValueOrDefault(Key(value.Replace('-', ' ')));

    /// <summary>The slug itself where it is one; agencies come and go with the articles.</summary>
    public string? Agency(string value)
    {
        var slug = value.ToLowerInvariant().Replace(' ', '-');
        return slug.Length is > 1 and <= 160 && !slug.AsSpan().ContainsAnyExcept(s_slugSigns) ? slug : null;
    }

    public string? Topic(string value) => value.ToLowerInvariant().Replace(' ', '-') is var slug && _topics.Contains(slug) ? slug : null;

    /// <summary>Adds other names to words that stand beside each other and to single ones.</summary>
    public IReadOnlyList<SearchNode> Expand(IReadOnlyList<SearchNode> parts)
    {
        var flat = parts.SelectMany(p => p is AllNode all ? all.Parts : [p]).ToList();
        var expanded = new List<SearchNode>();
        for (var i = 0; i < flat.Count;)
        {
            var (length, others) = NameAt(flat, i);
            if (length == 0)
            {
                expanded.Add(flat[i++]);
                continue;
            }

            var typed = flat.GetRange(i, length);
            expanded.Add(new ExpandedNode(length == 1 ? typed[0] : new AllNode(typed), others));
            i += length;
        }

        return expanded;
    }

    private (int Length, IReadOnlyList<PhraseNode> Others) NameAt(List<SearchNode> parts, int start)
    {
        for (var length = Math.Min(LongestName, parts.Count - start); length > 0; length--)
        {
            var some = parts.GetRange(start, length);
            if (some.TrueForAll(p => p is WordNode { Field: not SearchField.Change } or PhraseNode { Field: not SearchField.Change })
                && (length == 1 || some.TrueForAll(p => p is WordNode))
                && FieldOf(some[0]) is var field && some.TrueForAll(p => FieldOf(p) == field)
                && _aliases.TryGetValue(Key(string.Join(' ', some.Select(TextOf))), out var others))
            {
                return (length, [.. others.Select(o => o with { Field = field })]);
            }
        }

        return (0, []);
    }

    private void Link(string from, string to)
    {
        var key = Key(from);
        var phrase = new PhraseNode(to, [.. _words.Read(to).Select(w => w.Word)], SearchField.Text);
        if (key.Length == 0 || phrase.Words.Count == 0 || key == Key(to))
        {
            return;
        }

        if (!_aliases.TryGetValue(key, out var others))
        {
            _aliases[key] = others = [];
        }

        if (others.Count < 4 && !others.Exists(o => o.Words.SequenceEqual(phrase.Words)))
        {
            others.Add(phrase);
        }
    }

    private string Key(string text) => string.Join(' ', _words.Read(text).Select(w => w.Word));

    private IEnumerable<string> NamesOf(string name)
    {
        foreach (var grade in (ReadOnlySpan<string>)["Kota Administrasi ", "Kabupaten Administrasi ", "Kota ", "Kabupaten ", "Daerah Istimewa "])
        {
            if (name.StartsWith(grade, StringComparison.Ordinal))
            {
                return [Key(name), Key(name[grade.Length..])];
            }
        }

        return [Key(name)];
    }

    private static SearchField FieldOf(SearchNode node) => node switch { WordNode word => word.Field, PhraseNode phrase => phrase.Field, _ => SearchField.Text };

    private static string TextOf(SearchNode node) => node switch { WordNode word => word.Text, PhraseNode phrase => phrase.Text, _ => "" };
}
