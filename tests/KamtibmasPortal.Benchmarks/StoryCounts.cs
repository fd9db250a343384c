using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.Benchmarks;

/// <summary>Makes Stories/word-counts.txt: in how many of this project's own texts a root stands. No heldout text is counted.</summary>
internal static class StoryCounts
{
    private const int Fewest = 3;

    public static int Run()
    {
        var reader = new WordReader();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = Texts().ToList();
        foreach (var text in texts)
        {
            foreach (var root in reader.Read(text).Where(w => !char.IsAsciiDigit(w.Word[0])).Select(w => w.Terms[0]).Distinct(StringComparer.Ordinal))
            {
                counts[root] = counts.GetValueOrDefault(root) + 1;
            }
        }

        Console.WriteLine(texts.Count);
        foreach (var (root, count) in counts.Where(c => c.Value >= Fewest).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{root} {count}");
        }

        return 0;
    }

    private static IEnumerable<string> Texts()
    {
        string[] halves = ["dev", "dev2"];
        var tagging = halves.SelectMany(h => Corpus.Rows<TagLabels>(Path.Combine(Corpus.Root, "tagging", h + ".jsonl"), snakeCase: true)).Select(g => g.Text);
        string[] folders = [Path.Combine(Corpus.Root, "extraction", "dev"), Path.Combine(Corpus.Root, "extraction", "more"), Path.Combine(Corpus.Root, "..", "..", "src", "KamtibmasPortal.Web", "Samples")];
        var files = folders.SelectMany(f => Directory.EnumerateFiles(f, "*.txt", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Select(f => PlainTextExtractor.Extract(File.ReadAllText(f)).Body);
        // Of planted copies one is enough.
        var stories = Corpus.Rows<StoryLabel>(Path.Combine(Corpus.Root, "stories", "dev.jsonl"), snakeCase: true).Where(l => l.Of is null).Select(l => l.Text);
        return tagging.Concat(files).Concat(stories);
    }
}
