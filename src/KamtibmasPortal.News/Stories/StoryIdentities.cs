namespace KamtibmasPortal.News.Stories;

/// <summary>Gives groups of articles the ids they had, so that addresses of stories keep working.</summary>
internal static class StoryIdentities
{
    public static StoryPlacement Give(List<List<StoryArticle>> groups, Func<Guid> newId)
    {
        var owners = Owners(groups);
        var ids = new Guid?[groups.Count];
        var founded = new List<Guid>();
        for (var i = 0; i < groups.Count; i++)
        {
            var group = groups[i];
            var own = owners.Where(o => o.Value == i).Select(o => o.Key).Order().ToList();
            ids[i] = group.Find(a => a.IsPinned)?.StoryId ?? (own.Count > 0 ? own[0] : null);
            if (ids[i] is null && group.Count > 1)
            {
                ids[i] = newId();
                founded.Add(ids[i]!.Value);
            }
        }

        var moves = new Dictionary<Guid, Guid?>();
        for (var i = 0; i < groups.Count; i++)
        {
            foreach (var article in groups[i].Where(a => a.StoryId != ids[i]))
            {
                moves[article.Id] = ids[i];
            }
        }

        var redirects = owners.Where(o => ids[o.Value] is { } id && id != o.Key && !ids.Contains(o.Key)).ToDictionary(o => o.Key, o => ids[o.Value]!.Value);
        return new StoryPlacement(moves, redirects, founded);
    }

    /// <summary>Each known story belongs to the group that holds an article pinned to it, else to the one that holds most of it.</summary>
    private static Dictionary<Guid, int> Owners(List<List<StoryArticle>> groups)
    {
        var shares = groups.SelectMany((group, i) => group.Where(a => a.StoryId is not null).Select(a => (Story: a.StoryId!.Value, Group: i, a.IsPinned, a.Id)));
        return shares.GroupBy(s => s.Story).ToDictionary(
            story => story.Key,
            story => story.GroupBy(s => s.Group).OrderByDescending(g => g.Any(s => s.IsPinned)).ThenByDescending(g => g.Count()).ThenBy(g => g.Min(s => s.Id)).First().Key);
    }
}
