using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Tagging;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

public enum ChangeAnswer { Changed, NotFound, Refused, Outdated }

/// <summary>The only writer of articles.</summary>
public sealed class ArticleStore(PortalDbContext db, SnapshotArchive archive, SearchIndexing index, StoryStore stories, TimeProvider clock)
{
    private readonly ArticleNames _names = new(db);

    /// <summary>
    /// Stores an article of a source under its names, or a new revision of it, together with what became of the item.
    /// Stored, Revised, Unchanged or Duplicate; unique keys in the store decide when two writers meet.
    /// </summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="offer">Its names.</param>
    /// <param name="tagged">The article with its tags.</param>
    /// <param name="item">The item it was announced as.</param>
    /// <param name="lease">Proven with every write; null where nobody competes.</param>
    /// <param name="cancellation">Stops the write.</param>
    /// <exception cref="LeaseLostException">Somebody else reads the source now.</exception>
    public Task<ItemResult> SaveAsync(Source source, ArticleOffer offer, TaggedArticle tagged, SourceItem item, SourceLease? lease, CancellationToken cancellation) =>
        SettleAsync(item, lease, () => SaveOnceAsync(source, offer, tagged, cancellation), cancellation);

    /// <summary>Notes what became of an item that yielded no article.</summary>
    public Task RecordAsync(SourceItem item, ItemResult result, SourceLease? lease, CancellationToken cancellation) =>
        SettleAsync(item, lease, () => Task.FromResult(result), cancellation);

    /// <summary>The publisher took an article away, or gave it back: noted, and nothing is deleted.</summary>
    public Task<ItemResult> RecordGoneAsync(SourceItem item, Guid articleId, bool gone, SourceLease lease, CancellationToken cancellation) =>
        SettleAsync(item, lease, async () =>
        {
            var at = Now;
            await db.Articles.Where(a => a.Id == articleId && (a.GoneAt == null) == gone).ExecuteUpdateAsync(u => u.SetProperty(a => a.GoneAt, gone ? at : null), cancellation);
            return new ItemResult(ItemOutcome.Unchanged, ArticleId: articleId);
        }, cancellation);

