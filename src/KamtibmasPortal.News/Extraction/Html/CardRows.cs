namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>Rows of cards: a linked headline, perhaps a date and a sentence, again and again. They show other articles.</summary>
internal static class CardRows
{
    private const int FewestCards = 3;
    private const int MostBlocks = 6;
    private const int MostWords = 90;

    /// <summary>Where cards hold most of the prose they are the page: a list.</summary>
    private const double MostOfPage = 0.6;

    /// <summary>Characters of other prose that make a page more than its cards.</summary>
    private const int EnoughElse = 400;

    /// <summary>Marks cards as furniture and returns how many there are.</summary>
    public static int Find(PageTree page)
    {
        var rows = page.Nodes.Where(n => n.Parent >= 0 && IsCard(page, n)).GroupBy(n => (n.Parent, n.Tag)).Where(g => g.Count() >= FewestCards).SelectMany(g => g).ToList();
        var outer = new List<PageNode>();
        foreach (var card in rows.Where(c => outer.Count == 0 || c.Index >= outer[^1].End))
        {
            outer.Add(card);
        }

        var all = page.Blocks.Sum(b => b.ProseChars);
        var inCards = outer.Sum(c => Prose(page, c));
        if (inCards <= all * MostOfPage || all - inCards >= EnoughElse)
        {
            outer.ForEach(c => c.IsCut = true);
        }

        return outer.Count;
    }

    private static bool IsCard(PageTree page, PageNode node)
    {
        var count = node.Range.To - node.Range.From;
        if (count is < 1 or > MostBlocks || node.Tag is "p" or "a" or "tr" or "td" or "span" || page.Blocks[node.Range.From].Node < node.Index)
        {
            return false;
        }

        int words = 0, headline = 0, text = 0;
        for (var i = node.Range.From; i < node.Range.To; i++)
        {
            var block = page.Blocks[i];
            words += block.Words;
            var isHeadline = block.Words >= 3 && block.LinkShare > 0.8;
            headline = isHeadline && headline == 0 ? i + 1 : headline;
            text += block.IsProse && headline == 0 ? 1 : 0;
        }

        // Prose before the link is a paragraph with a pointer below it.
        return headline > 0 && words <= MostWords && text == 0;
    }

    private static int Prose(PageTree page, PageNode node)
    {
        var prose = 0;
        for (var i = node.Range.From; i < node.Range.To; i++)
        {
            prose += page.Blocks[i].ProseChars;
        }

        return prose;
    }
}
