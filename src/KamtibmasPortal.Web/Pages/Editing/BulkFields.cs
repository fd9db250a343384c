using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>What an act on many articles needs to know.</summary>
public sealed record BulkFields(BulkKind? Kind, string? Tag, string? Assignee, IReadOnlyList<string> Editors);
