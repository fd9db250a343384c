namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>The two buttons under a waiting article. The version goes along: a decision on something newer is refused.</summary>
public sealed record DecisionForm(Guid Id, Guid Version, bool MayDecide);
