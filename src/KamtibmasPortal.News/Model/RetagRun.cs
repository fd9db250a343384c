namespace KamtibmasPortal.News.Model;

/// <summary>One pass of the tagger over the whole archive. Interrupted, it goes on behind the last article it looked at.</summary>
public sealed class RetagRun
{
    public required Guid Id { get; init; }
    public required DateTime StartedAt { get; init; }
    public DateTime? FinishedAt { get; set; }

    /// <summary>When its undoing began; the changes that are left are still to be undone.</summary>
    public DateTime? UndoneAt { get; set; }

    /// <summary>Last article that was looked at, in the order of ids.</summary>
    public Guid LastArticleId { get; set; }
    public int Looked { get; set; }
    public int Changed { get; set; }
    public int TagsAdded { get; set; }
    public int TagsRemoved { get; set; }

    /// <summary>Articles that turned out to be sensitive and went back to the editors.</summary>
    public int Withheld { get; set; }
}

/// <summary>What an article's tags were before a pass changed them, so that it can be undone exactly.</summary>
public sealed class RetagChange
{
    /// <summary>The pass, or the change of the rules.</summary>
    public required Guid RunId { get; init; }
    public required Guid ArticleId { get; init; }
    public required List<ArticleTag> Before { get; init; }
    public required ReviewState StateBefore { get; init; }
    public required bool SensitiveBefore { get; init; }
    public required List<TagEvidence> SensitiveEvidenceBefore { get; init; }

    /// <summary>Version of the publisher's text that the tags are of; 0 in rows of before it was kept.</summary>
    public int Revision { get; init; }

    /// <summary>What the pass made of the machine's tags: SHA-256 in lower-case hex. With others somebody has been at them since.</summary>
    public string? AfterSha256 { get; set; }
}

/// <summary>A tag that an editor said no to: no machine sets it again on that article.</summary>
public sealed class RefusedTag
{
    public required Guid ArticleId { get; init; }
    public required TagKind Kind { get; init; }
    public required string Key { get; init; }
    public required string Editor { get; init; }
    public required DateTime At { get; init; }
}
