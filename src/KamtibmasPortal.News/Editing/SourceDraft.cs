using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Editing;

/// <summary>A source as somebody describes it, before it is stored.</summary>
public sealed record SourceDraft
{
    public const int LongestName = 200;
    public const int LongestSelector = 300;

    /// <summary>Unique among sources.</summary>
    public string? Name { get; init; }

    /// <summary>As typed or imported.</summary>
    public string? Address { get; init; }

    public SourceKind Kind { get; init; }

    /// <summary>CSS selector of one item of a list page.</summary>
    public string? Selector { get; init; }

    /// <summary>The outlet readers know.</summary>
    public string? Publisher { get; init; }

    public Trust Trust { get; init; }
    public Display Display { get; init; }

    /// <summary>Kemendagri code.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Minutes between two polls; null follows the source's habit.</summary>
    public int? IntervalMinutes { get; init; }

    public bool IsPaused { get; init; }

    /// <summary>Address of the list that a look at the source found; null when nobody looked.</summary>
    public string? FoundAt { get; init; }

    /// <summary>A selector speaks of a list page alone.</summary>
    public SourceKind ReadAs => Selector is not null && Kind is SourceKind.Auto ? SourceKind.HtmlList : Kind;

    /// <summary>As it would be stored, for trying it out.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="address">Its address, checked.</param>
    public Source ToSource(Guid id, string address) => new()
    {
        Id = id,
        Name = Name ?? "",
        Kind = ReadAs,
        Address = address,
        Publisher = Publisher ?? Name ?? "",
        Trust = Trust,
        Display = Display,
        RegionCode = RegionCode,
        IntervalMinutes = IntervalMinutes,
        ItemSelector = Selector,
        IsPaused = IsPaused,
    };

    public static SourceDraft Of(Source source) => new()
    {
        Name = source.Name,
        Address = source.Address,
        Kind = source.Kind,
        Selector = source.ItemSelector,
        Publisher = source.Publisher,
        Trust = source.Trust,
        Display = source.Display,
        RegionCode = source.RegionCode,
        IntervalMinutes = source.IntervalMinutes,
        IsPaused = source.IsPaused,
    };
}

public enum SourceFault
{
    None, NoAddress, NotWeb, LocalFile, PrivateHost, SignedIn, LongAddress, Folder, AddressTaken, LongSelector, BadSelector, SelectorForList, NoName, NameTaken, LongPublisher, UnknownRegion, BadInterval,
}

/// <summary>What is wrong with a draft.</summary>
/// <param name="Fault">The first thing that is.</param>
/// <param name="Twin">The source that has the address or the name already.</param>
public sealed record SourceCheck(SourceFault Fault, Source? Twin)
{
    public static readonly SourceCheck Fine = new(SourceFault.None, null);

    public bool IsFine => Fault is SourceFault.None;
}
