using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Stories;

/// <summary>What the matcher reads of an article: its words without furniture, its day, its tags.</summary>
/// <param name="Title">Headline.</param>
/// <param name="Body">Paragraphs separated by one empty line.</param>
/// <param name="PublishedDay">The day readers know; null when none was found.</param>
/// <param name="Tags">Tags with their evidence; implied ones are passed over.</param>
public sealed record StoryText(string Title, string Body, DateOnly? PublishedDay, IReadOnlyList<ArticleTag> Tags)
{
    public static StoryText Of(Article article) => new(article.Title, article.Body, article.PublishedDay, article.Tags);
}
