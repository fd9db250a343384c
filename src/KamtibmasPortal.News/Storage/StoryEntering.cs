using KamtibmasPortal.News.Stories;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Writes an article's profile and the keys under which others find it.</summary>
internal sealed class StoryEntering(PortalDbContext db)
{
    public async Task AddAsync(Guid articleId, StoryProfile profile, int day, CancellationToken cancellation)
    {
        var number = (await db.ReadRowsAsync(
            """INSERT INTO "StoryEntries" ("ArticleId", "IsPinned", "Day", "Edition", "Profile") VALUES (@p0, @p1, @p2, @p3, @p4) RETURNING "Number" """,
            [articleId, false, day, (int)StoryProfileBytes.Version, StoryProfileBytes.Write(profile)], r => r.GetInt64(0), cancellation)).Single();
        await AddKeysAsync(number, profile, day, cancellation);
    }

    /// <summary>The article has another text or other tags; its story is for the matcher to say.</summary>
    public async Task ReplaceAsync(Guid articleId, StoryProfile profile, int day, CancellationToken cancellation)
    {
        var number = await db.StoryEntries.Where(e => e.ArticleId == articleId).Select(e => e.Number).SingleAsync(cancellation);
        await RemoveKeysAsync([articleId], cancellation);
        await db.ChangeRowsAsync("""UPDATE "StoryEntries" SET "Day" = @p1, "Edition" = @p2, "Profile" = @p3 WHERE "Number" = @p0""", [number, day, (int)StoryProfileBytes.Version, StoryProfileBytes.Write(profile)], cancellation);
        await AddKeysAsync(number, profile, day, cancellation);
    }

    public async Task RemoveAsync(IReadOnlyCollection<Guid> articleIds, CancellationToken cancellation)
    {
        await RemoveKeysAsync(articleIds, cancellation);
        await db.StoryEntries.Where(e => articleIds.Contains(e.ArticleId)).ExecuteDeleteAsync(cancellation);
    }

    private static long[] KeysOf(StoryProfile profile) => [.. StoryKeys.OfText(profile).Concat(StoryKeys.OfPlace(profile)).Concat(StoryKeys.OfMarks(profile)).Distinct()];

    private async Task AddKeysAsync(long number, StoryProfile profile, int day, CancellationToken cancellation)
    {
        var keys = KeysOf(profile);
        if (keys.Length > 0)
        {
            await db.AddStoryKeysAsync(number, day, keys, cancellation);
        }
    }

    private async Task RemoveKeysAsync(IReadOnlyCollection<Guid> articleIds, CancellationToken cancellation)
    {
        foreach (var entry in await db.StoryEntries.AsNoTracking().Where(e => articleIds.Contains(e.ArticleId)).ToListAsync(cancellation))
        {
            var keys = db.StoryKeys.Where(k => k.Number == entry.Number);
            if (StoryProfileBytes.Read(entry.Profile) is { } profile)
            {
                // The keys begin the index; without them it would be read from end to end.
                var known = KeysOf(profile);
                keys = keys.Where(k => known.Contains(k.Key) && k.Day == entry.Day);
            }

            await keys.ExecuteDeleteAsync(cancellation);
        }
    }
}
