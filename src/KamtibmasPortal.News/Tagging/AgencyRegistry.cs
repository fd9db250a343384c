using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>A sort of public body and the words that name it.</summary>
/// <param name="Slug">"polres", "bnnk" ...</param>
/// <param name="Name">As unit names begin: "BPBD".</param>
/// <param name="IsNational">A unit without a place exists.</param>
/// <param name="Levels">Levels of region its units serve.</param>
/// <param name="Patterns">Names and abbreviations that a place follows.</param>
/// <param name="Heads">Office holders who stand for the unit of the place that follows.</param>
public sealed record AgencyKind(string Slug, string Name, bool IsNational, IReadOnlyList<RegionLevel> Levels, IReadOnlyList<string> Patterns, IReadOnlyList<string> Heads);

/// <summary>A registered unit with the other names the press gives it.</summary>
public sealed record RegisteredAgency(Agency Agency, IReadOnlyList<string> Aliases);

/// <summary>Registered agencies, and the units that kind and region make where no register lists one.</summary>
public sealed class AgencyRegistry
{
    private static readonly HashSet<string> NamedByBase = new(StringComparer.Ordinal) { "polres", "polsek", "pemkot", "pemkab", "pemprov", "kodim", "koramil", "kejari", "pn", "polda", "bnnk", "bnnp" };

