using KamtibmasPortal.News.Stories;

namespace KamtibmasPortal.Benchmarks;

/// <summary>The matcher fed article by article as the store feeds it: candidates by keys alone, moves and redirects applied.</summary>
internal sealed class StoryFeed
{
    private readonly StoryMatcher _matcher = new();
    private readonly Dictionary<long, List<Guid>> _index = [];
    private readonly Dictionary<Guid, StoryArticle> _articles = [];
    private readonly Dictionary<Guid, Guid> _redirects = [];

    public int Candidates { get; private set; }

    public Guid? StoryOf(Guid article) => _articles[article].StoryId;

    public void Add(StoryArticle arrival)
    {
        var candidates = ByText(arrival).Concat(ByPlace(arrival)).Concat(ByMarks(arrival)).Distinct().Select(id => _articles[id]).ToList();
        Candidates += candidates.Count;
        var linked = _matcher.Linked(arrival, candidates);
        var stories = linked.Select(a => a.StoryId).Where(s => s is not null).ToHashSet();
        var neighbours = linked.Concat(_articles.Values.Where(a => a.StoryId is not null && stories.Contains(a.StoryId))).DistinctBy(a => a.Id).ToList();
        var placement = _matcher.Place(arrival, neighbours, Guid.CreateVersion7);
        _articles[arrival.Id] = arrival;
        foreach (var key in StoryKeys.OfText(arrival.Profile).Concat(StoryKeys.OfPlace(arrival.Profile)).Concat(StoryKeys.OfMarks(arrival.Profile)))
        {
            if (!_index.TryGetValue(key, out var list))
            {
                _index.Add(key, list = []);
            }

            list.Add(arrival.Id);
        }

        foreach (var (id, story) in placement.Moves)
        {
            _articles[id] = _articles[id] with { StoryId = story };
        }

        foreach (var (from, to) in placement.Redirects)
        {
            _redirects[from] = to;
        }
    }

    private IEnumerable<Guid> ByText(StoryArticle arrival) =>
        Found(StoryKeys.OfText(arrival.Profile), arrival.Day, StoryKeys.CopyWindow).GroupBy(id => id).Where(g => g.Count() >= StoryKeys.FewestShared).Select(g => g.Key);

    private IEnumerable<Guid> ByPlace(StoryArticle arrival) => Found(StoryKeys.Asked(arrival.Profile), arrival.Day, StoryKeys.EventWindow);

    private IEnumerable<Guid> ByMarks(StoryArticle arrival) =>
        Found(StoryKeys.OfMarks(arrival.Profile), arrival.Day, StoryKeys.EventWindow).GroupBy(id => id).Where(g => g.Count() >= StoryKeys.FewestShared).Select(g => g.Key);

    private IEnumerable<Guid> Found(IReadOnlyList<long> keys, int day, int window) =>
        keys.SelectMany(k => _index.GetValueOrDefault(k) ?? []).Where(id => Math.Abs(_articles[id].Day - day) <= window);
}
