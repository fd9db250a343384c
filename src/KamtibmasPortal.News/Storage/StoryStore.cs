using System.Runtime.CompilerServices;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Stories;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Keeps articles in their stories: the writing half of the matcher. Everything here runs within the caller's transaction.</summary>
public sealed class StoryStore(PortalDbContext db, StoryProfiler profiler, StoryMatcher matcher, TimeProvider clock)
{
    private readonly StoryCandidates _candidates = new(db);

    /// <summary>Places a new article, or one whose text or tags have changed, among the stories. Its row must be written already.</summary>
    public async Task PlaceAsync(Article article, CancellationToken cancellation)
    {
        await db.LockStoriesAsync(cancellation);
        var profile = profiler.Read(StoryText.Of(article));
        var day = StoryKeys.DayOf(profile, DateOnly.FromDateTime(article.FirstSeenAt));
        var entry = await EnterAsync(article.Id, profile, day, cancellation);
        var arrival = new StoryArticle(article.Id, day, profile, entry.StoryId, entry.IsPinned);
        var known = new Dictionary<Guid, StoryArticle> { [article.Id] = arrival };
        var candidates = (await _candidates.OfAsync(profile, day, cancellation)).Select(Read).OfType<StoryArticle>().ToList();
        var linked = matcher.Linked(arrival, candidates);
        var stories = linked.Append(arrival).Select(a => a.StoryId).OfType<Guid>().ToHashSet();
        foreach (var neighbour in linked.Concat((await _candidates.MembersAsync(stories, cancellation)).Select(Read).OfType<StoryArticle>()))
        {
            known.TryAdd(neighbour.Id, neighbour);
        }

        await ApplyAsync(matcher.Place(arrival, [.. known.Values], () => Guid.CreateVersion7(clock.GetUtcNow())), known, cancellation);
    }

    /// <summary>Takes articles out of their stories and of the index.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<Guid> articleIds, CancellationToken cancellation)
    {
        foreach (var chunk in articleIds.Chunk(200))
        {
            var entries = await db.StoryEntries.AsNoTracking().Where(e => chunk.Contains(e.ArticleId)).ToListAsync(cancellation);
            foreach (var entry in entries)
            {
                await RemoveKeysAsync(entry, cancellation);
            }

            await db.StoryEntries.Where(e => chunk.Contains(e.ArticleId)).ExecuteDeleteAsync(cancellation);
            foreach (var story in entries.Select(e => e.StoryId).OfType<Guid>().Distinct())
            {
                await FlagAsync([.. (await _candidates.MembersAsync([story], cancellation)).Select(Read).OfType<StoryArticle>()], cancellation);
            }
        }
    }

    /// <summary>Articles without an entry of this version, some at a time: a store that is older than its stories.</summary>
    /// <returns>The last one placed; null when none is left behind <paramref name="after"/>.</returns>
    public async Task<Guid?> CatchUpAsync(Guid after, int take, CancellationToken cancellation)
    {
        var some = await db.Articles.AsNoTracking().Include(a => a.Tags).Where(a => a.Id.CompareTo(after) > 0 && !db.StoryEntries.Any(e => e.ArticleId == a.Id)).OrderBy(a => a.Id).Take(take).AsSplitQuery().ToListAsync(cancellation);
        foreach (var article in some)
        {
            await PlaceAsync(article, cancellation);
        }

        return some.Count == 0 ? null : some[^1].Id;
    }

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
            var members = (await _candidates.MembersAsync([story], cancellation)).Select(Read).OfType<StoryArticle>().ToList();
            if (members.Count == 0)
            {
                await RedirectAsync(story, storyId, cancellation);
            }

