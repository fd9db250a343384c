using KamtibmasPortal.News.Stories;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.Benchmarks;

/// <summary>Counts over pairs of articles.</summary>
internal sealed class StoryScore(List<PlantedArticle> planted)
{
    private readonly List<(double Precision, double Recall)> _runs = [];

    /// <summary>A run over the whole set, whatever the order.</summary>
    public void Add(Guid?[] stories, bool detail)
    {
        int right = 0, given = 0, wanted = 0;
        foreach (var (i, j) in Pairs(planted.Count))
        {
            var together = AreTogether(stories, i, j);
            var should = planted[i].Label.Event == planted[j].Label.Event;
            right += together && should ? 1 : 0;
            given += together ? 1 : 0;
            wanted += should ? 1 : 0;
            var (one, other) = (planted[i], planted[j]);
            var score = StoryMatcher.Score(new StoryArticle(default, 0, one.Profile), new StoryArticle(default, 0, other.Profile));
            if (detail && (together != should || (score > -1.2 && score < 1 && score > 0 != should) || (should && score < 0.5) || (!should && score > -1)))
            {
                Console.WriteLine($"  {(together == should ? "weak" : together ? "joined" : "split")} {score:0.0} {planted[i].Label.Id} {planted[j].Label.Id}: {EventEvidence.Of(planted[i].Profile, planted[j].Profile)}");
            }
        }

        _runs.Add((given == 0 ? 1 : (double)right / given, (double)right / wanted));
    }

    /// <summary>The worst run counts.</summary>
    public Dictionary<string, double> Figures(bool detail) => new()
    {
        ["pair precision"] = _runs.Min(r => r.Precision),
        ["pair recall"] = _runs.Min(r => r.Recall),
        ["reprint or report"] = CopiesRight(detail),
        ["relation exact"] = RelationsRight(),
        ["date flags F1"] = DateFlags(detail),
    };

    /// <summary>Wrong dates against flags, over the events as they are labelled.</summary>
    private double DateFlags(bool detail)
    {
        int right = 0, flagged = 0;
        foreach (var story in planted.GroupBy(p => p.Label.Event))
        {
            var members = story.ToDictionary(_ => Guid.NewGuid());
            foreach (var conflict in DateConflicts.Find([.. members.Select(m => new StoryArticle(m.Key, 0, m.Value.Profile))]))
            {
                flagged++;
                right += members[conflict.ArticleId].Label.WrongDate ? 1 : 0;
                if (detail)
                {
                    Console.WriteLine($"  flagged {members[conflict.ArticleId].Label.Id} ({members[conflict.ArticleId].Label.WrongDate}): {conflict}");
                }
            }

            if (detail)
            {
                foreach (var disagreement in new StoryDisagreements(new WordReader()).Find([.. members.Select(m => new StoryReading(m.Key, m.Value.Text))]))
                {
                    Console.WriteLine($"  {story.Key} {disagreement.Kind} {disagreement.About}: {string.Join(" / ", disagreement.Sides.Select(v => $"{v.Value} [{string.Join("; ", v.Words.Select(w => $"{members[w.ArticleId].Label.Id} \"{members[w.ArticleId].Text.Body.Substring(w.Start, w.Length)}\""))}]"))}");
                }
            }
        }

        var wrong = planted.Count(p => p.Label.WrongDate);
        return wrong + flagged == 0 ? 1 : 2.0 * right / (wrong + flagged);
    }

    /// <summary>Pairs of one event: made from one text, or two reports.</summary>
    private double CopiesRight(bool detail)
    {
        int right = 0, all = 0;
        foreach (var (i, j) in Pairs(planted.Count).Where(p => planted[p.First].Label.Event == planted[p.Second].Label.Event))
        {
            var isCopy = CopyComparison.Of(planted[i].Profile, planted[j].Profile).Relation is not StoryRelation.Independent;
            var should = planted[i].Label.Source == planted[j].Label.Source;
            all++;
            right += isCopy == should ? 1 : 0;
            if (detail && isCopy != should)
            {
                Console.WriteLine($"  {(isCopy ? "taken for a copy" : "taken for a report")} {planted[i].Label.Id} {planted[j].Label.Id}: {CopyComparison.Of(planted[i].Profile, planted[j].Profile)}");
            }
        }

        return (double)right / all;
    }

    /// <summary>Each copy against the text it was made from, in four classes.</summary>
    private double RelationsRight()
    {
        var copies = planted.Where(p => p.Label.Of is not null).ToList();
        var right = copies.Count(c => CopyComparison.Of(c.Profile, planted.First(p => p.Label.Id == c.Label.Of).Profile).Relation.ToString().Equals(c.Label.Relation, StringComparison.OrdinalIgnoreCase));
        return copies.Count == 0 ? 1 : (double)right / copies.Count;
    }

    /// <summary>Of the pairs that either run puts together, the share that both do.</summary>
    public static double Agreement(Guid?[] one, Guid?[] other)
    {
        int both = 0, either = 0;
        foreach (var (i, j) in Pairs(one.Length))
        {
            var (a, b) = (AreTogether(one, i, j), AreTogether(other, i, j));
            both += a && b ? 1 : 0;
            either += a || b ? 1 : 0;
        }

        return either == 0 ? 1 : (double)both / either;
    }

    private static bool AreTogether(Guid?[] stories, int i, int j) => stories[i] is { } story && story == stories[j];

    private static IEnumerable<(int First, int Second)> Pairs(int count) => Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(0, i).Select(j => (i, j)));
}
