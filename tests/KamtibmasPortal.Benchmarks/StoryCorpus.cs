using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Stories;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.Benchmarks;

/// <summary>An article of the planted set with what its writer says of it.</summary>
/// <param name="Id">Event and number.</param>
/// <param name="Event">The event it tells of.</param>
/// <param name="Relation">release, identical, reprint, reworked, independent or lookalike.</param>
/// <param name="Of">The release it was made from; null for one of own words.</param>
/// <param name="Publisher">The outlet.</param>
/// <param name="PublishedDay">Day of publication.</param>
/// <param name="WrongDate">Its date contradicts the other outlets.</param>
/// <param name="Text">As the outlet prints it, furniture included.</param>
internal sealed record StoryLabel(string Id, string Event, string Relation, string? Of, string Publisher, DateOnly PublishedDay, bool WrongDate, string Text)
{
    /// <summary>Articles of one source text hang together as copies.</summary>
    public string Source => Of ?? Id;
}

/// <summary>A planted article as the pipeline would hand it to the matcher.</summary>
internal sealed record PlantedArticle(StoryLabel Label, StoryText Text, StoryProfile Profile);

internal static class StoryCorpus
{
    public static List<PlantedArticle> Read(string half, ArticleTagger tagger, StoryProfiler profiler) =>
        [.. Corpus.Rows<StoryLabel>(Path.Combine(Corpus.Root, "stories", half + ".jsonl"), snakeCase: true).Select(label =>
        {
            var article = PlainTextExtractor.Extract(label.Text) with { PublishedDay = label.PublishedDay };
            var text = new StoryText(article.Title, article.Body, article.PublishedDay, tagger.Tag(article).Tags);
            return new PlantedArticle(label, text, profiler.Read(text));
        })];

    public static ArticleTagger Tagger() => ReferenceData.CreateTagger();
}
