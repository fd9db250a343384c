namespace KamtibmasPortal.News.Model;

/// <summary>A public body whose jurisdiction need not equal a region.</summary>
public sealed record Agency
{
    public required string Slug { get; init; }

    /// <summary>Kind slug: "polres", "bnnk", "pemkot" ...</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Kemendagri code of its seat or area; null for national bodies.</summary>
    public string? RegionCode { get; init; }

    public string? ParentSlug { get; init; }

    /// <summary>Made from kind and region, found in no register: it gets a page only once an article names it.</summary>
    public bool IsAssumed { get; init; }
}

/// <summary>One of the portal's subjects.</summary>
public sealed record Topic
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public int Position { get; init; }

    /// <summary>No article is given it any more, and no list shows it; what editors tagged with it keeps its name.</summary>
    public bool IsRetired { get; init; }

    /// <summary>Slugs that other people's scripts rely on: they are never retired.</summary>
    public static bool IsLasting(string slug) => slug is "nataru" or "netralitas-pemilu" or "narkotika" or "perlindungan-anak";
}
