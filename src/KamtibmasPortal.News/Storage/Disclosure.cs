using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Storage;

/// <summary>The one place that says how much of an article the public may read. Pages, API and feeds all ask it.</summary>
public static class Disclosure
{
    /// <summary>Longest quotation shown of an article whose publisher allows only an excerpt.</summary>
    public const int QuotationLimit = 200;

    public static bool ShowsFullText(Article article) => article.State is ReviewState.Published && article.Display is Display.FullText;

    /// <summary>The evidence words as the public may see them.</summary>
    public static string Quote(TagEvidence evidence, Display display) =>
        display is Display.FullText || evidence.Text.Length <= QuotationLimit ? evidence.Text : evidence.Text[..Whole(evidence.Text, QuotationLimit)];

    /// <summary>
    /// The words around an evidence, cut at word borders: at most <see cref="QuotationLimit"/> UTF-16 code units in all.
    /// Start and length of the evidence inside the returned text come with it.
    /// </summary>
    public static (string Text, int Start, int Length) QuoteInContext(string field, TagEvidence evidence)
    {
        var length = evidence.Length <= QuotationLimit ? evidence.Length : Whole(field, evidence.Start + QuotationLimit) - evidence.Start;
        var room = QuotationLimit - length;
        var from = Math.Max(0, evidence.Start - (room / 2));
        var to = Math.Min(field.Length, evidence.Start + length + (room / 2));
        while (from > 0 && from < evidence.Start && !char.IsWhiteSpace(field[from - 1]))
        {
            from++;
        }

        while (to < field.Length && to > evidence.Start + length && !char.IsWhiteSpace(field[to]))
        {
            to--;
        }

        return (field[from..to], evidence.Start - from, length);
    }

    /// <summary>
    /// A publisher's change as the public may see it. Under Excerpt title and author are public; of text and caption there are quotations,
    /// over all versions together no more than half of it, so that no history adds up to the whole.
    /// </summary>
    public static FieldChange OfChange(Article article, ArticleField field, TextChanges changes)
    {
        var whole = ShowsFullText(article) || field is ArticleField.Title or ArticleField.Author;
        var room = whole ? int.MaxValue : changes.Segments.Sum(s => s.Text.Length) / 2 / Math.Max(1, article.Revision - 1);
        var (quotations, unquoted) = ChangeQuoting.Quote(changes.Segments, QuotationLimit, room);
        return new FieldChange(field, changes.IsCosmetic, whole ? changes.Segments : null, quotations, unquoted);
    }

    /// <summary>
    /// A passage of an article's body as the public may see it: whole under FullText up to <paramref name="longest"/>, else at most
    /// <see cref="QuotationLimit"/>, cut at a word.
    /// </summary>
    public static string QuotePassage(Article article, int start, int length, int longest)
    {
        var limit = ShowsFullText(article) ? longest : Math.Min(QuotationLimit, longest);
        var passage = article.Body.AsSpan(start, length);
        if (length <= limit)
        {
            return passage.ToString();
        }

        var cut = passage[..limit].LastIndexOfAny(' ', '\n');
        return $"{passage[..(cut > limit / 2 ? cut : Whole(article.Body, start + limit - 1) - start)]}…";
    }

    /// <summary>The cut moved back so that no character is halved.</summary>
    private static int Whole(string text, int cut) => cut < text.Length && char.IsLowSurrogate(text[cut]) ? cut - 1 : cut;
}
