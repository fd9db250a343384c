using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>A tag of a trial with the words it rests on.</summary>
public sealed record TrialTag(TagKind Kind, string Name, IReadOnlyList<string> Words);

/// <summary>One item of a trial in words.</summary>
/// <param name="Title">The article's own, or the announced one; null when there is neither.</param>
/// <param name="Address">Where it is read.</param>
/// <param name="Link">The same as a link; null for a file.</param>
/// <param name="Date">In words; null when there is none.</param>
/// <param name="Sentence">Start of the text that was read.</param>
/// <param name="Tags">Of the text that was read.</param>
/// <param name="Sensitive">Whether it would wait for an editor for its matter.</param>
/// <param name="Refusal">Why it came to nothing.</param>
public sealed record TrialReading(string? Title, string Address, string? Link, string? Date, string? Sentence, IReadOnlyList<TrialTag> Tags, bool Sensitive, string? Refusal)
{
    private const int SentenceLimit = 280;
    private const int WordsShown = 3;
    private const int FirstYear = 1990;

    public static TrialReading Of(TriedItem tried, TrialNames names, DateTimeOffset latest)
    {
        var (item, said) = (tried.Item.Item, tried.Item.Announced);
        var article = tried.Article?.Article;
        return new TrialReading(
            article?.Title ?? said?.Title,
            said is null || item.Location.Length == 0 ? item.Key : item.Location,
            said is null ? null : Addresses.Web(item.Location),
            article is { PublishedPrecision: not DatePrecision.Unknown } ? IndonesianDates.Brief(new PublishedTime(article.PublishedAt, article.PublishedPrecision, article.ZoneMinutes))
                : said?.PublishedAt is { } at && at.Year >= FirstYear && at < latest ? IndonesianDates.Moment(at.UtcDateTime) : null,
            article is null ? null : FirstSentence(article.Body[article.DatelineLength..]),
            tried.Article is { } tagged ? TagsOf(tagged, names) : [],
            tried.Article?.Sensitive ?? false,
            tried.Refusal is { } refusal ? SourceWords.Reason(refusal) : null);
    }

    private static List<TrialTag> TagsOf(TaggedArticle tagged, TrialNames names) =>
        [.. tagged.Tags.Where(t => !t.IsImplied).OrderBy(t => t.Kind).ThenByDescending(t => t.IsMain).ThenByDescending(t => t.Confidence)
            .Select(t => new TrialTag(t.Kind, names.Of(t, tagged), [.. t.Evidence.Select(e => Disclosure.Quote(e, Display.Excerpt)).Distinct(StringComparer.OrdinalIgnoreCase).Take(WordsShown)]))];

    private static string FirstSentence(string body)
    {
        var text = body.AsSpan().TrimStart(" -–—:,\n");
        var paragraph = text.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var line ? text[..line] : text;
        for (var i = 20; i < Math.Min(paragraph.Length - 1, SentenceLimit); i++)
        {
            if (paragraph[i] is '.' or '!' or '?' && paragraph[i + 1] is ' ' or '\n')
            {
                return paragraph[..(i + 1)].ToString();
            }
        }

        return paragraph.Length <= SentenceLimit ? paragraph.ToString() : $"{paragraph[..(char.IsLowSurrogate(paragraph[SentenceLimit]) ? SentenceLimit - 1 : SentenceLimit)]} …";
    }
}

/// <summary>The names behind the tags of a trial, read with one query a kind.</summary>
public sealed class TrialNames(IReadOnlyDictionary<string, Region> regions, IReadOnlyDictionary<string, Agency> agencies, IReadOnlyDictionary<string, Topic> topics)
{
    public static async Task<TrialNames> ReadAsync(CatalogQueries catalog, IEnumerable<TaggedArticle> articles, CancellationToken cancellation)
    {
        var keys = articles.SelectMany(a => a.Tags).ToLookup(t => t.Kind, t => t.Key);
        return new TrialNames(
            await catalog.RegionsAsync([.. keys[TagKind.Region].Distinct(StringComparer.Ordinal)], cancellation),
            await catalog.AgenciesAsync([.. keys[TagKind.Agency].Distinct(StringComparer.Ordinal)], cancellation),
            (await catalog.TopicsAsync(cancellation)).ToDictionary(t => t.Slug, StringComparer.Ordinal));
    }

    /// <summary>An agency that nobody knew before has its name from the article itself.</summary>
    public string Of(ArticleTag tag, TaggedArticle tagged) => (tag.Kind switch
    {
        TagKind.Region => regions.GetValueOrDefault(tag.Key)?.Name,
        TagKind.Agency => agencies.GetValueOrDefault(tag.Key)?.Name ?? tagged.Agencies.FirstOrDefault(a => a.Slug == tag.Key)?.Name,
        _ => topics.GetValueOrDefault(tag.Key)?.Name,
    }) ?? tag.Key;
}
