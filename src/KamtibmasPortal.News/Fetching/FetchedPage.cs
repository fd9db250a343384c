namespace KamtibmasPortal.News.Fetching;

/// <summary>What a source announces: enough to decide whether to read it.</summary>
/// <param name="Key">Identity within the source: the path below its folder, with forward slashes.</param>
/// <param name="Location">Where to read it: the full path.</param>
/// <param name="Fingerprint">Cheap sign of change: size and write time.</param>
/// <param name="Size">Bytes announced; what is read decides.</param>
public sealed record DiscoveredItem(string Key, string Location, string Fingerprint, long Size);

/// <summary>The bytes of one item, in memory.</summary>
/// <param name="Key">Identity within the source.</param>
/// <param name="Bytes">The item as read, whole.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="IsHtml">Whether it is a web page; plain text otherwise.</param>
/// <param name="Address">Web address of the page, if it has one.</param>
public sealed record FetchedPage(string Key, ReadOnlyMemory<byte> Bytes, string Sha256, bool IsHtml, string? Address);
