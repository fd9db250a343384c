namespace KamtibmasPortal.News.Model;

public enum TagKind { Region, Agency, Topic }

/// <summary>Who set a tag. An editor's tag is never changed by a machine.</summary>
public enum TagOrigin { Rule, Model, Editor }

public enum EvidenceField { Title, Body, Caption }

public enum EvidenceRole { Title, Dateline, Lead, Body, Caption }

/// <summary>The words a tag rests on.</summary>
/// <param name="Field">The stored field the words stand in.</param>
/// <param name="Role">Their place in the article.</param>
/// <param name="Start">Offset in that field, UTF-16 code units.</param>
/// <param name="Length">Length, UTF-16 code units.</param>
/// <param name="Text">Exactly that stretch of the field.</param>
/// <param name="Rule">Name of the rule that read them.</param>
public sealed record TagEvidence(EvidenceField Field, EvidenceRole Role, int Start, int Length, string Text, string Rule);

/// <summary>What an article is about: a region, an agency or a topic, with the words that say so.</summary>
public sealed class ArticleTag
{
    public Guid ArticleId { get; set; }
    public required TagKind Kind { get; init; }

    /// <summary>Kemendagri code, agency slug or topic slug.</summary>
    public required string Key { get; init; }

    /// <summary>The primary region or the main topic: at most one of each kind.</summary>
    public bool IsMain { get; set; }

    /// <summary>A region above a tagged one, kept so that "everything in this province" is one index look-up. Not shown as a tag.</summary>
    public bool IsImplied { get; init; }

    public TagOrigin Origin { get; init; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }

    public List<TagEvidence> Evidence { get; init; } = [];
}
