using KamtibmasPortal.News.Stories;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.Benchmarks;

/// <summary>Stories of the planted set: pairs of articles put together rightly, copies told from reports, wrong dates flagged, and whether the order of arrival matters.</summary>
internal static class StoriesBenchmark
{
    private const int Orders = 10;

    public static int Run(string half, bool detail)
    {
        if (half == "count")
        {
            return StoryCounts.Run();
        }

        var tagger = StoryCorpus.Tagger();
        var profiler = new StoryProfiler(new WordReader());
        return Halves(half).Max(h => RunHalf(h, StoryCorpus.Read(h, tagger, profiler), detail));
    }

    private static string[] Halves(string half) => half == "all" ? ["dev", "heldout", "dev2", "heldout2"] : [half];

    private static int RunHalf(string half, List<PlantedArticle> planted, bool detail)
    {
        var feeds = Enumerable.Range(0, Orders).Select(seed => Feed(planted, seed)).ToList();
        var score = new StoryScore(planted);
        foreach (var feed in feeds)
        {
            score.Add(feed, detail && feed == feeds[0]);
        }

        var agreement = feeds.SelectMany((a, i) => feeds.Take(i).Select(b => StoryScore.Agreement(a, b))).Min();
        Console.WriteLine(FormattableString.Invariant($"stories.{half}: {planted.Count} articles, {planted.Select(p => p.Label.Event).Distinct().Count()} events"));
        return Floors.Check("stories", half, score.Figures(detail).Append(new("agreement of orders", agreement)).ToDictionary());
    }

    /// <returns>The story of each article, in the order of the set.</returns>
    private static Guid?[] Feed(List<PlantedArticle> planted, int seed)
    {
        var feed = new StoryFeed();
        var order = planted.Select((p, i) => (Article: p, Id: i)).ToArray();
        if (seed > 0)
        {
            new Random(seed).Shuffle(order);
        }

        var ids = new Guid[planted.Count];
        foreach (var (article, at) in order)
        {
            ids[at] = Guid.CreateVersion7();
            feed.Add(new StoryArticle(ids[at], article.Label.PublishedDay.DayNumber, article.Profile));
        }

        return [.. ids.Select(feed.StoryOf)];
    }
}
