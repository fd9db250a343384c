using System.Globalization;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.Benchmarks;

/// <summary>Labels of one article, as tests/Corpus/tagging holds them.</summary>
internal sealed record TagLabels(
    string Id, string Text, List<string> Topics, List<string> TopicsOptional, string? RegionPrimary, List<string> Regions, List<string> RegionsOptional,
    List<string> Agencies, List<string> AgenciesOptional, string Note, bool? Sensitive = null);

/// <summary>Adds up what was right over a set of articles.</summary>
internal sealed partial class TagScore
{
    private static readonly HashSet<string> Pairs = new(StringComparer.Ordinal)
    {
        "bandung", "banjar", "bekasi", "bima", "blitar", "bogor", "cirebon", "gorontalo", "jayapura", "kediri", "kupang", "madiun", "magelang", "malang", "mojokerto", "pasuruan", "pekalongan", "probolinggo", "semarang",
        "serang", "solok", "sorong", "sukabumi", "tangerang", "tasikmalaya", "tegal",
    };

    private readonly Count _regions = new();
    private readonly Count _regencies = new();
    private readonly Count _agencies = new();
    private readonly Count _units = new();
    private readonly SortedDictionary<string, Count> _topics = new(StringComparer.Ordinal);
    private readonly Count _guard = new();
    private readonly SortedDictionary<int, (int Right, int All)> _reliability = [];
    private int _primaryRight;
    private int _primaryAsked;
    private int _evidenceFaults;

    /// <returns>What was wrong, for a reader.</returns>
    public List<string> Add(TagLabels gold, TaggedArticle tagged)
    {
        var faults = new List<string>();
        HashSet<string> Keys(TagKind kind) => tagged.Tags.Where(t => t.Kind == kind).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var topic in Keys(TagKind.Topic).Union(gold.Topics).Except(gold.TopicsOptional))
        {
            _topics.TryAdd(topic, new Count());
            _topics[topic].Add(Keys(TagKind.Topic).Contains(topic), gold.Topics.Contains(topic), "topic " + topic, faults);
        }

        Compare(_regions, Closure(Keys(TagKind.Region)), Closure(gold.Regions), Closure(gold.RegionsOptional), "region", faults);
        Compare(_regencies, Regencies(Keys(TagKind.Region)), Regencies(gold.Regions), Regencies(gold.RegionsOptional), "regency", faults);
        Compare(_agencies, Keys(TagKind.Agency).Select(Normal).ToHashSet(), gold.Agencies.Select(Normal).ToHashSet(), gold.AgenciesOptional.Select(Normal).ToHashSet(), "agency", faults);
        CompareUnits(gold, tagged);
        if (gold.RegionPrimary is { } want)
        {
            var chain = Closure([.. gold.Regions, want]);
            var got = tagged.Tags.FirstOrDefault(t => t.Kind is TagKind.Region && t.IsMain)?.Key;
            var right = got is not null && (got == want || (chain.Contains(got) && (Region.Contains(want, got) || (Region.Contains(got, want) && got.Contains('.', StringComparison.Ordinal)))));
            _primaryAsked++;
            _primaryRight += right ? 1 : 0;
            if (!right)
            {
                faults.Add($"primary {got} want {want}");
            }
        }

        if (gold.Sensitive is { } sensitive)
        {
            _guard.Add(tagged.Sensitive, sensitive, "sensitive", faults);
        }

        foreach (var tag in tagged.Tags)
        {
            Rate(tag, gold);
            var valid = tag.Evidence.Count > 0 && tag.Evidence.TrueForAll(e => (e.Field is EvidenceField.Title ? tagged.Article.Title : tagged.Article.Body).Substring(e.Start, e.Length) == e.Text);
            _evidenceFaults += valid ? 0 : 1;
        }

