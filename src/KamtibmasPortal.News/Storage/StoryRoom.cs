using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>An article of a story as editors see it, whatever its state.</summary>
public sealed record DeskMember(Guid ArticleId, Guid StoryId, string Title, string Publisher, DateOnly? PublishedDay, ReviewState State, bool IsPinned, DateOnly? ConflictDay, DateOnly? AgreedDay);

/// <summary>Stories with every article, whatever its state. For signed-in editors only.</summary>
public sealed class StoryRoom(PortalDbContext db)
{
    /// <summary>All members; empty when there is no such story.</summary>
    public Task<List<DeskMember>> MembersAsync(Guid story, int take, CancellationToken cancellation) => ReadAsync(db.StoryEntries.Where(e => e.StoryId == story).OrderBy(e => e.Number).Take(take), cancellation);

    /// <summary>Articles whose date the others of their story contradict, the latest first.</summary>
    public Task<List<DeskMember>> ConflictsAsync(int take, CancellationToken cancellation) => ReadAsync(db.StoryEntries.Where(e => e.ConflictDay != null && e.StoryId != null).OrderByDescending(e => e.Number).Take(take), cancellation);

    public Task<Guid?> StoryOfAsync(Guid articleId, CancellationToken cancellation) => db.StoryEntries.Where(e => e.ArticleId == articleId).Select(e => e.StoryId).FirstOrDefaultAsync(cancellation);

    /// <summary>The story an id stands for today; null when there is none.</summary>
    public async Task<Guid?> CurrentAsync(Guid story, CancellationToken cancellation) =>
        await db.Stories.Where(s => s.Id == story).Select(s => (Guid?)(s.MergedInto ?? s.Id)).FirstOrDefaultAsync(cancellation);

    private async Task<List<DeskMember>> ReadAsync(IQueryable<StoryEntry> entries, CancellationToken cancellation)
    {
        var rows = await (from entry in entries.AsNoTracking()
                          join article in db.Articles.AsNoTracking() on entry.ArticleId equals article.Id
                          orderby entry.Number
                          select new { entry.ArticleId, StoryId = entry.StoryId!.Value, article.Title, article.Publisher, article.PublishedDay, article.State, entry.IsPinned, entry.ConflictDay, entry.AgreedDay }).ToListAsync(cancellation);
        return rows.ConvertAll(r => new DeskMember(r.ArticleId, r.StoryId, r.Title, r.Publisher, r.PublishedDay, r.State, r.IsPinned, Day(r.ConflictDay), Day(r.AgreedDay)));
    }

    private static DateOnly? Day(int? number) => number is { } day ? DateOnly.FromDayNumber(day) : null;
}
