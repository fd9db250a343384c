using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Stories;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Finds the articles that one may belong to, by keys alone: never all with all.</summary>
internal sealed class StoryCandidates(PortalDbContext db)
{
    private const int MostByText = 40;
    private const int MostByMarks = 40;
    private const int MostByPlace = 120;

    /// <summary>Entries that share text, names or numbers, or region and day with an article.</summary>
    public async Task<List<StoryEntry>> OfAsync(StoryProfile profile, int day, CancellationToken cancellation)
    {
        var numbers = await SharingAsync(StoryKeys.OfText(profile), day, StoryKeys.CopyWindow, MostByText, cancellation);
        numbers.AddRange(await SharingAsync(StoryKeys.OfMarks(profile), day, StoryKeys.EventWindow, MostByMarks, cancellation));
        numbers.AddRange(await NearAsync(StoryKeys.Asked(profile), day, cancellation));
        var wanted = numbers.Distinct().ToList();
        return wanted.Count == 0 ? [] : await db.StoryEntries.AsNoTracking().Where(e => wanted.Contains(e.Number)).ToListAsync(cancellation);
    }

    /// <summary>Members of stories, of large ones no more than are needed to see that they are large.</summary>
    public async Task<List<StoryEntry>> MembersAsync(IReadOnlyCollection<Guid> storyIds, CancellationToken cancellation)
    {
        var members = new List<StoryEntry>();
        foreach (var story in storyIds)
        {
            members.AddRange(await db.StoryEntries.AsNoTracking().Where(e => e.StoryId == story).OrderByDescending(e => e.IsPinned).ThenBy(e => e.Number).Take(StoryMatcher.LargestSorted + 1).ToListAsync(cancellation));
        }

        return members;
    }

    private async Task<List<long>> SharingAsync(IReadOnlyList<long> keys, int day, int window, int most, CancellationToken cancellation) => keys.Count == 0
        ? []
        : await Within(keys, day, window).GroupBy(k => k.Number).Where(g => g.Count() >= StoryKeys.FewestShared).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(most).ToListAsync(cancellation);

    private async Task<List<long>> NearAsync(IReadOnlyList<long> keys, int day, CancellationToken cancellation) => keys.Count == 0
        ? []
        : await Within(keys, day, StoryKeys.EventWindow).OrderBy(k => Math.Abs(k.Day - day)).ThenByDescending(k => k.Number).Select(k => k.Number).Take(MostByPlace).ToListAsync(cancellation);

    private IQueryable<StoryKey> Within(IReadOnlyList<long> keys, int day, int window) =>
        db.StoryKeys.Where(k => keys.Contains(k.Key) && k.Day >= day - window && k.Day <= day + window);
}