    /// <summary>
    /// Erases an article for good: title, text, revisions, tags, snapshots' bytes and what was noted of its announcement. What stays is a
    /// tombstone of its names, and hash, time and ground in the archive's chain.
    /// </summary>
    /// <returns>False when there is no such article.</returns>
    public async Task<bool> EraseAsync(Guid id, string ground, AuditEntry audit, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } article)
        {
            return false;
        }

        await _names.BuryAsync(article, cancellation);
        foreach (var item in await db.SourceItems.Where(i => i.ArticleId == id || (i.SourceId == article.SourceId && i.Key == article.Key)).ToListAsync(cancellation))
        {
            item.Erase(Now);
        }

        await index.RemoveAsync([id], cancellation);
        await stories.RemoveAsync([id], cancellation);
        await db.ArticleTags.Where(t => t.ArticleId == id).ExecuteDeleteAsync(cancellation);
        await db.Revisions.Where(r => r.ArticleId == id).ExecuteDeleteAsync(cancellation);
        await db.Articles.Where(a => a.Id == id).ExecuteDeleteAsync(cancellation);
        await archive.EraseAsync(db.Snapshots.Where(s => s.ArticleId == id).Select(s => s.ArticleId), ground, cancellation);
        db.AuditEntries.Add(audit);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return true;
    }

    /// <summary>What an address of a publisher stands for already: a duplicate, a tombstone, or null for nothing.</summary>
    /// <param name="source">The source that offers it now; its own articles are no duplicates.</param>
    /// <param name="address">Canonical address.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<ItemResult?> KnownAsync(Source source, string address, CancellationToken cancellation)
    {
        var known = await db.ArticleUrls.AsNoTracking().FirstOrDefaultAsync(u => u.Publisher == source.Publisher && u.Key == address, cancellation);
        return known switch
        {
            null => null,
            { ArticleId: null } => ItemResult.Rejected(RejectionReason.Erased),
            _ when known.SourceId != source.Id => new ItemResult(ItemOutcome.Duplicate, ArticleId: known.ArticleId),
            _ => null,
        };
    }

    /// <summary>Applies an editor's change to one article and writes the audit entry with it.</summary>
    /// <param name="id">The article.</param>
    /// <param name="seen">Version the editor saw; a newer one refuses the change.</param>
    /// <param name="change">Returns false when the article's state does not allow it.</param>
    /// <param name="audit">Written only together with the change.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task<ChangeAnswer> DecideAsync(Guid id, Guid seen, Func<Article, bool> change, AuditEntry audit, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == id, cancellation);
        if (article is null)
        {
            return ChangeAnswer.NotFound;
        }

        if (article.Version != seen)
        {
            return ChangeAnswer.Outdated;
        }

        if (!change(article))
        {
            return ChangeAnswer.Refused;
        }

        article.Version = Guid.NewGuid();
        db.AuditEntries.Add(audit);
        try
        {
            await index.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return ChangeAnswer.Changed;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ChangeAnswer.Outdated;
        }
    }

    /// <summary>Within the caller's transaction; what hangs on the articles must be gone before.</summary>
    internal async Task DeleteOfSourceAsync(Guid sourceId, CancellationToken cancellation)
    {
        var ids = await db.Articles.Where(a => a.SourceId == sourceId).Select(a => a.Id).ToListAsync(cancellation);
        await index.RemoveAsync(ids, cancellation);
        await stories.RemoveAsync(ids, cancellation);
        await db.Articles.Where(a => a.SourceId == sourceId).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>SHA-256 over what makes an article: title, body, caption, author.</summary>
    public static string ContentHash(ExtractedArticle article) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', article.Title, article.Body, article.Caption, article.Author))));

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<ItemResult> SettleAsync(SourceItem item, SourceLease? lease, Func<Task<ItemResult>> settle, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                if (lease is not null)
                {
                    await db.ProveAsync(lease, cancellation);
                }

                var result = await settle();
                item.Record(result, Now);
                await UpsertAsync(item, cancellation);
                await index.SaveChangesAsync(cancellation);
                if (result.Outcome is ItemOutcome.Stored or ItemOutcome.Revised)
                {
                    await stories.PlaceAsync(db.Articles.Local.Single(a => a.Id == result.ArticleId), cancellation);
                }

                await transaction.CommitAsync(cancellation);
                return result;
            }
            catch (DbUpdateException e) when (attempt < 3 && (db.IsUniqueViolation(e) || e is DbUpdateConcurrencyException))
            {
                // Another writer was first with the same key, text or agency: look again and settle with what it wrote.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<ItemResult> SaveOnceAsync(Source source, ArticleOffer offer, TaggedArticle tagged, CancellationToken cancellation)
    {
        var hash = ContentHash(tagged.Article);
        var names = await _names.FindAsync(source, offer, tagged.Article, hash, cancellation);
        if (names.IsErased)
        {
            return ItemResult.Rejected(RejectionReason.Erased);
        }

        var existing = await db.Articles.Include(a => a.Tags).FirstOrDefaultAsync(a => a.SourceId == source.Id && a.Key == offer.Key, cancellation);
        existing ??= names.ArticleId is null ? null : await db.Articles.Include(a => a.Tags).FirstOrDefaultAsync(a => a.Id == names.ArticleId, cancellation);
        if (existing is not null && existing.SourceId != source.Id)
        {
            _names.Give(names.Missing, source, existing.Id);
            return new ItemResult(ItemOutcome.Duplicate, ArticleId: existing.Id);
        }

        // By key, not by id: the article may have been stored since the query above, and is no copy of itself.
        var ownKey = existing?.Key ?? offer.Key;
        var twin = await db.Articles.Where(a => a.Publisher == source.Publisher && a.ContentSha256 == hash && (a.SourceId != source.Id || a.Key != ownKey))
            .Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellation);
        ItemResult result;
        if (twin is { } twinId)
        {
            result = new ItemResult(ItemOutcome.Duplicate, ArticleId: twinId);
        }
        else if (existing is null)
        {
            var article = NewArticle(source, offer, tagged, hash);
            db.Articles.Add(article);
            result = new ItemResult(ItemOutcome.Stored, ArticleId: article.Id);
        }
        else if (existing.ContentSha256 == hash)
        {
            existing.GoneAt = null;
            // Under another name of the same source: told apart, so that "nothing twice" can be counted.
            result = new ItemResult(existing.Key == offer.Key ? ItemOutcome.Unchanged : ItemOutcome.Duplicate, ArticleId: existing.Id);
        }
        else
        {
            Revise(existing, tagged, hash, await RefusedAsync(existing.Id, cancellation));
            existing.SourceUrl = offer.SourceUrl ?? existing.SourceUrl;
            result = new ItemResult(ItemOutcome.Revised, ArticleId: existing.Id);
        }

        _names.Give(names.Missing, source, result.ArticleId!.Value);
        if (result.Outcome is ItemOutcome.Stored or ItemOutcome.Revised)
        {
            await AddAssumedAgenciesAsync(tagged.Agencies, cancellation);
            await archive.KeepAsync(result.ArticleId.Value, existing?.Revision ?? 1, offer.SourceUrl ?? offer.Key, offer.Pages, cancellation);
        }

        return result;
    }

    private Article NewArticle(Source source, ArticleOffer offer, TaggedArticle tagged, string hash)
    {
        var now = Now;
        var article = new Article
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            SourceId = source.Id,
            Key = offer.Key,
            Publisher = source.Publisher,
            SourceUrl = offer.SourceUrl,
            Title = tagged.Article.Title,
            Summary = "",
            Body = tagged.Article.Body,
            ContentSha256 = hash,
            FirstSeenAt = now,
            Display = offer.ExcerptOnly ? Display.Excerpt : source.Display,
            Version = Guid.NewGuid(),
        };
        ArticleFilling.Fill(article, tagged);
        article.Enter(tagged.Sensitive ? Trust.Review : source.Trust);
        return article;
    }

    private void Revise(Article article, TaggedArticle tagged, string hash, HashSet<(TagKind Kind, string Key)> refused)
    {
        var now = Now;
        db.Revisions.Add(new Revision
        {
            ArticleId = article.Id,
            Number = article.Revision,
            Title = article.Title,
            Body = article.Body,
            Caption = article.Caption,
            Author = article.Author,
            ContentSha256 = article.ContentSha256,
            SeenAt = article.RevisedAt ?? article.FirstSeenAt,
        });
        article.Revision++;
        article.RevisedAt = now;
        article.ContentSha256 = hash;
        article.Version = Guid.NewGuid();
        ArticleFilling.Fill(article, tagged, refused);
        if (tagged.Sensitive)
        {
            article.Withhold();
        }
    }

    private async Task<HashSet<(TagKind Kind, string Key)>> RefusedAsync(Guid articleId, CancellationToken cancellation) =>
        [.. (await db.RefusedTags.AsNoTracking().Where(t => t.ArticleId == articleId).Select(t => new { t.Kind, t.Key }).ToListAsync(cancellation)).Select(t => (t.Kind, t.Key))];

    private async Task AddAssumedAgenciesAsync(IReadOnlyList<Agency> agencies, CancellationToken cancellation)
    {
        var slugs = agencies.Select(a => a.Slug).ToList();
        var known = await db.Agencies.Where(a => slugs.Contains(a.Slug)).Select(a => a.Slug).ToListAsync(cancellation);
        db.Agencies.AddRange(agencies.Where(a => !known.Contains(a.Slug)).DistinctBy(a => a.Slug));
    }

    private async Task UpsertAsync(SourceItem item, CancellationToken cancellation)
    {
        var known = await db.SourceItems.AsNoTracking().AnyAsync(i => i.SourceId == item.SourceId && i.Key == item.Key, cancellation);
        db.Entry(item).State = known ? EntityState.Modified : EntityState.Added;
    }
}
