namespace KamtibmasPortal.News.Model;

/// <summary>Something the public may see has changed: told to every process that keeps pages ready.</summary>
public sealed class PublicChange
{
    public long Id { get; init; }
    public required DateTime At { get; init; }

    /// <summary>What it touches, between blanks: "r:31.75", "t:narkotika", "a:polres-singkawang" as in the index.</summary>
    public required string Marks { get; init; }

    /// <summary>Numbers of the entries of the index that came, went or became others, between blanks; "*" for too many to name.</summary>
    public string Entries { get; init; } = "";
}
