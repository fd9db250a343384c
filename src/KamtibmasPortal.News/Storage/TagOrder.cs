using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Storage;

/// <summary>The one order in which tags are listed, whether they come from the store or straight from the tagger.</summary>
public static class TagOrder
{
    /// <summary>The main tag of each kind first, then by confidence.</summary>
    public static IEnumerable<ArticleTag> Of(IEnumerable<ArticleTag> tags) =>
        tags.OrderBy(t => t.Kind).ThenByDescending(t => t.IsMain).ThenByDescending(t => t.Confidence).ThenBy(t => t.Key, StringComparer.Ordinal);
}
