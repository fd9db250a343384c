using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>What made a name a place.</summary>
internal enum PlaceCue
{
    /// <summary>The name alone, as it is written.</summary>
    Bare,

    /// <summary>A word for its type stands before it: "Kecamatan", "Kota", "Kel.".</summary>
    Typed,

    /// <summary>It names the area of an agency: "Polres Singkawang".</summary>
    Agency,
}

/// <summary>A name in the text that may be one of several regions.</summary>
internal sealed class PlaceMention
{
    public required TaggedText Text { get; init; }

    /// <summary>First word, cue included.</summary>
    public required int From { get; init; }

    /// <summary>Last word.</summary>
    public required int To { get; set; }

    /// <summary>First word of the name itself.</summary>
    public required int NameFrom { get; init; }

    public required PlaceCue Cue { get; init; }
    public required List<string> Candidates { get; set; }
    public RegionLevel Level => Unknown ?? Region.LevelOf(Candidates[0]);

    /// <summary>A name behind a cue that no region bears: perhaps spelled a little otherwise, or cut short.</summary>
    public RegionLevel? Unknown { get; set; }

    /// <summary>What a town means when its own district is not certain.</summary>
    public string? Fallback { get; init; }

    /// <summary>Says little about the place: the area of a military district may span several.</summary>
    public bool IsWeak { get; set; }

    /// <summary>"dari Kediri": where somebody comes from, unless more says that the matter is there.</summary>
    public bool IsSource => IsListedSource || (From > 0 && Text.Tokens[From - 1].Word == "dari" && Text.Tokens[From - 1].Sentence == Text.Tokens[From].Sentence);

    /// <summary>"dari Kota Cimahi, Kabupaten Bandung, dan Garut": every name of the list.</summary>
    public bool IsListedSource { get; set; }

    /// <summary>Somebody's or something's origin or destination, not the place of the matter.</summary>
    public bool IsOrigin { get; set; }

    /// <summary>A smaller place right before it names it as its own surroundings: "Kecamatan Balige, Kabupaten Toba".</summary>
    public bool IsSurroundings { get; set; }

    /// <summary>The larger place right behind, which names the surroundings of this one.</summary>
    public PlaceMention? Surroundings { get; set; }

    /// <summary>A larger place right behind it settles it.</summary>
    public bool IsSettledByChain { get; set; }

    public EvidenceRole Role => Text.RoleOf(From);

    /// <summary>The name goes on to a further word.</summary>
    public void Stretch(int to) => To = Math.Max(To, to);

    /// <summary>The one region it means, or null while that is open.</summary>
    public string? Code => Candidates.Count == 1 ? Candidates[0] : null;
}

/// <summary>An agency named in the text, its place perhaps still open.</summary>
internal sealed class AgencyMention
{
    public required TaggedText Text { get; init; }
    public required int From { get; init; }
    public required int To { get; init; }
    public required string Kind { get; init; }

    /// <summary>Known at once by its registered name.</summary>
    public Agency? Agency { get; set; }

    /// <summary>The place behind the kind; null for a bare "Kapolres".</summary>
    public PlaceMention? Place { get; init; }

    /// <summary>Units registered under the same name: two are called Polres Banjar. The place settles which.</summary>
    public IReadOnlyList<Agency> Homonyms { get; init; } = [];

    public bool IsHead { get; init; }

    /// <summary>Named by the byname of its operation only.</summary>
    public bool IsOperation { get; init; }

    /// <summary>A national body named without RI: beside a local unit of its kind it may mean that one.</summary>
    public bool IsBareNational { get; init; }

    /// <summary>"di Kantor Wali Kota Singkawang": a building, nobody acts.</summary>
    public bool IsBuilding { get; init; }
}
