using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.Benchmarks;

/// <summary>The guard of children and victims against cases that are made for it alone.</summary>
internal static class GuardScore
{
    /// <returns>0 at or above the floors, else 1.</returns>
    public static int Run(ArticleTagger tagger, string half, bool detail)
    {
        int right = 0, alarms = 0, wanted = 0;
        foreach (var gold in Corpus.Rows<GuardLabel>(Path.Combine(Corpus.Root, "guard", half["guard-".Length..] + ".jsonl"), snakeCase: true))
        {
            var tagged = tagger.Tag(TaggingBenchmark.Extract(gold.Text));
            right += tagged.Sensitive && gold.Sensitive ? 1 : 0;
            alarms += tagged.Sensitive ? 1 : 0;
            wanted += gold.Sensitive ? 1 : 0;
            if (detail && tagged.Sensitive != gold.Sensitive)
            {
                Console.WriteLine($"{gold.Id} {(gold.Sensitive ? "missed" : "false alarm")} [{gold.Note}] {string.Join(" | ", tagged.SensitiveMatters.SelectMany(m => m.Evidence).Select(e => e.Text))}\n    {gold.Text}");
            }
        }

        return Floors.Check("tagging", half, new Dictionary<string, double>(StringComparer.Ordinal) { ["guard precision"] = right / (double)Math.Max(1, alarms), ["guard recall"] = right / (double)Math.Max(1, wanted) });
    }

    private sealed record GuardLabel(string Id, string Text, bool Sensitive, string Note);
}
