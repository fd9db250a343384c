using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>An article with its tags, each quoting the words that earned it.</summary>
/// <param name="Article">What was extracted.</param>
/// <param name="Tags">Tags without implied ancestors; at most one main tag of each kind.</param>
/// <param name="Agencies">Units behind the agency tags, so that an assumed one can be stored when it is first named.</param>
/// <param name="Sensitive">May identify a child or a victim: waits for an editor whatever the source's trust.</param>
public sealed record TaggedArticle(ExtractedArticle Article, IReadOnlyList<ArticleTag> Tags, IReadOnlyList<Agency> Agencies, bool Sensitive)
{
    /// <summary>Why it is sensitive, with the words that say so; empty when it is not.</summary>
    public IReadOnlyList<SensitiveMatter> SensitiveMatters { get; init; } = [];
}
