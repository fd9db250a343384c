using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Reading;

/// <summary>One piece of evidence as a reader sees it: the words in their surroundings, and where they are marked in the text.</summary>
/// <param name="Before">Words before, with an ellipsis when they are cut.</param>
/// <param name="Words">The words the tag rests on.</param>
/// <param name="After">Words after, with an ellipsis when they are cut.</param>
/// <param name="Role">Their place in the article.</param>
/// <param name="Rule">The rule that read them.</param>
/// <param name="Anchor">Id of the mark in the text; null when that text is not shown.</param>
public sealed record Quotation(string Before, string Words, string After, EvidenceRole Role, string Rule, string? Anchor);

/// <summary>A tag with what it rests on.</summary>
public sealed record TagReading(NamedTag Tag, IReadOnlyList<Quotation> Quotations)
{
    public string? FirstAnchor => Quotations.FirstOrDefault(q => q.Anchor is not null)?.Anchor;
}

/// <summary>An article prepared for one kind of reader: marked in full, or with quotations alone.</summary>
public sealed class ArticleReading
{
    private readonly MarkedText _title;
    private readonly MarkedText? _body;
    private readonly MarkedText? _caption;

    private ArticleReading(ArticleView view, bool fullText)
    {
        var article = view.Article;
        var tags = view.Tags.Select(t => t.Tag).ToList();
        View = view;
        ShowsFullText = fullText;
        _title = new MarkedText(EvidenceField.Title, article.Title, tags);
        _body = fullText ? new MarkedText(EvidenceField.Body, article.Body, tags) : null;
        _caption = fullText && article.Caption is { Length: > 0 } caption ? new MarkedText(EvidenceField.Caption, caption, tags) : null;
        Tags = view.Tags.Select(t => new TagReading(t, [.. Longest(t.Tag.Evidence).Select(Quote).OfType<Quotation>()])).ToLookup(t => t.Tag.Tag.Kind);
    }

    public static ArticleReading ForPublic(ArticleView view) => new(view, Disclosure.ShowsFullText(view.Article));

    public static ArticleReading ForEditor(ArticleView view) => new(view, fullText: true);

    public ArticleView View { get; }
    public Article Article => View.Article;
    public bool ShowsFullText { get; }
    public PublishedTime Published => PublishedTime.Of(Article);
    public string? SourceUrl => Addresses.Web(Article.SourceUrl);
    public IEnumerable<Stretch> Title => _title.Stretches;
    public IReadOnlyList<IReadOnlyList<Stretch>> Body => _body?.Paragraphs ?? [];
    public IEnumerable<Stretch> Caption => _caption?.Stretches ?? [];
    public ILookup<TagKind, TagReading> Tags { get; }

    /// <summary>Words within longer ones prove nothing more: readers see them once. The API keeps all.</summary>
    private static IEnumerable<TagEvidence> Longest(IReadOnlyList<TagEvidence> evidence) =>
        evidence.Where((e, i) => !evidence.Where((other, j) => other.Field == e.Field && other.Start <= e.Start && other.Start + other.Length >= e.Start + e.Length
            && (other.Length > e.Length || j < i)).Any());

    private Quotation? Quote(TagEvidence evidence)
    {
        var field = evidence.Field switch { EvidenceField.Title => Article.Title, EvidenceField.Caption => Article.Caption ?? "", _ => Article.Body };
        if (!MarkedText.Fits(evidence, field))
        {
            return null;
        }

        var (text, start, length) = Disclosure.QuoteInContext(field, evidence);
        var from = evidence.Start - start;
        return new Quotation(
            string.Concat(from > 0 ? "… " : "", text.AsSpan(0, start).TrimStart()),
            text.Substring(start, length),
            string.Concat(text.AsSpan(start + length).TrimEnd(), from + text.Length < field.Length ? " …" : ""),
            evidence.Role,
            evidence.Rule,
            _title.AnchorOf(evidence) ?? _body?.AnchorOf(evidence) ?? _caption?.AnchorOf(evidence));
    }
}
