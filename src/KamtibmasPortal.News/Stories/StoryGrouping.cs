namespace KamtibmasPortal.News.Stories;

/// <summary>
/// Sorts articles into events: the strongest pair first, two groups join when their members agree on the whole. The result hangs on the
/// articles alone, not on the order in which they came.
/// </summary>
internal sealed class StoryGrouping
{
    /// <summary>
    /// Between groups no single pair decides: a wrong date in one copy must not keep two reports apart, and a review of the week that
    /// prints two events must not make them one.
    /// </summary>
    private const double LeastMean = 0.2;

    private const double Widest = 4;

    private readonly IReadOnlyList<StoryArticle> _articles;
    private readonly double[,] _scores;
    private readonly int[] _group;

    private StoryGrouping(IReadOnlyList<StoryArticle> articles, IReadOnlySet<Guid> solid)
    {
        _articles = articles;
        _group = [.. Enumerable.Range(0, articles.Count)];
        _scores = new double[articles.Count, articles.Count];
        for (var i = 0; i < articles.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (articles[i].StoryId is { } story && story == articles[j].StoryId && (solid.Contains(story) || (articles[i].IsPinned && articles[j].IsPinned)))
                {
                    Join(i, j);
                    continue;
                }

                _scores[i, j] = _scores[j, i] = StoryMatcher.Score(articles[i], articles[j]);
            }
        }
    }

    /// <param name="articles">The articles to sort, in any order.</param>
    /// <param name="solid">Stories too large to be sorted anew: they stay as they are.</param>
    /// <returns>The groups, each of one article or more.</returns>
    public static List<List<StoryArticle>> Of(IReadOnlyList<StoryArticle> articles, IReadOnlySet<Guid> solid)
    {
        var grouping = new StoryGrouping([.. articles.OrderBy(a => a.Profile.TextHash).ThenBy(a => a.Id)], solid);
        grouping.JoinPairs();
        return [.. grouping._articles.Select((a, i) => (Article: a, Group: grouping._group[i])).GroupBy(x => x.Group, x => x.Article).Select(g => g.ToList())];
    }

    private void JoinPairs()
    {
        var pairs = new List<(double Score, int First, int Second)>();
        for (var i = 0; i < _articles.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (_scores[i, j] > 0)
                {
                    pairs.Add((_scores[i, j], j, i));
                }
            }
        }

        // Equal scores fall to the order of the texts, which no arrival changes.
        foreach (var (_, first, second) in pairs.OrderByDescending(p => p.Score).ThenBy(p => p.First).ThenBy(p => p.Second))
        {
            if (_group[first] != _group[second] && MayJoin(_group[first], _group[second]))
            {
                Join(first, second);
            }
        }
    }

    private bool MayJoin(int one, int other)
    {
        double sum = 0;
        var count = 0;
        Guid? pin = null;
        for (var i = 0; i < _articles.Count; i++)
        {
            if (_group[i] != one && _group[i] != other)
            {
                continue;
            }

            if (_articles[i].Pin is { } own)
            {
                if (pin is { } known && known != own)
                {
                    return false;
                }

                pin = own;
            }

            for (var j = 0; _group[i] == one && j < _articles.Count; j++)
            {
                if (_group[j] == other)
                {
                    sum += Math.Clamp(_scores[i, j], -Widest, Widest);
                    count++;
                }
            }
        }

        return sum / count >= LeastMean;
    }

    private void Join(int first, int second)
    {
        var (to, from) = (_group[first], _group[second]);
        for (var i = 0; i < _group.Length; i++)
        {
            _group[i] = _group[i] == from ? to : _group[i];
        }
    }
}
