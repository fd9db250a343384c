namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>Which run of blocks is the article: what markup names and what scores find, weighed against each other.</summary>
internal static class BodyChooser
{
    private const double EnoughOfScored = 0.7;

    /// <summary>Only this share of a page's prose makes the scored candidate unnecessary.</summary>
    private const double Plainly = 0.7;

    public static BlockRange? Choose(PageTree page, string? title)
    {
        var (named, own) = FirstArticles(page, ContainerVocabulary.Find(page), title);
        if (own is not null && page.ProseIn(own.Range) > 200)
        {
            return own.Range;
        }

        var whole = new BlockRange(0, page.Blocks.Count);
        var bodies = named.Where(c => c.Tier <= 2).ToList();
        if (bodies is [var only] && page.ProseIn(only.Range) > 600 && page.ProseIn(only.Range) >= page.ProseIn(whole) * Plainly)
        {
            return only.Range;
        }

        if (ScoredContainer.Find(page) is not { } scored)
        {
            return null;
        }

        foreach (var candidate in named.OrderBy(c => c.Tier).ThenBy(c => page.KeptIn(c.Range)))
        {
            if (IsBetter(page, candidate, scored))
            {
                return candidate.Range;
            }
        }

        return scored;
    }

    /// <summary>Of several articles on an endless page only the one under the page's own headline counts, else the first.</summary>
    private static (List<NamedContainer> Named, NamedContainer? Own) FirstArticles(PageTree page, List<NamedContainer> named, string? title)
    {
        var bodies = named.Where(c => c.Tier <= 2).OrderBy(c => c.Range.From).ToList();
        if (bodies.Count < 2)
        {
            return (named, null);
        }

        var from = 0;
        var own = bodies.Find(b =>
        {
            var isOwn = Enumerable.Range(from, Math.Max(0, b.Range.From - from)).Any(i => page.Blocks[i].IsHeading && Wording.SameHeadline(page.Blocks[i].Text, title));
            from = b.Range.To;
            return isOwn;
        });
        var largest = bodies.Max(b => page.ProseIn(b.Range));
        var first = own ?? bodies.Find(b => page.ProseIn(b.Range) >= Math.Min(largest * 0.3, 800));
        return ([.. named.Where(c => c.Tier > 2 || c == first)], page.ProseIn(first!.Range) >= largest * 0.2 ? own : null);
    }

    private static bool IsBetter(PageTree page, NamedContainer candidate, BlockRange scored)
    {
        var own = page.ProseIn(candidate.Range);
        var other = page.ProseIn(scored);
        var shared = candidate.Range.Meets(scored) ? page.ProseIn(new BlockRange(Math.Max(candidate.Range.From, scored.From), Math.Min(candidate.Range.To, scored.To))) : 0;
        if (candidate.Tier <= 2)
        {
            return shared >= other * EnoughOfScored
                || (shared == 0 && own >= other * 0.3 && candidate.Range.To <= scored.From)
                || (shared > 0 && own >= other * 0.4 && !IsAlike(page, candidate.Range, scored));
        }

        // article and main often hold the cards below the text too.
        var purity = own / (double)Math.Max(1, page.KeptIn(candidate.Range));
        return shared >= other * 0.9 && own <= other * 1.6 && purity > 0.7;
    }

    /// <summary>Whether what the scores add to a named body reads like the body: long paragraphs without links.</summary>
    private static bool IsAlike(PageTree page, BlockRange named, BlockRange scored)
    {
        var added = Enumerable.Range(scored.From, scored.To - scored.From).Where(i => i < named.From || i >= named.To).Select(i => page.Blocks[i]).Where(b => !b.IsCut).ToList();
        var prose = added.Where(b => b.IsProse).ToList();
        return prose.Count >= 2 && prose.Average(b => b.Words) >= 18 && prose.Sum(b => b.Text.Length) >= added.Sum(b => b.Text.Length) * 0.75;
    }
}
