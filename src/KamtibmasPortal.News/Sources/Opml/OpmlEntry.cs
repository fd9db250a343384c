using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Sources.Opml;

/// <summary>One source of an OPML file. What the file does not say is null.</summary>
public sealed record OpmlEntry
{
    public string? Name { get; init; }

    /// <summary>Address that other readers poll.</summary>
    public string? XmlUrl { get; init; }

    /// <summary>Page for people.</summary>
    public string? HtmlUrl { get; init; }

    /// <summary>The folders it stands in, outermost first, joined by " / "; or its own category.</summary>
    public string? Category { get; init; }

    // What only this portal writes and reads.

    /// <summary>Address as the portal keeps it, where that is not <see cref="XmlUrl"/>.</summary>
    public string? Address { get; init; }
    public SourceKind? Kind { get; init; }
    public string? Selector { get; init; }
    public string? Publisher { get; init; }
    public Trust? Trust { get; init; }
    public Display? Display { get; init; }
    public string? Region { get; init; }
    public int? IntervalMinutes { get; init; }
    public bool IsPaused { get; init; }

    /// <summary>Where the portal should read it.</summary>
    public string? ReadAt => Address ?? XmlUrl ?? HtmlUrl;
}

public enum OpmlFault { None, Empty, TooLarge, Forbidden, TooDeep, NotXml, NotOpml, NoSources, TooMany }

/// <summary>What a file holds, or why it is not read.</summary>
public sealed record OpmlReading(IReadOnlyList<OpmlEntry> Entries, OpmlFault Fault);
