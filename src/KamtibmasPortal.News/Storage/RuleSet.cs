using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Tagging;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// One edition of the rules: the rows, and what is made of them when it is first asked for. Never changes; a change makes another one,
/// which shares whatever the change does not touch (the 91,599 regions lie in memory once).
/// </summary>
public sealed class RuleSet
{
    /// <summary>Place of the first topic that editors have added: behind all that come with the software.</summary>
    private const int AddedTopics = 1000;

    private static readonly Lazy<RuleSet> s_shipped = new(() => new RuleSet(RuleRows.Read()));

    private readonly RuleSet? _shipped;
    private readonly Lazy<Gazetteer> _gazetteer;
    private readonly Lazy<ArticleTagger> _tagger;
    private readonly Lazy<PlaceFinder> _places;
    private readonly Lazy<AgencyTerritories> _territories;
    private SearchNames? _names;
    private SearchSpelling? _spelling;

    internal RuleSet(RuleRows rows, RuleSet? shipped = null, string mark = "")
    {
        (Rows, _shipped, Mark) = (rows, shipped, mark);
        var samePlaces = shipped is not null && rows.Shares(shipped.Rows, RuleTable.RegionAlias);
        _gazetteer = samePlaces ? shipped!._gazetteer : new(() => shipped is null ? new Gazetteer(ReferenceData.Regions(), Aliases) : shipped._gazetteer.Value.With(Aliases));
        _places = samePlaces ? shipped!._places : new(() => new PlaceFinder(ReferenceData.Regions(), Aliases));
        _territories = shipped is not null && rows.Shares(shipped.Rows, RuleTable.Agency) ? shipped._territories : new(ReadTerritories);
        _tagger = new(CreateTagger);
    }

    /// <summary>The rules as this version of the software brings them.</summary>
    public static RuleSet Shipped => s_shipped.Value;

    public RuleRows Rows { get; }

    /// <summary>Tells one edition from another; empty for the shipped one.</summary>
    public string Mark { get; }

    public Gazetteer Gazetteer => _gazetteer.Value;

    public ArticleTagger Tagger => _tagger.Value;

    public PlaceFinder Places => _places.Value;

    public AgencyTerritories Territories => _territories.Value;

    public List<RegionAlias> Aliases => [.. Rows[RuleTable.RegionAlias].Values.Select(c => new RegionAlias(c[0], c[1], c[2], District(c[3])))];

    /// <summary>In the order of lists.</summary>
    public IReadOnlyList<Topic> Topics => field ??= [.. Rows[RuleTable.Topic].Select((row, i) => new Topic { Slug = row.Value[0], Name = row.Value[1], Description = row.Value[2], Position = IsShipped(RuleTable.Topic, row.Key) ? i : AddedTopics + i })];

    /// <summary>Units that a register lists, with their other names.</summary>
    public IReadOnlyList<RegisteredAgency> Agencies
    {
        get
        {
            var aliases = Rows[RuleTable.AgencyAlias].Values.ToLookup(c => c[0], c => c[1], StringComparer.Ordinal);
            return [.. Rows[RuleTable.Agency].Values.Select(c => new RegisteredAgency(AgencyOf(c), [.. aliases[c[0]]]))];
        }
    }

    /// <summary>Numbers to call, as they were found on the day that stands with each.</summary>
    public IReadOnlyList<HelpContact> Contacts => field ??=
        [.. Rows[RuleTable.Contact].Values.Select(c => new HelpContact(c[0], c[1], c[2], ReferenceData.List(c[3]), ReferenceData.List(c[4]), c[5], DateOnly.ParseExact(c[6], "yyyy-MM-dd", CultureInfo.InvariantCulture)))];

    /// <summary>The shipped rules under some changes, in their order.</summary>
    public static RuleSet With(IReadOnlyList<RuleChange> changes) => changes.Count == 0
        ? Shipped
        : new RuleSet(Shipped.Rows.With(changes), Shipped, MarkOf(changes));

    /// <summary>The mark of the shipped rules under some changes.</summary>
    public static string MarkOf(IReadOnlyList<RuleChange> changes) =>
        changes.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', changes.Select(c => c.Id)))));

