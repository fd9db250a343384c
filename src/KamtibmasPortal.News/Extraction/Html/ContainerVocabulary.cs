namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>A candidate that its markup names.</summary>
/// <param name="Range">Its text.</param>
/// <param name="Tier">1 microdata, 2 the field's names for a body, 3 article, 4 main.</param>
/// <param name="Node">Its first element.</param>
internal sealed record NamedContainer(BlockRange Range, int Tier, PageNode Node);

/// <summary>The containers a page names as its article: itemprop, class and id vocabulary, article, main.</summary>
internal static class ContainerVocabulary
{
    private const int FewestChars = 80;

    public static List<NamedContainer> Find(PageTree page)
    {
        var found = new List<NamedContainer>();
        foreach (var node in page.Nodes)
        {
            if (Tier(node) is var tier and > 0 && !node.IsCut && page.ProseIn(node.Range) >= FewestChars)
            {
                found.Add(new NamedContainer(node.Range, tier, node));
            }
        }

        return [.. Joined(page, found.Where(c => c.Tier <= 2).ToList()), .. found.Where(c => c.Tier > 2)];
    }

    private static int Tier(PageNode node)
    {
        if (node.Element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        if (node.Verdict is ClassVerdict.Body && node.Tag is "div" or "section" or "article" or "td" or "main" or "span" or "p")
        {
            return 2;
        }

        return node.Tag == "article" || (node.Verdict is ClassVerdict.Holder && node.Tag is "div" or "section" && IsArticle(node)) ? 3
            : node.Tag == "main" || node.Element.GetAttribute("role") == "main" || node.Element.Id is "content" or "main" or "main-content" ? 4 : 0;
    }

    private static bool IsArticle(PageNode node) =>
        node.Element.ClassList.Any(c => c is "article" or "post" or "story" or "hentry" or "artikel" or "single-post" or "news-article" or "berita") || node.Element.Id is "article" or "story" or "post" or "artikel";

    /// <summary>
    /// A body printed in pieces (an advertisement or a picture between) is one candidate, as long as nothing that looks like another
    /// article's headline stands between the pieces. Of nested ones the outer stays.
    /// </summary>
    private static List<NamedContainer> Joined(PageTree page, List<NamedContainer> found)
    {
        var joined = new List<NamedContainer>();
        foreach (var next in found)
        {
            var last = joined.Count > 0 ? joined[^1] : null;
            if (last is not null && last.Range.Contains(next.Range))
            {
                // Inside: the more certain name wins when it keeps nearly all.
                if (next.Tier < last.Tier || (next.Tier == last.Tier && page.ProseIn(next.Range) >= page.ProseIn(last.Range) * 0.9))
                {
                    joined[^1] = page.ProseIn(next.Range) >= page.ProseIn(last.Range) * 0.6 ? next : last;
                }

                continue;
            }

            if (last is not null && last.Tier == next.Tier && IsSameName(last.Node, next.Node) && !IsHeadlineBetween(page, last.Range.To, next.Range.From)
                && page.Ancestor(last.Node.Index, "article") == page.Ancestor(next.Node.Index, "article"))
            {
                joined[^1] = last with { Range = last.Range.With(next.Range) };
                continue;
            }

            joined.Add(next);
        }

        return joined;
    }

    private static bool IsSameName(PageNode a, PageNode b) => a.Tag == b.Tag && (a.Element.ClassName == b.Element.ClassName || (a.Parent == b.Parent && a.Verdict == b.Verdict));

    private static bool IsHeadlineBetween(PageTree page, int from, int to) =>
        Enumerable.Range(from, Math.Max(0, to - from)).Any(i => page.Blocks[i].Tag is "h1" || (page.Blocks[i].Tag is "h2" && page.Blocks[i].Words >= 5));
}
