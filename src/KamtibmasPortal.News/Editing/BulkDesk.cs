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

    /// <summary>What can be done to articles that are chosen one by one. Withdrawing takes a reason for the public and a source.</summary>
    public static readonly IReadOnlyList<BulkKind> Kinds = [BulkKind.Publish, BulkKind.Reject, BulkKind.Tag, BulkKind.Untag, BulkKind.Assign];

    private const int Batch = 100;

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

        var finished = clock.GetUtcNow().UtcDateTime;
        await db.BulkActs.Where(b => b.Id == act.Id).ExecuteUpdateAsync(u => u.SetProperty(b => b.FinishedAt, finished), cancellation);
        return new BulkResult(act.Id, done, order.Articles.Count - done);
    }

    /// <summary>Puts back what a bulk act changed; an article that somebody has been at since stays as it is. Null when there is nothing to undo, or the act still goes on.</summary>
    public async Task<BulkResult?> UndoAsync(Guid actId, string editor, CancellationToken cancellation)
    {
        if (!await BeginUndoAsync(actId, editor, cancellation))
        {
            return null;
        }

        await ContinueUndoAsync(actId, editor, Timeout.InfiniteTimeSpan, cancellation);
        var changes = db.BulkChanges.Where(c => c.ActId == actId);
        return new BulkResult(actId, await changes.CountAsync(c => c.UndoneAt != null, cancellation), await changes.CountAsync(c => c.UndoneAt == null, cancellation));
    }

    /// <summary>Takes down that an act is to be undone. False when it is already, or still goes on.</summary>
    public async Task<bool> BeginUndoAsync(Guid actId, string editor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.BulkActs.Where(b => b.Id == actId && b.UndoneAt == null && b.FinishedAt != null).ExecuteUpdateAsync(u => u.SetProperty(b => b.UndoneAt, now).SetProperty(b => b.UndoneBy, editor), cancellation) == 0)
        {
            return false;
        }

        if (await db.BulkActs.AsNoTracking().FirstAsync(b => b.Id == actId, cancellation) is { SourceName: { } source } act)
        {
            db.AuditEntries.Add(trail.Entry(editor, AuditActs.SourceWithdrawUndo, source, actId.ToString(), before: act.Reason));
            db.Touch(PortalDbContext.Everything);
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Goes on undoing, from wherever it stands.</summary>
    /// <param name="actId">An act whose undoing was begun.</param>
    /// <param name="editor">In whose name.</param>
    /// <param name="patience">When to leave the rest to the next call.</param>
    /// <param name="cancellation">Stops between two articles.</param>
    /// <returns>Whether nothing is left to do.</returns>
    public async Task<bool> ContinueUndoAsync(Guid actId, string editor, TimeSpan patience, CancellationToken cancellation)
    {
        var (start, last) = (clock.GetTimestamp(), Guid.Empty);
        while (await NextChangesAsync(actId, last, cancellation) is { Count: > 0 } changes)
        {
            foreach (var change in changes)
            {
                await PutBackAsync(change, editor, cancellation);
                last = change.ArticleId;
                if (patience != Timeout.InfiniteTimeSpan && clock.GetElapsedTime(start) > patience)
                {
                    return false;
                }
            }
        }

        var now = clock.GetUtcNow().UtcDateTime;
        await db.BulkActs.Where(b => b.Id == actId && b.UndoFinishedAt == null).ExecuteUpdateAsync(u => u.SetProperty(b => b.UndoFinishedAt, now), cancellation);
        return true;
    }

    private Task<List<BulkChange>> NextChangesAsync(Guid actId, Guid last, CancellationToken cancellation) =>
        db.BulkChanges.AsNoTracking().Where(c => c.ActId == actId && c.UndoneAt == null && !c.IsLeft && c.ArticleId.CompareTo(last) > 0).OrderBy(c => c.ArticleId).Take(Batch).ToListAsync(cancellation);

    private async Task PutBackAsync(BulkChange change, string editor, CancellationToken cancellation)
    {
        var answer = await store.ChangeAsync(change.ArticleId, change.VersionAfter, editor, hand =>
        {
            hand.Restore(change.Before);
            // Saved together with the article: whatever stops the undoing, it knows what is done.
            db.BulkChanges.Attach(change);
            change.UndoneAt = hand.Now;
            return true;
        }, trail.Entry(editor, DeskActs.BulkUndo, change.ArticleId.ToString(), change.ActId.ToString()), cancellation);
        if (answer is not ChangeAnswer.Changed)
        {
            await db.BulkChanges.Where(c => c.ActId == change.ActId && c.ArticleId == change.ArticleId && c.UndoneAt == null).ExecuteUpdateAsync(u => u.SetProperty(c => c.IsLeft, true), cancellation);
        }
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
