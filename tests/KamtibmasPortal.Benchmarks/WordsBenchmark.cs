using System.Diagnostics;
using System.Globalization;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.Benchmarks;

/// <summary>Word families: every form finds every other, look-alikes do not; PostgreSQL's own stemmer on the same list beside it.</summary>
internal static class WordsBenchmark
{
    private const int ArticleWords = 400;

    public static int Run(string half, bool detail)
    {
        var watch = Stopwatch.StartNew();
        var reader = new WordReader();
        var ready = watch.Elapsed.TotalMilliseconds;
        PrintSpeed(reader, ready);
        return Corpus.Halves(half).Max(h => RunHalf(reader, h, detail));
    }

    private static int RunHalf(WordReader reader, string half, bool detail)
    {
        var lists = WordLists.Of(half);
        Console.WriteLine($"words.{half}: {lists.Families.Count} families, {lists.Families.Sum(f => f.Length)} forms, {lists.Pairs.Count} look-alike pairs");
        var score = new WordScore(lists, form => [.. reader.Read(form).SelectMany(w => w.Terms)]);
        if (detail)
        {
            Print("split", score, score.Split());
            Print("confused", score, score.Confused());
            Print("strangers", score, score.Strangers());
        }

        if (PostgresWords.Read([.. lists.Forms]) is { } indonesian)
        {
            foreach (var (name, value) in new WordScore(lists, form => indonesian[form]).Figures())
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  PostgreSQL's indonesian: {name,-22} {value:0.000}"));
            }
        }

        return Floors.Check("words", half, score.Figures());
    }

    private static void Print(string kind, WordScore score, IEnumerable<(string One, string Other)> pairs)
    {
        foreach (var (one, other) in pairs)
        {
            Console.WriteLine($"  {kind}: {one} [{string.Join(' ', score.TermsOf(one))}]  {other} [{string.Join(' ', score.TermsOf(other))}]");
        }
    }

    /// <summary>Over running text of the tagging corpus, cut to articles of 400 words.</summary>
    private static void PrintSpeed(WordReader reader, double ready)
    {
        var words = Corpus.Rows<TagLabels>(Path.Combine(Corpus.Root, "tagging", "dev.jsonl"), snakeCase: true).SelectMany(r => r.Text.Split(' '));
        var articles = words.Chunk(ArticleWords).Where(c => c.Length == ArticleWords).Select(c => string.Join(' ', c)).ToList();
        var milliseconds = new List<double>();
        var allocated = 0L;
        for (var round = 0; round < 20; round++)
        {
            milliseconds.Clear();
            allocated = GC.GetAllocatedBytesForCurrentThread();
            foreach (var article in articles)
            {
                var start = Stopwatch.GetTimestamp();
                _ = reader.Read(article).Count();
                milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        milliseconds.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"roots loaded in {ready:0} ms; {ArticleWords} words: median {milliseconds[milliseconds.Count / 2]:0.00} ms, slowest {milliseconds[^1]:0.00} ms, {allocated / articles.Count / 1024} KB ({articles.Count} articles)"));
    }
}
