using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Search;

/// <summary>Turns an article into what the index keeps of it: the one analysis for both stores.</summary>
public sealed class ArticleIndexer(WordReader words)
{
    /// <summary>Raised whenever an article would be indexed in another way: older entries are made anew by <c>reindex</c>.</summary>
    public const int Edition = 1;

    // Together less than the 16,383 places that PostgreSQL counts.
    private const int TitleWords = 300;
    private const int BodyWords = 13_000;
    private const int CaptionWords = 500;
    private const int ChangedWords = 1500;

    /// <param name="article">With its tags.</param>
    /// <param name="earlier">Its earlier versions the public may see, oldest first.</param>
    public IndexDocument Read(Article article, IReadOnlyList<Revision> earlier)
    {
        var document = new IndexDocument();
        Add(document, SearchField.Text, article.Title, TitleWords);
        Add(document, SearchField.Text, article.Body, BodyWords);
        Add(document, SearchField.Text, article.Caption, CaptionWords);
        Add(document, SearchField.Title, article.Title, TitleWords);
        AddChanges(document, article, earlier);
        foreach (var tag in TagsOf(article))
        {
            document.Mark(tag);
        }

        document.Mark(IndexTokens.Source(article.SourceId));
        document.Mark(IndexTokens.Publisher(article.Publisher));
        document.Mark(IndexTokens.Day(DayOf(article)));
        return document;
    }

    /// <summary>The day under which an article is found: the printed one, or that of its first sight where the printed one was still to come.</summary>
    public static DateOnly? DayOf(Article article) => article.PublishedDay is null || article.PublishedAt <= article.FirstSeenAt
        ? article.PublishedDay
        : DateOnly.FromDateTime(article.FirstSeenAt.AddMinutes(article.ZoneMinutes));

    /// <summary>Tokens of an article's tags, ancestors of its regions among them, in order.</summary>
    public static IEnumerable<string> TagsOf(Article article) => article.Tags.Select(t => IndexTokens.Tag(t.Kind, t.Key)).Order(StringComparer.Ordinal);

    private void Add(IndexDocument document, SearchField field, string? text, int most)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        foreach (var word in words.Read(text).Where(w => w.Word.Length > 0).Take(most))
        {
            document.Append(IndexTokens.Word(field, word.Word));
            foreach (var root in word.Terms)
            {
                if (root != word.Word)
                {
                    document.Mark(IndexTokens.Form(field, root));
                }
            }
        }

        document.AppendGap();
    }

    private void AddChanges(IndexDocument document, Article article, IReadOnlyList<Revision> earlier)
    {
        var effort = new DiffEffort();
        var room = ChangedWords;
        for (var i = 0; i < earlier.Count && room > 0; i++)
        {
            var before = earlier[i];
            var (title, body, caption) = i + 1 < earlier.Count ? (earlier[i + 1].Title, earlier[i + 1].Body, earlier[i + 1].Caption) : (article.Title, article.Body, article.Caption);
            foreach (var (old, now) in (ReadOnlySpan<(string?, string?)>)[(before.Title, title), (before.Body, body), (before.Caption, caption)])
            {
                foreach (var segment in old == now ? [] : TextChanges.Between(old ?? "", now ?? "", effort).Segments)
                {
                    if (segment.Kind is not SegmentKind.Same && room > 0)
                    {
                        var size = document.Sequence.Count;
                        Add(document, SearchField.Change, segment.Text, room);
                        room -= document.Sequence.Count - size;
                    }
                }
            }
        }
    }
}
