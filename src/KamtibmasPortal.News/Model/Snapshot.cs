namespace KamtibmasPortal.News.Model;

/// <summary>A response that made a version of an article, kept as it came.</summary>
public sealed class Snapshot
{
    public required Guid Id { get; init; }
    public required Guid ArticleId { get; init; }

    /// <summary>Version of the article that it made.</summary>
    public required int Revision { get; init; }

    /// <summary>1 for the first page of an article, 2 and on for what follows it.</summary>
    public required int Page { get; init; }
    public required DateTime FetchedAt { get; init; }

    /// <summary>Address asked for, and the one that answered after redirects; the file's key for folders.</summary>
    public required string AskedAddress { get; set; }
    public required string AnsweredAddress { get; set; }

    /// <summary>Response headers, a line each; empty for files.</summary>
    public required string Headers { get; set; }

    /// <summary>SHA-256 of the bytes as received, lower-case hex. It stays when the bytes are erased.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length of the bytes as received.</summary>
    public required int Length { get; init; }

    /// <summary>The bytes, packed by Storage/PackedPage; null once they are erased.</summary>
    public byte[]? Packed { get; set; }
}

public enum ArchiveAct { Kept, Erased }

/// <summary>
/// A link of the chain over all snapshots. It holds hashes alone, so that bytes can be erased lawfully and the chain still holds, while
/// every other change, removal or exchange breaks it.
/// </summary>
public sealed class ArchiveEntry
{
    /// <summary>1, 2, 3 ... without a gap.</summary>
    public required long Number { get; init; }
    public required ArchiveAct Act { get; init; }
    public required Guid SnapshotId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Hash over the snapshot's bytes and everything that is kept about them; for an erasure, over its ground.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Why the bytes were erased, in the editor's words; null for a snapshot that is kept.</summary>
    public string? Ground { get; init; }

    /// <summary>Hash over the chain so far and this entry.</summary>
    public required string Chain { get; init; }
}

/// <summary>Where the chain ends: without it the last entries could vanish unseen. One row.</summary>
public sealed class ArchiveHead
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public long Number { get; set; }
    public string Chain { get; set; } = "";
}
