using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Editing;

/// <summary>One act on many articles.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Articles">The articles, each in the version that the editor saw.</param>
public sealed record BulkOrder(BulkKind Kind, IReadOnlyList<(Guid Id, Guid Version)> Articles)
{
    public TagKind TagKind { get; init; }
    public string? TagKey { get; init; }

    /// <summary>E-mail; null takes an article out of everybody's care.</summary>
    public string? Assignee { get; init; }
}

public enum BulkEffect { Changes, NothingToDo, NotAllowed, Sensitive, Outdated, Gone }

/// <summary>What a bulk act does to one article, or did.</summary>
public sealed record BulkLine(Guid Id, Guid Version, string Title, BulkEffect Effect, IReadOnlyList<ArticleEdit> Edits);

/// <summary>What became of a bulk act; <see cref="ActId"/> undoes it.</summary>
public sealed record BulkResult(Guid ActId, int Done, int Left);

/// <summary>Acts on many articles at once: shown before they are done, done as shown, undone exactly.</summary>
public sealed class BulkDesk(PortalDbContext db, DeskStore store, AuditTrail trail, TimeProvider clock)
{
    public const int Most = 200;

    /// <summary>What the act would do, found out by doing it to copies.</summary>
    public async Task<IReadOnlyList<BulkLine>> PreviewAsync(BulkOrder order, string editor, CancellationToken cancellation)
    {
        var ids = order.Articles.Select(a => a.Id).ToList();
        var articles = await db.Articles.AsNoTracking().Include(a => a.Tags).Where(a => ids.Contains(a.Id)).AsSplitQuery().ToDictionaryAsync(a => a.Id, cancellation);
        var refused = (await db.RefusedTags.AsNoTracking().Where(t => ids.Contains(t.ArticleId)).ToListAsync(cancellation)).ToLookup(t => t.ArticleId);
        return [.. order.Articles.Select(a => articles.TryGetValue(a.Id, out var article) ? Look(order, article, a.Version, [.. refused[a.Id]], editor) : new BulkLine(a.Id, a.Version, "", BulkEffect.Gone, []))];
    }

    /// <summary>Does it, article by article: what somebody changed meanwhile is left as it is and counted.</summary>
    public async Task<BulkResult> ApplyAsync(BulkOrder order, string editor, CancellationToken cancellation)
    {
        var act = new BulkAct { Id = Guid.CreateVersion7(clock.GetUtcNow()), At = clock.GetUtcNow().UtcDateTime, Editor = editor, Kind = order.Kind };
        db.BulkActs.Add(act);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        var done = 0;
        foreach (var (id, version) in order.Articles.Take(Most))
        {
            var answer = await store.ChangeAsync(id, version, editor, hand =>
            {
                var before = hand.Remember();
                if (Do(order, hand) is not BulkEffect.Changes)
                {
                    return false;
                }

                hand.Rows.Add(new BulkChange { ActId = act.Id, ArticleId = id, Before = before, VersionAfter = hand.NextVersion });
                return true;
            }, trail.Entry(editor, DeskActs.OfBulk(order.Kind), id.ToString(), act.Id.ToString()), cancellation);
            done += answer is ChangeAnswer.Changed ? 1 : 0;
        }

        return new BulkResult(act.Id, done, order.Articles.Count - done);
    }

    /// <summary>Puts back what a bulk act changed; an article that somebody has been at since stays as it is. Null when there is nothing to undo.</summary>
    public async Task<BulkResult?> UndoAsync(Guid actId, string editor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.BulkActs.Where(b => b.Id == actId && b.UndoneAt == null).ExecuteUpdateAsync(u => u.SetProperty(b => b.UndoneAt, now), cancellation) == 0)
        {
            return null;
        }

        var changes = await db.BulkChanges.AsNoTracking().Where(c => c.ActId == actId).OrderBy(c => c.ArticleId).ToListAsync(cancellation);
        var done = 0;
        foreach (var change in changes)
        {
            var answer = await store.ChangeAsync(change.ArticleId, change.VersionAfter, editor, hand =>
            {
                hand.Restore(change.Before);
                return true;
            }, trail.Entry(editor, DeskActs.BulkUndo, change.ArticleId.ToString(), actId.ToString()), cancellation);
            done += answer is ChangeAnswer.Changed ? 1 : 0;
        }

        return new BulkResult(actId, done, changes.Count - done);
    }

    private BulkLine Look(BulkOrder order, Article article, Guid seen, List<RefusedTag> refused, string editor)
    {
        if (article.Version != seen)
        {
            return new BulkLine(article.Id, article.Version, article.Title, BulkEffect.Outdated, []);
        }

        var hand = new ArticleAtHand(article, refused, editor, clock.GetUtcNow());
        return new BulkLine(article.Id, seen, article.Title, Do(order, hand), hand.Edits);
    }

    private static BulkEffect Do(BulkOrder order, ArticleAtHand hand)
    {
        switch (order.Kind)
        {
            // Whoever publishes what the law protects must have read it.
            case BulkKind.Publish when hand.Article is { IsSensitive: true, IsSensitiveLifted: false }:
                return BulkEffect.Sensitive;
            case BulkKind.Publish:
                return hand.Step(a => a.TryPublish()) ? BulkEffect.Changes : BulkEffect.NotAllowed;
            case BulkKind.Reject:
                return hand.Step(a => a.TryReject()) ? BulkEffect.Changes : BulkEffect.NotAllowed;
            case BulkKind.Tag:
                hand.Accept(order.TagKind, order.TagKey!);
                break;
            case BulkKind.Untag when hand.Article.Tags.Exists(t => t.Kind == order.TagKind && t.Key == order.TagKey && !t.IsImplied):
                hand.Refuse(order.TagKind, order.TagKey!);
                break;
            case BulkKind.Assign:
                hand.Note(ArticleEdit.Assignee, hand.Article.AssignedTo, order.Assignee);
                hand.Article.AssignedTo = order.Assignee;
                break;
        }

        return hand.Edits.Count > 0 ? BulkEffect.Changes : BulkEffect.NothingToDo;
    }
}
