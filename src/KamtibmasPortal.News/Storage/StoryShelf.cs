using System.Collections.Concurrent;

namespace KamtibmasPortal.News.Storage;

/// <summary>How many articles of each story the public sees, held until something changes: every list names a few stories, and counting them costs more than the list.</summary>
public sealed class StoryShelf(PublicShelf shelf)
{
    /// <summary>The story as lists tell of it; null where fewer than two of its articles can be seen.</summary>
    internal async Task<StoryFold?> FindAsync(ArticleQueries articles, Guid story, CancellationToken cancellation) =>
        (await FindAsync(articles, [story], cancellation)).GetValueOrDefault(story);

    internal async Task<IReadOnlyDictionary<Guid, StoryFold?>> FindAsync(ArticleQueries articles, IReadOnlyCollection<Guid> stories, CancellationToken cancellation)
    {
        var held = await shelf.GetAsync("stories", () => Task.FromResult<ConcurrentDictionary<Guid, StoryFold?>?>(new()));
        var missing = stories.Where(s => !held!.ContainsKey(s)).Distinct().ToList();
        if (missing.Count > 0)
        {
            var read = await articles.FoldsAsync(missing, cancellation);
            missing.ForEach(s => held![s] = read.GetValueOrDefault(s));
        }

        return held!;
    }
}
