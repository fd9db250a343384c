using System.Text.RegularExpressions;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.Benchmarks;

/// <summary>Tags against labels read by hand: F1 by kind, the primary region, evidence that equals its stretch. Optional labels neither help nor hurt.</summary>
internal static class TaggingBenchmark
{
    public static int Run(string half, bool detail)
    {
        var (tagger, loading) = TaggingSpeed.Load();
        return Halves(half).Max(h => Run(tagger, loading, h, detail && !h.Contains("heldout", StringComparison.Ordinal)));
    }

    private static int Run(ArticleTagger tagger, (double Milliseconds, double Megabytes) loading, string half, bool detail) => half switch
    {
        "speed" => TaggingSpeed.Run(tagger, loading),
        "guard-dev" or "guard-heldout" => GuardScore.Run(tagger, half, detail),
        _ => RunHalf(tagger, half, detail),
    };

    private static string[] Halves(string half) => half == "all" ? ["shared", "dev", "heldout", "dev2", "heldout2", "dev3", "heldout3", "guard-dev", "guard-heldout", "speed"] : [half];

    private static int RunHalf(ArticleTagger tagger, string half, bool detail)
    {
        var score = new TagScore();
        foreach (var gold in Corpus.Rows<TagLabels>(Path.Combine(Corpus.Root, "tagging", half + ".jsonl"), snakeCase: true))
        {
            var article = Extract(gold.Text);
            var tagged = tagger.Tag(article);
            var faults = score.Add(gold, tagged);
            if (detail && faults.Count > 0)
            {
                Console.WriteLine($"{gold.Id} [{gold.Note}]\n    {string.Join("\n    ", faults)}");
                foreach (var tag in tagged.Tags)
                {
                    Console.WriteLine($"      {tag.Key}{(tag.IsMain ? "*" : "")} {string.Join(" | ", tag.Evidence.Select(e => $"{e.Text} [{e.Rule}]"))}");
                }

                Console.WriteLine($"      sensitive: {string.Join(" | ", tagged.SensitiveMatters.SelectMany(m => m.Evidence).Select(e => e.Text))}");
            }
        }

        score.PrintTopics();
        score.PrintReliability();
        return Floors.Check("tagging", half, score.Figures());
    }

    /// <summary>Deadlines of patterns run by the wall clock: on a machine that others load they pass without fault of the text.</summary>
    internal static ExtractedArticle Extract(string text)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return PlainTextExtractor.Extract(text);
            }
            catch (RegexMatchTimeoutException) when (attempt < 20)
            {
            }
        }
    }
}
