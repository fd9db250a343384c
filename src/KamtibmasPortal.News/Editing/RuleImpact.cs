using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.News.Editing;

/// <summary>Adds up what a change does to article after article, and keeps some of them with the sentence that says why.</summary>
internal static class RuleImpact
{
    private const int LongestSentence = 240;

    /// <param name="effect">So far.</param>
    /// <param name="outcome">What changed for the article.</param>
    /// <param name="article">As it is now.</param>
    /// <param name="before">Its tags as they were.</param>
    public static RuleEffect Add(RuleEffect effect, RetagOutcome outcome, Article article, IReadOnlyList<ArticleTag> before) => effect with
    {
        Gaining = effect.Gaining + (outcome.Added.Count > 0 ? 1 : 0),
        Losing = effect.Losing + (outcome.Removed.Count > 0 ? 1 : 0),
        Altered = effect.Altered + (outcome.Added.Count + outcome.Removed.Count == 0 && outcome.Altered.Count > 0 ? 1 : 0),
        Withheld = effect.Withheld + (outcome.Withheld ? 1 : 0),
        Gained = WithSamples(effect.Gained, article, article.Tags, outcome.Added),
        Lost = WithSamples(effect.Lost, article, before, outcome.Removed),
    };

    /// <summary>Whether two looks at a text come to the same.</summary>
    public static bool IsSame(TaggedArticle a, TaggedArticle b) => a.Sensitive == b.Sensitive && a.Tags.Count == b.Tags.Count && a.Tags.All(t => b.Tags.Any(o =>
        o.Kind == t.Kind && o.Key == t.Key && o.IsMain == t.IsMain && o.Confidence.Equals(t.Confidence) && o.Evidence.SequenceEqual(t.Evidence)));

    private static List<RuleSample> WithSamples(List<RuleSample> samples, Article article, IReadOnlyList<ArticleTag> tags, IReadOnlyList<string> names) =>
        [.. samples.Concat(names.Take(RuleEffect.MostSamples - samples.Count).Select(n => Sample(article, tags.First(t => !t.IsImplied && $"{t.Kind}:{t.Key}" == n))))];

    private static RuleSample Sample(Article article, ArticleTag tag)
    {
        if (tag.Evidence is not [var evidence, ..])
        {
            return new RuleSample(article.Id, article.Title, tag.Kind, tag.Key, "", 0, 0);
        }

        var text = evidence.Field switch { EvidenceField.Title => article.Title, EvidenceField.Caption => article.Caption ?? "", _ => article.Body };
        if (evidence.Start + evidence.Length > text.Length)
        {
            // The publisher has changed the text since it was tagged.
            return new RuleSample(article.Id, article.Title, tag.Kind, tag.Key, evidence.Text, 0, evidence.Text.Length);
        }

        var (from, to) = SentenceAround(text, evidence.Start, evidence.Start + evidence.Length);
        return new RuleSample(article.Id, article.Title, tag.Kind, tag.Key, text[from..to], evidence.Start - from, evidence.Length);
    }

    private static (int From, int To) SentenceAround(string text, int start, int end)
    {
        var from = start;
        while (from > 0 && start - from < LongestSentence / 2 && !IsEnd(text, from - 1))
        {
            from--;
        }

        var to = end;
        while (to < text.Length && to - end < LongestSentence / 2 && !(to > end && IsEnd(text, to - 1)))
        {
            to++;
        }

        while (from < start && (char.IsWhiteSpace(text[from]) || char.IsLowSurrogate(text[from])))
        {
            from++;
        }

        while (to > end && (char.IsWhiteSpace(text[to - 1]) || char.IsHighSurrogate(text[to - 1])))
        {
            to--;
        }

        return (from, to);
    }

    private static bool IsEnd(string text, int at) => text[at] is '\n' || (text[at] is '.' or '!' or '?' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])));
}
