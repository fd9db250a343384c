using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Editing;

/// <summary>A row of the rules as somebody wants it.</summary>
/// <param name="Table">Where it stands.</param>
/// <param name="Key">The row that is to be changed or taken away; null for a new one.</param>
/// <param name="Cells">Its cells as typed; null takes it away.</param>
/// <param name="Note">Why, for the other editors.</param>
public sealed record RuleProposal(RuleTable Table, string? Key, IReadOnlyList<string>? Cells, string? Note);

/// <summary>Why a proposal is no rule.</summary>
public enum RuleFault
{
    NotThere, Empty, TooShort, TooLong, StopWord, NoLetters, Wildcard, Duplicate, Unchanged, OfficialName,
    UnknownRegion, UnknownTopic, UnknownAgency, UnknownKind, UnknownAliasKind, NotEditable,
    BadWeight, BadSlug, LastingTopic, OperationUnit, KindName, BadNumber, BadAddress, BadDay,
}

/// <summary>What somebody should think of before a change is applied; none stops it.</summary>
public enum RuleWarning { AlsoPlace, EverydayWord, CommonAbbreviation, SameName }

/// <summary>A fault or a warning, with the words it speaks of.</summary>
public sealed record RuleRemark<T>(T Sort, string? Subject = null)
    where T : struct, Enum;

/// <summary>What a look at a proposal came to.</summary>
/// <param name="Cells">The row as it would be kept, its blanks and case set right; null for one that goes.</param>
/// <param name="Key">What tells the row from others.</param>
/// <param name="Faults">Empty where it may be previewed.</param>
/// <param name="Warnings">What to think of.</param>
public sealed record CheckedRule(IReadOnlyList<string>? Cells, string Key, IReadOnlyList<RuleRemark<RuleFault>> Faults, IReadOnlyList<RuleRemark<RuleWarning>> Warnings);