    private readonly Gazetteer _gazetteer;
    private readonly Dictionary<string, AgencyKind> _kinds;
    private readonly Dictionary<string, Agency> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Agency[]> _homonyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Agency> _national = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Region), Agency> _byRegion = [];
    private readonly Dictionary<string, List<AgencyPhrase>> _phrases = new(StringComparer.Ordinal);

    public AgencyRegistry(Gazetteer gazetteer, IReadOnlyList<AgencyKind> kinds, IReadOnlyList<RegisteredAgency> agencies)
    {
        _gazetteer = gazetteer;
        _kinds = kinds.ToDictionary(k => k.Slug, StringComparer.Ordinal);
        foreach (var (agency, aliases) in agencies)
        {
            foreach (var name in aliases.Prepend(agency.Name))
            {
                var key = Gazetteer.Squash(name);
                if (!_byName.TryAdd(key, agency) && _byName[key] is { } first && first.Name == agency.Name && first.Slug != agency.Slug)
                {
                    _homonyms[key] = [first, agency];
                }

                if (agency.RegionCode is null)
                {
                    if (agency.Slug == agency.Kind)
                    {
                        _national.TryAdd(agency.Kind, agency);
                    }

                    AddPhrase(name, agency.Kind, isHead: false, agency);
                }
            }

            if (agency.RegionCode is not null && !agency.Name.Contains("Pelabuhan", StringComparison.Ordinal) && !agency.Name.Contains("Bandara", StringComparison.Ordinal))
            {
                _byRegion.TryAdd((agency.Kind, agency.RegionCode), agency);
            }
        }

        foreach (var kind in kinds)
        {
            foreach (var pattern in kind.Patterns)
            {
                AddPhrase(pattern, kind.Slug, isHead: false, null);
            }

            foreach (var head in kind.Heads)
            {
                AddPhrase(head, kind.Slug, isHead: true, kind.Levels.Count == 0 ? NationalOf(head, kind) : null);
            }
        }

        foreach (var list in _phrases.Values)
        {
            // A registered name before the kind it begins with.
            list.Sort((a, b) => a.Words.Length != b.Words.Length ? b.Words.Length - a.Words.Length : (a.National is null ? 1 : 0) - (b.National is null ? 1 : 0));
        }
    }

    public AgencyKind Kind(string slug) => _kinds[slug];

    public bool KnowsKind(string slug) => _kinds.ContainsKey(slug);

    /// <summary>Names and kinds that begin with a word, longest first.</summary>
    internal IReadOnlyList<AgencyPhrase> StartingWith(string word) => _phrases.TryGetValue(word, out var list) ? list : [];

    /// <summary>The registered unit of a full squashed name.</summary>
    public Agency? Named(string squashed) => _byName.GetValueOrDefault(squashed);

    /// <summary>All units of one registered name, when there are several.</summary>
    public IReadOnlyList<Agency> Homonyms(Agency agency) => _homonyms.TryGetValue(Gazetteer.Squash(agency.Name), out var all) ? all : [];

    /// <summary>The unit of a kind for a region: the registered one, else an assumed one.</summary>
    public Agency Unit(string kind, string code)
    {
        kind = kind is "pemda" or "pemkot" or "pemkab" or "pemprov" ? GovernmentOf(code) : kind;
        if (_byRegion.TryGetValue((kind, code), out var registered))
        {
            return registered;
        }

        var region = _gazetteer[code];
        return new Agency
        {
            Slug = $"{kind}-{PlaceSlug(kind, region)}",
            Kind = kind,
            Name = $"{(_kinds.TryGetValue(kind, out var known) ? known.Name : kind)} {PlaceName(kind, region)}",
            RegionCode = code,
            IsAssumed = true,
        };
    }

    /// <summary>The body of a kind for the whole country.</summary>
    public Agency? National(string kind) => _national.GetValueOrDefault(kind);

    /// <summary>A unit whose name no region bears: "Polsek Kawasan X". It exists because the article names it; its area stays unknown.</summary>
    public Agency UnlistedUnit(string kind, string place)
    {
        var name = place.Length > 1 && place.All(char.IsUpper) ? place[0] + place[1..].ToLowerInvariant() : place;
        return new Agency { Slug = $"{kind}-{Slug(name)}", Kind = kind, Name = $"{_kinds[kind].Name} {name}", IsAssumed = true };
    }

    private string GovernmentOf(string code) => _gazetteer[code] switch { { Level: RegionLevel.Province } => "pemprov", { IsCity: true } => "pemkot", _ => "pemkab" };

    private string PlaceSlug(string kind, Region region)
    {
        var slug = Slug(BaseName(region));
        switch (region.Level)
        {
            case RegionLevel.Province:
                return _kinds.TryGetValue(kind, out var known) && known.Levels.Contains(RegionLevel.Regency) && _gazetteer.Find(RegionLevel.Regency, Gazetteer.Squash(region.Name)).Length > 0 ? $"provinsi-{slug}" : slug;
            case RegionLevel.Regency:
                return IsPair(region) && kind is not ("pemkot" or "pemkab") ? $"{(region.IsCity ? "kota" : "kabupaten")}-{slug}" : slug;
            case RegionLevel.District when _gazetteer.Find(RegionLevel.District, Gazetteer.Squash(region.Name)).Length > 1:
                var regency = _gazetteer[region.ParentCode!];
                return $"{slug}-{(IsPair(regency) ? regency.IsCity ? "kota-" : "kabupaten-" : "")}{Slug(BaseName(regency))}";
            default:
                return slug;
        }
    }

    private string PlaceName(string kind, Region region) => region.Level switch
    {
        RegionLevel.Regency when !IsPair(region) && (NamedByBase.Contains(kind) || region.Code.StartsWith("31.", StringComparison.Ordinal)) => region.BaseName,
        RegionLevel.Regency when kind is "pemkot" or "pemkab" => region.BaseName,
        _ => BaseName(region, typed: true),
    };

    private static string BaseName(Region region, bool typed = false) => region.Code switch
    {
        "31" => "DKI Jakarta",
        "34" => "DI Yogyakarta",
        _ => typed ? region.Name : region.BaseName,
    };

    /// <summary>Whether kota and kabupaten share the name: 26 pairs.</summary>
    private bool IsPair(Region region) => _gazetteer.Find(RegionLevel.Regency, Gazetteer.Squash(region.BaseName)).Length > 1;

    private static string Slug(string name)
    {
        var slug = new System.Text.StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (c is ' ' or '-' or '/' && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }

    /// <summary>The national body an office stands for: "Kapolri" the one of its kind, "Mendagri" the ministry, "Ketua KPK" the body it names.</summary>
    private Agency? NationalOf(string head, AgencyKind kind)
    {
        // "Ketua Komnas Perempuan": the office holder's title ends in the body's name.
        var words = head.Split(' ');
        for (var i = 1; i < words.Length; i++)
        {
            if (Named(Gazetteer.Squash(string.Concat(words[i..]))) is { RegionCode: null } body)
            {
                return body;
            }
        }

        return Named("ke" + Gazetteer.Squash(head)) ?? _byName.Values.FirstOrDefault(a => a.Slug == kind.Slug && a.RegionCode is null);
    }

    private void AddPhrase(string name, string kind, bool isHead, Agency? national)
    {
        var words = new TaggedText(EvidenceField.Title, name, 0).Tokens.ConvertAll(t => t.Word).ToArray();
        if (words.Length == 0)
        {
            return;
        }

        if (!_phrases.TryGetValue(words[0], out var list))
        {
            _phrases.Add(words[0], list = []);
        }

        list.Add(new AgencyPhrase(words, kind, isHead, national));
    }
}

/// <summary>Words that name a kind, an office, or (with <paramref name="National"/>) one national body.</summary>
internal sealed record AgencyPhrase(string[] Words, string Kind, bool IsHead, Agency? National);
