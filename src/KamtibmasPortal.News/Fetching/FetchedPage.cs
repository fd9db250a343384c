using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Fetching;

/// <summary>What a source announces: enough to decide whether to read it.</summary>
/// <param name="Key">Identity within the source: the path below its folder, with forward slashes, or the canonical address.</param>
/// <param name="Location">Where to read it: the full path, or the web address as announced; empty when there is none.</param>
/// <param name="Fingerprint">Cheap sign of change: size and write time, or title and date of the announcement.</param>
public sealed record DiscoveredItem(string Key, string Location, string Fingerprint)
{
    /// <summary>Validators of its page as last read; null asks for it whole.</summary>
    public string? ETag { get; init; }
    public string? LastModified { get; init; }
}

/// <summary>The bytes of one item, in memory.</summary>
/// <param name="Bytes">The item as read, whole.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="IsHtml">Whether it is a web page; plain text otherwise.</param>
/// <param name="Address">Web address of the page after redirects, if it has one.</param>
public sealed record FetchedPage(ReadOnlyMemory<byte> Bytes, string Sha256, bool IsHtml, string? Address)
{
    /// <summary>Charset that the transport declared.</summary>
    public string? Charset { get; init; }

    /// <summary>What the publisher asks about its use.</summary>
    public UsageRules Usage { get; init; } = UsageRules.None;

    /// <summary>The answer it came in; null for files.</summary>
    public WebPage? Answer { get; init; }
}

/// <summary>A page, or why there is none.</summary>
/// <param name="Page">Null when the item was refused.</param>
/// <param name="Refusal">Null when there is a page.</param>
/// <param name="Fingerprint">The item's sign of change as it was when it was read.</param>
public sealed record FetchResult(FetchedPage? Page, ItemResult? Refusal, string Fingerprint)
{
    /// <summary>The page is the one that was read before: there is neither page nor refusal.</summary>
    public bool NotModified { get; init; }

    /// <summary>The line of robots.txt that decided; null where none speaks of it.</summary>
    public string? RobotsRule { get; init; }
}
