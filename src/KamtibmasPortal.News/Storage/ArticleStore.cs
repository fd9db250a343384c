using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Tagging;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>The only writer of articles.</summary>
public sealed class ArticleStore(PortalDbContext db, SnapshotArchive archive, SearchIndexing index, StoryStore stories, TimeProvider clock)
{
    private readonly ArticleNames _names = new(db);

    /// <summary>What the present attempt has stored or revised, to be placed in its story when its rows are written.</summary>
    private Article? _arrival;

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
        SettleAsync(item, lease, rows => SaveOnceAsync(rows, source, offer, tagged, cancellation), cancellation);

    /// <summary>Notes what became of an item that yielded no article.</summary>
    public Task RecordAsync(SourceItem item, ItemResult result, SourceLease? lease, CancellationToken cancellation) =>
        SettleAsync(item, lease, _ => Task.FromResult(result), cancellation);

    /// <summary>The publisher took an article away, or gave it back: noted, and nothing is deleted.</summary>
    public Task<ItemResult> RecordGoneAsync(SourceItem item, Guid articleId, bool gone, SourceLease lease, CancellationToken cancellation) =>
        SettleAsync(item, lease, async _ =>
        {
            await (gone ? MarkGoneAsync(articleId, cancellation) : MarkBackAsync(articleId, cancellation));
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
        await DeskStore.ForgetAsync(db, db.Articles.Where(a => a.Id == id).Select(a => a.Id), cancellation);
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
        var known = await db.ReadRowsAsync(
            """SELECT "ArticleId", "SourceId" FROM "ArticleUrls" WHERE "Publisher" = @p0 AND "Key" = @p1""",
            [source.Publisher, address],
            r => (ArticleId: r.IsDBNull(0) ? (Guid?)null : r.GetGuid(0), SourceId: r.GetGuid(1)),
            cancellation);
        return known switch
        {
            [] => null,
            [{ ArticleId: null }] => ItemResult.Rejected(RejectionReason.Erased),
            [var other] when other.SourceId != source.Id => new ItemResult(ItemOutcome.Duplicate, ArticleId: other.ArticleId),
            _ => null,
        };
    }

    /// <summary>Within the caller's transaction; what hangs on the articles must be gone before.</summary>
    internal async Task DeleteOfSourceAsync(Guid sourceId, CancellationToken cancellation)
    {
        var ids = await db.Articles.Where(a => a.SourceId == sourceId).Select(a => a.Id).ToListAsync(cancellation);
        await index.RemoveAsync(ids, cancellation);
        await stories.RemoveAsync(ids, cancellation);
        await DeskStore.ForgetAsync(db, db.Articles.Where(a => a.SourceId == sourceId).Select(a => a.Id), cancellation);
        await db.Articles.Where(a => a.SourceId == sourceId).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>SHA-256 over what makes an article: title, body, caption, author.</summary>
    public static string ContentHash(ExtractedArticle article) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', article.Title, article.Body, article.Caption, article.Author))));

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<ItemResult> SettleAsync(SourceItem item, SourceLease? lease, Func<PlainRows, Task<ItemResult>> settle, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var turn = await db.WriteTurnAsync(cancellation);
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                if (lease is not null)
                {
                    await db.ProveAsync(lease, cancellation);
                }

                index.Forget();
                _arrival = null;
                var rows = new PlainRows(db);
                var result = await settle(rows);
                item.Record(result, Now);
                rows.Put(item);
                await index.SaveChangesAsync(cancellation);
                await rows.WriteAsync(cancellation);
                if (_arrival is { } arrival)
                {
                    await stories.PlaceAsync(arrival, result.Outcome is ItemOutcome.Stored, cancellation);
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

    private async Task<ItemResult> SaveOnceAsync(PlainRows rows, Source source, ArticleOffer offer, TaggedArticle tagged, CancellationToken cancellation)
    {
        var hash = ContentHash(tagged.Article);
        var names = await _names.FindAsync(source, offer, tagged.Article, hash, cancellation);
        if (names.IsErased)
        {
            return ItemResult.Rejected(RejectionReason.Erased);
        }

        var held = await _names.HeldAsync(source, offer.Key, hash, names.ArticleId, cancellation);
        var existing = held.Find(a => a.SourceId == source.Id && a.Key == offer.Key) ?? held.Find(a => a.Id == names.ArticleId);
        var result = existing is not null && existing.SourceId != source.Id
            ? new ItemResult(ItemOutcome.Duplicate, ArticleId: existing.Id)
            // By key, not by id: an article is no copy of itself.
            : held.Find(a => a.ContentSha256 == hash && (a.SourceId != source.Id || a.Key != (existing?.Key ?? offer.Key))) is { } twin
                ? new ItemResult(ItemOutcome.Duplicate, ArticleId: twin.Id)
                : existing is null ? await StoreAsync(rows, source, offer, tagged, hash, cancellation)
                : existing.ContentSha256 == hash ? await KeepAsync(existing, offer, cancellation)
                : await ReviseAsync(rows, source, existing.Id, offer, tagged, hash, cancellation);
        ArticleNames.Give(rows, names.Missing, source, result.ArticleId!.Value);
        return result;
    }

    private async Task<ItemResult> StoreAsync(PlainRows rows, Source source, ArticleOffer offer, TaggedArticle tagged, string hash, CancellationToken cancellation)
    {
        var article = NewArticle(source, offer, tagged, hash);
        AddAssumedAgencies(rows, tagged.Agencies);
        rows.Add(article);
        rows.AddRange(article.Tags);
        index.Expect(article);
        _arrival = article;
        await archive.KeepAsync(rows, article.Id, article.Revision, offer.SourceUrl ?? offer.Key, offer.Pages, cancellation);
        return new ItemResult(ItemOutcome.Stored, ArticleId: article.Id);
    }

    private async Task<ItemResult> KeepAsync(HeldArticle existing, ArticleOffer offer, CancellationToken cancellation)
    {
        if (existing.IsGone)
        {
            await MarkBackAsync(existing.Id, cancellation);
        }

        // Under another name of the same source: told apart, so that "nothing twice" can be counted.
        return new ItemResult(existing.Key == offer.Key ? ItemOutcome.Unchanged : ItemOutcome.Duplicate, ArticleId: existing.Id);
    }

    private async Task<ItemResult> ReviseAsync(PlainRows rows, Source source, Guid id, ArticleOffer offer, TaggedArticle tagged, string hash, CancellationToken cancellation)
    {
        // Gone or changed since it was looked up: another writer was first, and the whole is looked at again.
        var article = await db.Articles.Include(a => a.Tags).FirstOrDefaultAsync(a => a.Id == id && a.ContentSha256 != hash, cancellation) ?? throw new DbUpdateConcurrencyException();
        Revise(article, tagged, hash, source.Trust, await RefusedAsync(id, cancellation));
        article.ObeyPublisher(offer.ExcerptOnly);
        article.SourceUrl = offer.SourceUrl ?? article.SourceUrl;
        _arrival = article;
        AddAssumedAgencies(rows, tagged.Agencies);
        await archive.KeepAsync(rows, id, article.Revision, offer.SourceUrl ?? offer.Key, offer.Pages, cancellation);
        return new ItemResult(ItemOutcome.Revised, ArticleId: id);
    }

    private Task<int> MarkGoneAsync(Guid articleId, CancellationToken cancellation)
    {
        var at = Now;
        return db.Articles.Where(a => a.Id == articleId && a.GoneAt == null).ExecuteUpdateAsync(u => u.SetProperty(a => a.GoneAt, at), cancellation);
    }

    private Task<int> MarkBackAsync(Guid articleId, CancellationToken cancellation) =>
        db.ChangeRowsAsync("""UPDATE "Articles" SET "GoneAt" = NULL WHERE "Id" = @p0 AND "GoneAt" IS NOT NULL""", [articleId], cancellation);

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
            IsExcerptOnly = offer.ExcerptOnly,
            Version = Guid.NewGuid(),
        };
        ArticleFilling.Fill(article, tagged);
        article.Tags.ForEach(t => t.ArticleId = article.Id);
        article.Enter(source.Trust);
        return article;
    }

    private void Revise(Article article, TaggedArticle tagged, string hash, Trust trust, HashSet<(TagKind Kind, string Key)> refused)
    {
        var now = Now;
        db.Revisions.Add(new Revision
        {
            ArticleId = article.Id,
            Number = article.Revision,
            Title = article.TitleAsPrinted(),
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
        article.Requeue(now);
        if (tagged.Sensitive)
        {
            article.Withhold(WaitReasons.PublisherChange, now);
        }
        else if (trust is Trust.Review && article.State is ReviewState.Published)
        {
            article.NoteChange(now);
        }
    }

    private async Task<HashSet<(TagKind Kind, string Key)>> RefusedAsync(Guid articleId, CancellationToken cancellation) =>
        [.. (await db.RefusedTags.AsNoTracking().Where(t => t.ArticleId == articleId).Select(t => new { t.Kind, t.Key }).ToListAsync(cancellation)).Select(t => (t.Kind, t.Key))];

    private static void AddAssumedAgencies(PlainRows rows, IReadOnlyList<Agency> agencies)
    {
        foreach (var agency in agencies.DistinctBy(a => a.Slug).OrderBy(a => a.Slug, StringComparer.Ordinal))
        {
            rows.AddMissing(agency);
        }
    }
}
