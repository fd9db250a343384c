using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Stories;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Keeps articles in their stories: the writing half of the matcher. What changes articles one by one runs within the caller's transaction.</summary>
public sealed class StoryStore(PortalDbContext db, StoryProfiler profiler, StoryMatcher matcher, TimeProvider clock)
{
    private readonly StoryCandidates _candidates = new(db);
    private readonly StoryEntering _entering = new(db);

    /// <summary>Places a new article, or one whose text or tags have changed, among the stories. Its row must be written already.</summary>
    /// <param name="article">With its tags.</param>
    /// <param name="isNew">It was never placed before.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task PlaceAsync(Article article, bool isNew, CancellationToken cancellation)
    {
        var profile = profiler.Read(StoryText.Of(article));
        var day = StoryKeys.DayOf(profile, DateOnly.FromDateTime(article.FirstSeenAt));
        await db.LockStoriesAsync(cancellation);
        var before = isNew ? null : await db.StoryEntries.Where(e => e.ArticleId == article.Id).Select(e => new { e.StoryId, e.IsPinned, e.ConflictDay, e.AgreedDay }).FirstOrDefaultAsync(cancellation);
        await (before is null ? _entering.AddAsync(article.Id, profile, day, cancellation) : _entering.ReplaceAsync(article.Id, profile, day, cancellation));
        var arrival = new StoryArticle(article.Id, day, profile, before?.StoryId, before?.IsPinned ?? false);
        var known = new Dictionary<Guid, KnownEntry> { [article.Id] = new(arrival, before?.ConflictDay, before?.AgreedDay) };
        var candidates = (await _candidates.OfAsync(profile, day, cancellation)).ToDictionary(c => c.Article.Id);
        var linked = matcher.Linked(arrival, candidates.Values.Select(c => c.Article));
        var stories = linked.Append(arrival).Select(a => a.StoryId).OfType<Guid>().ToHashSet();
        foreach (var neighbour in linked.Select(l => candidates[l.Id]).Concat(await _candidates.MembersAsync(stories, cancellation)))
        {
            known.TryAdd(neighbour.Article.Id, neighbour);
        }

        if (known.Count > 1 || before is not null)
        {
            await ApplyAsync(matcher.Place(arrival, [.. known.Values.Select(k => k.Article)], () => Guid.CreateVersion7(clock.GetUtcNow())), known, cancellation);
        }
    }

    /// <summary>Takes articles out of their stories and of the index.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<Guid> articleIds, CancellationToken cancellation)
    {
        foreach (var chunk in articleIds.Chunk(200))
        {
            var stories = await db.StoryEntries.Where(e => chunk.Contains(e.ArticleId) && e.StoryId != null).Select(e => e.StoryId!.Value).Distinct().ToListAsync(cancellation);
            await _entering.RemoveAsync(chunk, cancellation);
            foreach (var story in stories)
            {
                await FlagAsync(await _candidates.MembersAsync([story], cancellation), cancellation);
            }
        }
    }

    /// <summary>Articles that no story knows of yet: the store is older than its stories, or than this version of their profiles.</summary>
    public Task<int> CountMissingAsync(CancellationToken cancellation) => Missing(Guid.Empty).CountAsync(cancellation);

