using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.News.Storage;

/// <summary>An extracted and tagged text into the article that is stored.</summary>
internal static class ArticleFilling
{
    private const int SummaryLimit = 280;

    public static void Fill(Article article, TaggedArticle tagged, IReadOnlyCollection<(TagKind Kind, string Key)>? refused = null)
    {
        var text = tagged.Article;
        article.Body = text.Body;
        article.Print(text.Title, text.TitleDerived, Summarise(text));
        article.Caption = text.Caption;
        article.Author = text.Author;
        article.ImageUrl = text.ImageUrl;
        article.PublishedAt = text.PublishedAt;
        article.PublishedPrecision = text.PublishedPrecision;
        article.PublishedDay = text.PublishedDay;
        article.ZoneMinutes = text.ZoneMinutes;
        article.ModifiedAt = text.ModifiedAt;
        article.RankedAt = text.PublishedAt is { } published && published < article.FirstSeenAt ? published : article.FirstSeenAt;
        article.Dates = [.. text.Dates];
        Judge(article, tagged, refused);
    }

    /// <summary>What the tagger says of a text that stands as it is.</summary>
    /// <param name="article">With its tags.</param>
    /// <param name="tagged">The same text, tagged.</param>
    /// <param name="refused">Tags that an editor said no to.</param>
    public static void Judge(Article article, TaggedArticle tagged, IReadOnlyCollection<(TagKind Kind, string Key)>? refused = null)
    {
        // A publisher who takes a name out has printed it before: the mark stays as long as earlier versions do.
        if (tagged.Sensitive || article.Revision == 1)
        {
            article.IsSensitive = tagged.Sensitive || article.IsSensitiveConfirmed;
            article.SensitiveEvidence = [.. tagged.SensitiveMatters.SelectMany(m => m.Evidence)];
        }

        Retag(article, refused is null ? tagged.Tags : [.. tagged.Tags.Where(t => !refused.Contains((t.Kind, t.Key)))]);
        foreach (var kind in refused is null ? [] : tagged.Tags.Where(t => t.IsMain && refused.Contains((t.Kind, t.Key))).Select(t => t.Kind).Distinct())
        {
            EnsureMain(article, kind);
        }
    }

    /// <summary>Replaces what machines said; what an editor decided stays, the main tag of each kind included.</summary>
    private static void Retag(Article article, IReadOnlyList<ArticleTag> proposed)
    {
        article.Tags.RemoveAll(t => t.IsImplied || t.Origin is not TagOrigin.Editor);
        var taken = article.Tags.Select(t => (t.Kind, t.Key)).ToHashSet();
        var decided = article.Tags.Where(t => t.IsMain).Select(t => t.Kind).ToHashSet();
        foreach (var tag in proposed.Where(t => taken.Add((t.Kind, t.Key))))
        {
            // A copy: after a collision with another writer the same proposal is stored again.
            article.Tags.Add(new ArticleTag
            {
                Kind = tag.Kind,
                Key = tag.Key,
                IsMain = tag.IsMain && !decided.Contains(tag.Kind),
                Origin = tag.Origin,
                Confidence = tag.Confidence,
                Evidence = article.PrintedTitle is null ? tag.Evidence : InCorrectedTitle(tag.Evidence, article.Title),
            });
        }

        Imply(article);
    }

    /// <summary>After a tag of a kind was set or refused: what it implies, and one that stands for the whole article.</summary>
    public static void Settle(Article article, TagKind kind)
    {
        if (kind is TagKind.Region)
        {
            article.Tags.RemoveAll(t => t.IsImplied);
            Imply(article);
        }

        if (kind is not TagKind.Agency)
        {
            EnsureMain(article, kind);
        }
    }

    /// <summary>The same words where an editor's title has them; those that it leaves out prove nothing on the page.</summary>
    public static List<TagEvidence> InCorrectedTitle(IEnumerable<TagEvidence> evidence, string title) =>
        [.. evidence.Select(e => e.Field is EvidenceField.Title ? e with { Start = title.IndexOf(e.Text, StringComparison.Ordinal) } : e).Where(e => e.Start >= 0)];

    /// <summary>Adds the regions above the tagged ones, where they are not there yet.</summary>
    public static void Imply(Article article)
    {
        var taken = article.Tags.Select(t => (t.Kind, t.Key)).ToHashSet();
        foreach (var region in article.Tags.Where(t => t.Kind is TagKind.Region).ToList())
        {
            foreach (var ancestor in Region.AncestorsOf(region.Key).Where(a => taken.Add((TagKind.Region, a))))
            {
                article.Tags.Add(new ArticleTag { Kind = TagKind.Region, Key = ancestor, IsImplied = true, Origin = region.Origin, Confidence = region.Confidence });
            }
        }
    }

    /// <summary>Where the one that stood for the whole was refused, the surest of the others does.</summary>
    private static void EnsureMain(Article article, TagKind kind)
    {
        var tags = article.Tags.Where(t => t.Kind == kind && !t.IsImplied).ToList();
        if (tags.Count > 0 && !tags.Exists(t => t.IsMain))
        {
            tags.OrderByDescending(t => t.Confidence).ThenBy(t => t.Key, StringComparer.Ordinal).First().IsMain = true;
        }
    }

    /// <summary>The lead without its dateline, cut at a word when it is long.</summary>
    private static string Summarise(ExtractedArticle text)
    {
        var lead = text.Body[text.DatelineLength..].TrimStart();
        var end = lead.IndexOf("\n\n", StringComparison.Ordinal);
        lead = (end < 0 ? lead : lead[..end]).ReplaceLineEndings(" ");
        if (lead.Length <= SummaryLimit)
        {
            return lead;
        }

        var space = lead.LastIndexOf(' ', SummaryLimit);
        var cut = space >= SummaryLimit / 2 ? space : char.IsLowSurrogate(lead[SummaryLimit]) ? SummaryLimit - 1 : SummaryLimit;
        return string.Concat(lead.AsSpan(0, cut).TrimEnd(" ,;:–-"), " …");
    }
}
