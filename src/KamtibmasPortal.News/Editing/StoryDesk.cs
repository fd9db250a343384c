using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Editing;

public enum StoryDecision { Done, NotFound, NothingToDo }

/// <summary>Editors' decisions on stories: final for every article they touch, and audited.</summary>
public sealed class StoryDesk(PortalDbContext db, StoryStore stories, StoryRoom room, AuditTrail trail, TimeProvider clock)
{
    /// <summary>Two stories are one; the address of <paramref name="other"/> leads to <paramref name="story"/> from now on.</summary>
    public Task<StoryDecision> MergeAsync(Guid story, Guid other, string editor, CancellationToken cancellation) => DecideAsync(trail.Entry(editor, AuditActs.StoryMerge, story.ToString(), other.ToString()), async audit =>
    {
        if (await room.CurrentAsync(story, cancellation) is not { } to || await room.CurrentAsync(other, cancellation) is not { } from)
        {
            return StoryDecision.NotFound;
        }

        if (from == to)
        {
            return StoryDecision.NothingToDo;
        }

        var articles = await db.StoryEntries.Where(e => e.StoryId == from).Select(e => e.ArticleId).ToListAsync(cancellation);
        (audit.Before, audit.After) = (from.ToString(), to.ToString());
        await stories.PinAsync(articles, to, cancellation);
        return articles.Count == 0 ? StoryDecision.NothingToDo : StoryDecision.Done;
    }, cancellation);

    /// <summary>Some articles of a story tell of another event: they become a story of their own.</summary>
    public Task<StoryDecision> SplitAsync(Guid story, IReadOnlyCollection<Guid> articleIds, string editor, CancellationToken cancellation) => DecideAsync(trail.Entry(editor, AuditActs.StorySplit, story.ToString(), string.Join(' ', articleIds)), async audit =>
    {
        var members = await db.StoryEntries.Where(e => e.StoryId == story).Select(e => e.ArticleId).ToListAsync(cancellation);
        var leaving = members.Intersect(articleIds).ToList();
        if (members.Count == 0)
        {
            return StoryDecision.NotFound;
        }

        if (leaving.Count == 0 || leaving.Count == members.Count)
        {
            return StoryDecision.NothingToDo;
        }

        var own = Guid.CreateVersion7(clock.GetUtcNow());
        (audit.Before, audit.After) = (story.ToString(), own.ToString());
        await stories.PinAsync(leaving, own, cancellation);
        return StoryDecision.Done;
    }, cancellation);

    /// <summary>Articles that belong to another story.</summary>
    public Task<StoryDecision> MoveAsync(IReadOnlyCollection<Guid> articleIds, Guid story, string editor, CancellationToken cancellation) => DecideAsync(trail.Entry(editor, AuditActs.StoryMove, story.ToString(), string.Join(' ', articleIds)), async audit =>
    {
        if (await room.CurrentAsync(story, cancellation) is not { } to)
        {
            return StoryDecision.NotFound;
        }

        var known = await db.StoryEntries.AsNoTracking().Where(e => articleIds.Contains(e.ArticleId)).Select(e => new { e.ArticleId, e.StoryId }).ToListAsync(cancellation);
        var moving = known.Where(e => e.StoryId != to).Select(e => e.ArticleId).ToList();
        if (moving.Count == 0)
        {
            return known.Count == 0 ? StoryDecision.NotFound : StoryDecision.NothingToDo;
        }

        (audit.Before, audit.After) = (AuditTrail.Cut(string.Join(' ', known.Where(e => e.StoryId != to).Select(e => e.StoryId).Distinct())), to.ToString());
        await stories.PinAsync(moving, to, cancellation);
        return StoryDecision.Done;
    }, cancellation);

    private async Task<StoryDecision> DecideAsync(AuditEntry audit, Func<AuditEntry, Task<StoryDecision>> decide, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var answer = await decide(audit);
        if (answer is StoryDecision.Done)
        {
            db.AuditEntries.Add(audit);
            await db.SaveChangesAsync(cancellation);
            db.Touch(PortalDbContext.Everything);
            await transaction.CommitAsync(cancellation);
        }

        return answer;
    }
}
