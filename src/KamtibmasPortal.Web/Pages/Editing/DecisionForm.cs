using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>The two buttons under a waiting article. The version goes along: a decision on something newer is refused.</summary>
/// <param name="Id">The article.</param>
/// <param name="Version">As it was shown.</param>
/// <param name="State">A published one can only be marked as seen.</param>
/// <param name="MayDecide">Whether this editor may.</param>
/// <param name="Back">Query of the queue that it leads back to.</param>
public sealed record DecisionForm(Guid Id, Guid Version, ReviewState State, bool MayDecide, string? Back = null);