    public bool IsShipped(RuleTable table, string key) => (_shipped ?? this).Rows.Find(table, key) is not null;

    /// <summary>What queries may call things by.</summary>
    public SearchNames Names(WordReader words) => _names ??= CreateNames(words);

    /// <summary>Words that may be meant by one that is misspelt; villages are left out, of whose names too many are near to everything.</summary>
    public SearchSpelling Spelling(WordReader words) => _spelling ??= new SearchSpelling(words,
        ReferenceData.Regions().Where(r => r.Level is not RegionLevel.Village).Select(r => r.Name)
            .Concat(ReferenceData.AgencyKinds().SelectMany(k => k.Patterns.Append(k.Name)))
            .Concat(Agencies.Select(a => a.Agency.Name))
            .Concat(Aliases.Select(a => a.Name)));

    internal static Agency AgencyOf(IReadOnlyList<string> cells) =>
        new() { Slug = cells[0], Kind = cells[1], Name = cells[2], RegionCode = cells[3] is "" ? null : cells[3], ParentSlug = cells[5] is "" ? null : cells[5] };

    /// <summary>Rows of what editors have taken away (a topic, a unit) are left out with it.</summary>
    private ArticleTagger CreateTagger()
    {
        var agencies = Agencies;
        var units = agencies.ToDictionary(a => a.Agency.Slug, a => a.Agency, StringComparer.Ordinal);
        var operations = new OperationReader(Gazetteer, units, ReferenceData.Rows("operations.tsv").Where(r => r[0] != "byname" || units.ContainsKey(r[2])));
        var cues = Rows[RuleTable.TopicCue].Values.Where(c => Rows.Find(RuleTable.Topic, c[0]) is not null);
        return new ArticleTagger(Gazetteer, new AgencyRegistry(Gazetteer, ReferenceData.AgencyKinds(), agencies), Territories, operations, new TopicRules(cues), new TopicRules(ReferenceData.Rows("sensitive-rules.tsv")));
    }

    private SearchNames CreateNames(WordReader words)
    {
        var regions = ReferenceData.Regions();
        var names = regions.Where(r => r.Code.Length <= 5).ToDictionary(r => r.Code, r => r.BaseName, StringComparer.Ordinal);
        var aliases = Aliases.Where(a => a.Kind is "abbr" or "spelling" or "former").Select(a => (Alias: a.Name, a.Code)).ToList();
        var places = aliases.Where(a => names.ContainsKey(a.Code)).Select(a => new SearchAlias(a.Alias, names[a.Code]));
        var agencies = ReferenceData.AgencyKinds().Select(k => (Short: k.Name.Split(' ')[0], Full: FullName(k)))
            .Where(k => k.Full is not null && !k.Full.Contains(k.Short, StringComparison.OrdinalIgnoreCase) && !k.Short.Contains(' ', StringComparison.Ordinal))
            .Select(k => new SearchAlias(k.Short, k.Full!));
        return new SearchNames(words, regions, Topics, aliases, places.Concat(agencies));
    }

    /// <summary>The written-out name of a sort of agency without what tells some of them apart: "Kepolisian Resor", not "Kepolisian Resor Kota Besar".</summary>
    private static string? FullName(AgencyKind kind)
    {
        var written = kind.Patterns.Where(p => p.Contains(' ', StringComparison.Ordinal)).ToList();
        return written.Where(p => $"{written[0]} ".StartsWith($"{p} ", StringComparison.Ordinal)).MinBy(p => p.Length);
    }

    /// <summary>What each registered unit covers and covered.</summary>
    private AgencyTerritories ReadTerritories() => new(
        Rows[RuleTable.Agency].Values.Where(c => c[3] != "").Select(c => new AgencyTerritory(c[0], null, [.. ReferenceData.Codes(c[3]), .. ReferenceData.Codes(c[4])], c[5]))
            .Concat(ReferenceData.Rows("agency-history.tsv").Select(c => new AgencyTerritory(c[0], DateOnly.ParseExact(c[1], "yyyy-MM-dd", CultureInfo.InvariantCulture), ReferenceData.Codes(c[2]), c[3]))));

    private static string? District(string note) =>
        note.Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(n => n.StartsWith("district=", StringComparison.Ordinal))?["district=".Length..];
}
