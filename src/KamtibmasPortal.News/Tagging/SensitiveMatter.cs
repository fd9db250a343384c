using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>Why a story must not be shown before an editor has read it.</summary>
public enum SensitiveReason
{
    /// <summary>A child as suspect, victim or witness of a crime (UU 11/2012, article 19).</summary>
    Child,

    /// <summary>A victim of sexual crime, of any age (UU 12/2022).</summary>
    SexualCrime,
}

/// <summary>One reason for which an article may identify somebody who is protected, with the words that say so.</summary>
public sealed record SensitiveMatter(SensitiveReason Reason, IReadOnlyList<TagEvidence> Evidence)
{
    internal bool IsChildVictim { get; init; }
}
