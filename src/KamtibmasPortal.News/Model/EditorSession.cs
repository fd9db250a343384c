namespace KamtibmasPortal.News.Model;

/// <summary>How somebody came in.</summary>
public enum EntryWay { Password, Code, RecoveryCode, Passkey }

/// <summary>One browser in which an editor is signed in. Without its row the browser's cookie is worth nothing.</summary>
public sealed class EditorSession
{
    public const int LongestDevice = 300;

    public required Guid Id { get; init; }
    public required string EditorId { get; init; }
    public required DateTime StartedAt { get; init; }

    /// <summary>To the minute.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>What the browser calls itself, cut.</summary>
    public required string Device { get; init; }

    public required string Address { get; init; }

    /// <summary>A password alone is one factor; everything else proves two.</summary>
    public required EntryWay Way { get; set; }
}
