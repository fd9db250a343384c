using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources.Lists;

namespace KamtibmasPortal.News.Editing;

/// <summary>The sources there are, so that drafts can be held against them.</summary>
/// <param name="sources">All of them.</param>
/// <param name="found">Addresses of the lists that were found for them.</param>
/// <param name="regions">Codes that were looked for and are those of regions.</param>
/// <param name="allowed">host:port that may be fetched although it is not public.</param>
public sealed class KnownSources(IReadOnlyList<Source> sources, IReadOnlyDictionary<Guid, string> found, IReadOnlySet<string> regions, IReadOnlyList<string> allowed)
{
    private readonly ILookup<string, Source> _byAddress = sources.Where(s => s.Kind is not SourceKind.Folder)
        .SelectMany(s => new[] { s.Address, found.GetValueOrDefault(s.Id) }.OfType<string>().Select(a => (Key: KeyOf(a), Source: s))).ToLookup(p => p.Key, p => p.Source, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, Source> _byName = sources.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The address as it is stored; null when it is none.</summary>
    public static string? AddressOf(SourceDraft draft, IReadOnlyList<string> allowed) => EnteredAddress.Read(draft.Address, allowed).Address?.AbsoluteUri;

    /// <summary>One spelling of an address, for telling twins.</summary>
    public static string KeyOf(string address) => CanonicalAddress.Of(address) ?? address;

    public bool HasName(string name) => _byName.ContainsKey(name);

    public SourceCheck Check(SourceDraft draft, Guid? self)
    {
        var isFolder = draft.Kind is SourceKind.Folder && self is not null;
        if (!isFolder && CheckAddress(draft, self) is { IsFine: false } wrong)
        {
            return wrong;
        }

        return draft switch
        {
            { Name: null or { Length: > SourceDraft.LongestName } } => new SourceCheck(SourceFault.NoName, null),
            { Name: { } name } when _byName.TryGetValue(name, out var twin) && twin.Id != self => new SourceCheck(SourceFault.NameTaken, twin),
            { Publisher.Length: > SourceDraft.LongestName } => new SourceCheck(SourceFault.LongPublisher, null),
            { RegionCode: { } code } when !regions.Contains(code) => new SourceCheck(SourceFault.UnknownRegion, null),
            { IntervalMinutes: { } minutes } when minutes < Pace.Shortest.TotalMinutes || minutes > Pace.Longest.TotalMinutes => new SourceCheck(SourceFault.BadInterval, null),
            _ => SourceCheck.Fine,
        };
    }

    public SourceCheck CheckAddress(SourceDraft draft, Guid? self)
    {
        if (draft.Kind is SourceKind.Folder)
        {
            return new SourceCheck(SourceFault.Folder, null);
        }

        var (address, fault) = EnteredAddress.Read(draft.Address, allowed);
        if (address is null)
        {
            return new SourceCheck(Named(fault), null);
        }

        var twin = new[] { address.AbsoluteUri, draft.FoundAt }.OfType<string>().SelectMany(a => _byAddress[KeyOf(a)]).FirstOrDefault(s => s.Id != self);
        return draft switch
        {
            _ when twin is not null => new SourceCheck(SourceFault.AddressTaken, twin),
            { Selector.Length: > SourceDraft.LongestSelector } => new SourceCheck(SourceFault.LongSelector, null),
            { Selector: { } selector } when !HtmlListReader.IsSelector(selector) => new SourceCheck(SourceFault.BadSelector, null),
            { Selector: not null, Kind: SourceKind.Feed or SourceKind.Sitemap } => new SourceCheck(SourceFault.SelectorForList, null),
            _ => SourceCheck.Fine,
        };
    }

    private static SourceFault Named(AddressFault fault) => fault switch
    {
        AddressFault.Missing => SourceFault.NoAddress,
        AddressFault.LocalFile => SourceFault.LocalFile,
        AddressFault.PrivateHost => SourceFault.PrivateHost,
        AddressFault.SignedIn => SourceFault.SignedIn,
        AddressFault.TooLong => SourceFault.LongAddress,
        _ => SourceFault.NotWeb,
    };
}