            await FlagAsync(members, cancellation);
        }
    }

    /// <summary>Null where the entry was written by another version of the profile.</summary>
    private static StoryArticle? Read(StoryEntry entry) =>
        StoryProfileBytes.Read(entry.Profile) is { } profile ? new StoryArticle(entry.ArticleId, entry.Day, profile, entry.StoryId, entry.IsPinned) : null;

    private async Task<StoryEntry> EnterAsync(Guid articleId, StoryProfile profile, int day, CancellationToken cancellation)
    {
        var entry = await db.StoryEntries.FirstOrDefaultAsync(e => e.ArticleId == articleId, cancellation);
        if (entry is null)
        {
            entry = new StoryEntry { ArticleId = articleId, Day = day, Profile = StoryProfileBytes.Write(profile) };
            db.StoryEntries.Add(entry);
        }
        else
        {
            await RemoveKeysAsync(entry, cancellation);
            (entry.Day, entry.Profile) = (day, StoryProfileBytes.Write(profile));
        }

        await db.SaveChangesAsync(cancellation);
        await AddKeysAsync(entry, profile, cancellation);
        db.Entry(entry).State = EntityState.Detached;
        return entry;
    }

    private static long[] KeysOf(StoryProfile profile) => [.. StoryKeys.OfText(profile).Concat(StoryKeys.OfPlace(profile)).Concat(StoryKeys.OfMarks(profile)).Distinct()];

    private async Task AddKeysAsync(StoryEntry entry, StoryProfile profile, CancellationToken cancellation)
    {
        // One statement: tracked rows would be as many statements as there are keys.
        var keys = KeysOf(profile);
        if (keys.Length > 0)
        {
            var rows = string.Join(',', keys.Select((_, i) => $"({{0}},{{1}},{{{i + 2}}})"));
            var statement = "INSERT INTO \"StoryKeys\" (\"Day\", \"Number\", \"Key\") VALUES " + rows;
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(statement, [entry.Day, entry.Number, .. keys]), cancellation);
        }
    }

    private Task<int> RemoveKeysAsync(StoryEntry entry, CancellationToken cancellation)
    {
        var keys = db.StoryKeys.Where(k => k.Number == entry.Number);
        if (StoryProfileBytes.Read(entry.Profile) is { } profile)
        {
            // The keys begin the index; without them it would be read from end to end.
            var known = KeysOf(profile);
            keys = keys.Where(k => known.Contains(k.Key) && k.Day == entry.Day);
        }

        return keys.ExecuteDeleteAsync(cancellation);
    }

    private async Task ApplyAsync(StoryPlacement placement, Dictionary<Guid, StoryArticle> known, CancellationToken cancellation)
    {
        db.Stories.AddRange(placement.Founded.Select(id => new Story { Id = id, FoundedAt = clock.GetUtcNow().UtcDateTime }));
        await db.SaveChangesAsync(cancellation);
        foreach (var (from, to) in placement.Redirects)
        {
            await RedirectAsync(from, to, cancellation);
        }

        foreach (var move in placement.Moves.GroupBy(m => m.Value, m => m.Key))
        {
            var ids = move.ToList();
            await db.StoryEntries.Where(e => ids.Contains(e.ArticleId)).ExecuteUpdateAsync(u => u.SetProperty(e => e.StoryId, move.Key), cancellation);
        }

        foreach (var (id, story) in placement.Moves)
        {
            known[id] = known[id] with { StoryId = story };
        }

        foreach (var story in known.Values.GroupBy(a => a.StoryId))
        {
            await FlagAsync(story.Key is null ? [] : [.. story], cancellation);
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

    /// <summary>Notes whose date the others contradict.</summary>
    private async Task FlagAsync(IReadOnlyList<StoryArticle> members, CancellationToken cancellation)
    {
        var conflicts = DateConflicts.Find(members).ToDictionary(c => c.ArticleId);
        var ids = members.Select(m => m.Id).ToList();
        var flagged = await db.StoryEntries.Where(e => ids.Contains(e.ArticleId) && e.ConflictDay != null).Select(e => e.ArticleId).ToListAsync(cancellation);
        foreach (var id in flagged.Union(conflicts.Keys))
        {
            var conflict = conflicts.GetValueOrDefault(id);
            int? own = conflict?.Own.DayNumber, others = conflict?.Others.DayNumber;
            await db.StoryEntries.Where(e => e.ArticleId == id).ExecuteUpdateAsync(u => u.SetProperty(e => e.ConflictDay, own).SetProperty(e => e.AgreedDay, others), cancellation);
        }
    }
}
