using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Stories;

/// <summary>Reads an article once for all comparisons. Same input, same profile, on every machine.</summary>
public sealed class StoryProfiler(WordReader reader)
{
    private readonly MarkReader _marks = new(WordWeights.Load());

    public StoryProfile Read(StoryText text)
    {
        var title = StoryWord.Read(reader, text.Title);
        var body = StoryWord.Read(reader, text.Body);
        var runs = Shingles.InOrder(body);
        return new StoryProfile
        {
            PublishedDay = text.PublishedDay?.DayNumber,
            TextHash = StoryHash.Of([.. title.Select(w => StoryHash.Of(w.Key)), 0, .. runs]),
            Runs = Shingles.SetOf(runs),
            Marks = _marks.Read(text, title, body),
            Days = [.. StoryDays.Find(text.Body, body, text.PublishedDay)],
            Editions = [.. StoryEditions.Find([.. title, .. body])],
            Figures = [.. StoryFigures.Find(body)],
            Regions = Keys(text, TagKind.Region),
            Agencies = Keys(text, TagKind.Agency),
            Topics = Keys(text, TagKind.Topic),
        };
    }

    private static string[] Keys(StoryText text, TagKind kind) =>
        [.. text.Tags.Where(t => t.Kind == kind && !t.IsImplied).OrderByDescending(t => t.IsMain).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key)];
}