        return faults;
    }

    public void PrintTopics()
    {
        foreach (var (topic, count) in _topics)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {topic,-22} P {count.Precision:0.00} R {count.Recall:0.00} F1 {count.F1:0.00}"));
        }
    }

    /// <summary>How often tags of a stated confidence were right: the two columns should agree.</summary>
    public void PrintReliability()
    {
        foreach (var (tenth, (right, all)) in _reliability)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  confidence {tenth / 20.0:0.00}-{(tenth + 1) / 20.0:0.00}  right {right / (double)all:0.00} of {all}"));
        }
    }

    private void Rate(ArticleTag tag, TagLabels gold)
    {
        bool? right = tag.Kind switch
        {
            TagKind.Topic => gold.TopicsOptional.Contains(tag.Key) ? null : gold.Topics.Contains(tag.Key),
            TagKind.Region => Closure(gold.Regions).Contains(tag.Key) ? true : Closure(gold.RegionsOptional).Contains(tag.Key) ? null : false,
            _ => gold.Agencies.Select(Normal).Contains(Normal(tag.Key)) ? true : gold.AgenciesOptional.Select(Normal).Contains(Normal(tag.Key)) ? null : false,
        };
        if (right is { } counted)
        {
            var (hits, all) = _reliability.GetValueOrDefault((int)(tag.Confidence * 20));
            _reliability[(int)(tag.Confidence * 20)] = (hits + (counted ? 1 : 0), all + 1);
        }
    }

    public Dictionary<string, double> Figures()
    {
        var all = new Count { Right = _topics.Values.Sum(c => c.Right), False = _topics.Values.Sum(c => c.False), Missed = _topics.Values.Sum(c => c.Missed) };
        var figures = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["topics micro F1"] = all.F1,
            ["topics precision"] = all.Precision,
            ["topics recall"] = all.Recall,
            ["topics macro F1"] = _topics.Values.Where(c => c.Right + c.Missed > 0).Average(c => c.F1),
            ["regions precision"] = _regions.Precision,
            ["regions recall"] = _regions.Recall,
            ["regions F1"] = _regions.F1,
            ["regencies F1"] = _regencies.F1,
            ["primary region"] = _primaryRight / (double)Math.Max(1, _primaryAsked),
            ["agencies F1"] = _agencies.F1,
            ["agencies precision"] = _agencies.Precision,
            ["agencies recall"] = _agencies.Recall,
            ["agencies by region F1"] = _units.F1,
            ["evidence valid"] = _evidenceFaults == 0 ? 1 : 0,
        };
        if (_guard.Right + _guard.Missed > 0)
        {
            figures["guard precision"] = _guard.Precision;
            figures["guard recall"] = _guard.Recall;
        }

        return figures;
    }

    private static void Compare(Count count, HashSet<string> have, HashSet<string> want, HashSet<string> optional, string what, List<string> faults)
    {
        foreach (var key in have.Union(want).Where(k => !(optional.Contains(k) && !want.Contains(k))))
        {
            count.Add(have.Contains(key), want.Contains(key), $"{what} {key}", faults);
        }
    }

    /// <summary>
    /// The same without the kabupaten that a Polsek's or Koramil's slug bears where its name is another's too ("polsek-wonosari-gunungkidul"):
    /// a label reads "Polsek Wonosari", and its place is right when the unit's region is.
    /// </summary>
    private void CompareUnits(TagLabels gold, TaggedArticle tagged)
    {
        var regions = Closure([.. gold.Regions, .. gold.RegionsOptional]);
        string Plain(string slug) => tagged.Agencies.FirstOrDefault(a => a.Slug == slug) is { Kind: "polsek" or "koramil", RegionCode: { } code } unit && regions.Contains(code) ? Normal(unit.Name) : Normal(slug);
        Compare(_units, tagged.Tags.Where(t => t.Kind is TagKind.Agency).Select(t => Plain(t.Key)).ToHashSet(StringComparer.Ordinal), gold.Agencies.Select(Normal).ToHashSet(), gold.AgenciesOptional.Select(Normal).ToHashSet(), "unit", []);
    }

    private static HashSet<string> Closure(IEnumerable<string> codes) => codes.SelectMany(c => Region.AncestorsOf(c).Prepend(c)).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Regencies(IEnumerable<string> codes) => codes.Where(c => c.Contains('.', StringComparison.Ordinal)).Select(c => string.Join('.', c.Split('.').Take(2))).ToHashSet(StringComparer.Ordinal);

    /// <summary>Kind and base name, spelling and grade aside; kota or kabupaten only where one name is both.</summary>
    private static string Normal(string name)
    {
        var s = NotWord().Replace(name.ToLowerInvariant(), " ");
        foreach (var (pattern, plain) in Kinds)
        {
            s = Regex.Replace(s, pattern, plain, RegexOptions.None, TimeSpan.FromSeconds(1));
        }

        s = Number().Replace(s, " ");
        var kota = s.Split(' ').Contains("kota") || s.TrimStart().StartsWith("pemkot", StringComparison.Ordinal);
        var words = Filler().Replace(s, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var pair = words.Any(Pairs.Contains) && words[0] is not ("polda" or "pemprov" or "kodam" or "polsek" or "koramil");
        return string.Concat(words) + (pair ? kota ? "+kota" : "+kab" : "");
    }

    private static readonly (string Pattern, string Plain)[] Kinds =
    [
        (@"\bkejaksaan negeri\b", "kejari"), (@"\bkejaksaan tinggi\b", "kejati"), (@"\bkejaksaan agung\b", "kejagung"), (@"\bbadan narkotika nasional\b", "bnn"), (@"\bbnn (kota|kabupaten)\b", "bnnk $1"), (@"\bbnn provinsi\b", "bnnp"),
        (@"\bpemerintah kota\b", "pemkot"), (@"\bpemerintah kabupaten\b", "pemkab"), (@"\bpemerintah provinsi\b", "pemprov"), (@"\b(dp3a\w*|dp2kbp3a|dppkbpppa|dp3\w+|dppp?a\w*|dsp3a|dinas p3a\w*|dinas pppa)\b", "dinaspppa"),
        (@"\b(polrestabes|polresta|polres metro)\b", "polres"), (@"\bpolsek (metro|urban|kawasan)\b", "polsek"), (@"\b(kemenpppa|kemen p3a|kementerian pppa)\b", "kemen pppa"),
    ];

    [GeneratedRegex(@"[^a-z0-9 ]+")]
    private static partial Regex NotWord();

    [GeneratedRegex(@"\b\d{2,4}\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(kota|kabupaten|kab|provinsi|administrasi|dki|daerah|khusus|ibukota|istimewa|ri|metro(?! jaya))\b")]
    private static partial Regex Filler();

    private sealed class Count
    {
        public int Right { get; set; }
        public int False { get; set; }
        public int Missed { get; set; }
        public double Precision => Right + False == 0 ? 1 : Right / (double)(Right + False);
        public double Recall => Right + Missed == 0 ? 1 : Right / (double)(Right + Missed);
        public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

        public void Add(bool have, bool want, string what, List<string> faults)
        {
            Right += have && want ? 1 : 0;
            False += have && !want ? 1 : 0;
            Missed += !have && want ? 1 : 0;
            if (have != want)
            {
                faults.Add((have ? "+ " : "- ") + what);
            }
        }
    }
}
