namespace KamtibmasPortal.News.Stories;

/// <summary>An article as the matcher is given it.</summary>
/// <param name="Id">The article.</param>
/// <param name="Day">Day number by which candidates are found, see <see cref="StoryKeys.DayOf"/>.</param>
/// <param name="Profile">Its text, read once.</param>
/// <param name="StoryId">The story it stands in; null for one that stands alone.</param>
/// <param name="IsPinned">An editor put it there: no machine moves it, and two articles pinned to two stories never meet.</param>
public sealed record StoryArticle(Guid Id, int Day, StoryProfile Profile, Guid? StoryId = null, bool IsPinned = false)
{
    internal Guid? Pin => IsPinned ? StoryId : null;
}