    /// <summary>Places some of them, in the order of their ids, in a transaction of their own.</summary>
    /// <returns>Those placed; empty when none is left behind <paramref name="after"/>.</returns>
    public async Task<List<Guid>> CatchUpAsync(Guid after, int take, CancellationToken cancellation)
    {
        using var turn = await db.WriteTurnAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var some = await Missing(after).AsNoTracking().Include(a => a.Tags).OrderBy(a => a.Id).Take(take).AsSplitQuery().ToListAsync(cancellation);
        foreach (var article in some)
        {
            await PlaceAsync(article, isNew: false, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return some.ConvertAll(a => a.Id);
    }

    private IQueryable<Article> Missing(Guid after) =>
        db.Articles.Where(a => a.Id.CompareTo(after) > 0 && !db.StoryEntries.Any(e => e.ArticleId == a.Id && e.Edition == StoryProfileBytes.Version));

    /// <summary>Puts articles into a story for good, together with what stays in the stories they leave: an editor's placing of all of them.</summary>
    /// <param name="articleIds">The articles; they must have entries.</param>
    /// <param name="storyId">The story they are in from now on, founded when there is none.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task PinAsync(IReadOnlyCollection<Guid> articleIds, Guid storyId, CancellationToken cancellation)
    {
        await db.LockStoriesAsync(cancellation);
        if (!await db.Stories.AnyAsync(s => s.Id == storyId, cancellation))
        {
            db.Stories.Add(new Story { Id = storyId, FoundedAt = clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(cancellation);
        }

        var left = await db.StoryEntries.Where(e => articleIds.Contains(e.ArticleId) && e.StoryId != null && e.StoryId != storyId).Select(e => e.StoryId!.Value).Distinct().ToListAsync(cancellation);
        await db.StoryEntries.Where(e => e.StoryId == storyId || left.Contains(e.StoryId!.Value)).ExecuteUpdateAsync(u => u.SetProperty(e => e.IsPinned, true), cancellation);
        await db.StoryEntries.Where(e => articleIds.Contains(e.ArticleId)).ExecuteUpdateAsync(u => u.SetProperty(e => e.StoryId, storyId).SetProperty(e => e.IsPinned, true), cancellation);
        foreach (var story in left.Append(storyId))
        {
            var members = await _candidates.MembersAsync([story], cancellation);
            if (members.Count == 0)
            {
                await RedirectAsync(story, storyId, cancellation);
            }

            await FlagAsync(members, cancellation);
        }
    }

    private async Task ApplyAsync(StoryPlacement placement, Dictionary<Guid, KnownEntry> known, CancellationToken cancellation)
    {
        var rows = new PlainRows(db);
        rows.AddRange(placement.Founded.Select(id => new Story { Id = id, FoundedAt = clock.GetUtcNow().UtcDateTime }));
        await rows.WriteAsync(cancellation);

        foreach (var (from, to) in placement.Redirects)
        {
            await RedirectAsync(from, to, cancellation);
        }

        foreach (var move in placement.Moves.GroupBy(m => m.Value, m => m.Key))
        {
            var ids = move.ToArray();
            await db.ChangeRowsAsync($"""UPDATE "StoryEntries" SET "StoryId" = @p0 WHERE "ArticleId" IN ({string.Join(',', ids.Select((_, i) => $"@p{i + 1}"))})""", [move.Key ?? (object)DBNull.Value, .. ids.Cast<object>()], cancellation);
        }

        foreach (var (id, story) in placement.Moves)
        {
            known[id] = known[id] with { Article = known[id].Article with { StoryId = story } };
        }

        foreach (var story in known.Values.GroupBy(k => k.Article.StoryId))
        {
            await FlagAsync([.. story], cancellation, isStory: story.Key is not null);
        }
    }

    /// <summary>All members of a story that was taken up go along, and what led to it leads on.</summary>
    private async Task RedirectAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        if (from != to)
        {
            await db.StoryEntries.Where(e => e.StoryId == from).ExecuteUpdateAsync(u => u.SetProperty(e => e.StoryId, to), cancellation);
            await db.Stories.Where(s => s.Id == from || s.MergedInto == from).ExecuteUpdateAsync(u => u.SetProperty(s => s.MergedInto, to), cancellation);
        }
    }

    /// <summary>Notes whose date the others contradict, where that has changed.</summary>
    private async Task FlagAsync(List<KnownEntry> members, CancellationToken cancellation, bool isStory = true)
    {
        var conflicts = isStory && members.Count > 1 ? DateConflicts.Find([.. members.Select(m => m.Article)]).ToDictionary(c => c.ArticleId) : [];
        foreach (var member in members)
        {
            var conflict = conflicts.GetValueOrDefault(member.Article.Id);
            int? own = conflict?.Own.DayNumber, others = conflict?.Others.DayNumber;
            if (own != member.ConflictDay || others != member.AgreedDay)
            {
                await db.StoryEntries.Where(e => e.ArticleId == member.Article.Id).ExecuteUpdateAsync(u => u.SetProperty(e => e.ConflictDay, own).SetProperty(e => e.AgreedDay, others), cancellation);
            }
        }
    }
}
