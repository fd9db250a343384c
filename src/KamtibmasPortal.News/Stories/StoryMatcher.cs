namespace KamtibmasPortal.News.Stories;

/// <summary>What an arrival changes.</summary>
/// <param name="Moves">The story each article stands in from now on; only those that change, null for one that stands alone.</param>
/// <param name="Redirects">Stories that were taken up by another one, and which.</param>
/// <param name="Founded">Stories that did not exist before.</param>
public sealed record StoryPlacement(IReadOnlyDictionary<Guid, Guid?> Moves, IReadOnlyDictionary<Guid, Guid> Redirects, IReadOnlyList<Guid> Founded)
{
    public static StoryPlacement Nothing { get; } = new(new Dictionary<Guid, Guid?>(), new Dictionary<Guid, Guid>(), []);
}

/// <summary>
/// Decides which story an article belongs to, given its candidates. Identities are stable: a story keeps its id while members remain, of
/// stories that turn out to be one the older id stays, and an editor's placing is never undone.
/// </summary>
public sealed class StoryMatcher
{
    /// <summary>Larger stories are joined, not sorted anew: the cost of one arrival stays bounded.</summary>
    public const int LargestSorted = 40;

    /// <summary>Above 0 two articles tell of one event, as far as a pair can say.</summary>
    public static double Score(StoryArticle first, StoryArticle second) => EventScore.Of(EventEvidence.Of(first.Profile, second.Profile));

    /// <summary>Those of the candidates that tell of the arrival's event as far as a pair can say.</summary>
    public IReadOnlyList<StoryArticle> Linked(StoryArticle arrival, IEnumerable<StoryArticle> candidates) =>
        [.. candidates.Where(c => c.Id != arrival.Id && Score(arrival, c) > 0)];

    /// <summary>Places an arrival, or an article whose text has changed, among its neighbours.</summary>
    /// <param name="arrival">The new article, or the new version of a stored one with the story it stood in.</param>
    /// <param name="neighbours">The linked candidates with all members of their stories and of the arrival's own.</param>
    /// <param name="newId">Makes the id of a new story; later ids sort behind earlier ones (UUIDv7).</param>
    public StoryPlacement Place(StoryArticle arrival, IReadOnlyList<StoryArticle> neighbours, Func<Guid> newId)
    {
        List<StoryArticle> all = [arrival, .. neighbours.Where(n => n.Id != arrival.Id).DistinctBy(n => n.Id)];
        if (all.Count == 1)
        {
            return StoryPlacement.Nothing;
        }

        var large = all.GroupBy(a => a.StoryId).Where(g => g.Key is not null && g.Count() > LargestSorted).Select(g => g.Key!.Value).ToHashSet();
        return StoryIdentities.Give(StoryGrouping.Of(all, large), newId);
    }
}
