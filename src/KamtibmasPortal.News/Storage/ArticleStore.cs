using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Tagging;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

public enum ChangeAnswer { Changed, NotFound, Refused, Outdated }

/// <summary>The only writer of articles.</summary>
public sealed class ArticleStore(PortalDbContext db, TimeProvider clock)
{
    private const int SummaryLimit = 280;

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
            await db.SaveChangesAsync(cancellation);
            return ChangeAnswer.Changed;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ChangeAnswer.Outdated;
        }
    }

    /// <summary>Within the caller's transaction; what hangs on the articles must be gone before.</summary>
    internal Task DeleteOfSourceAsync(Guid sourceId, CancellationToken cancellation) => db.Articles.Where(a => a.SourceId == sourceId).ExecuteDeleteAsync(cancellation);

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
                await db.SaveChangesAsync(cancellation);
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
        var names = await NamesAsync(source, offer, tagged.Article, cancellation);
        if (names.IsErased)
        {
            return ItemResult.Rejected(RejectionReason.Erased);
        }

        var existing = await db.Articles.Include(a => a.Tags).FirstOrDefaultAsync(a => a.SourceId == source.Id && a.Key == offer.Key, cancellation);
        existing ??= names.ArticleId is null ? null : await db.Articles.Include(a => a.Tags).FirstOrDefaultAsync(a => a.Id == names.ArticleId, cancellation);
        if (existing is not null && existing.SourceId != source.Id)
        {
            Name(names.Missing, source, existing.Id);
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
            // Under another name of the same source: told apart, so that "nothing twice" can be counted.
            result = new ItemResult(existing.Key == offer.Key ? ItemOutcome.Unchanged : ItemOutcome.Duplicate, ArticleId: existing.Id);
        }
        else
        {
            Revise(existing, tagged, hash);
            existing.SourceUrl = offer.SourceUrl ?? existing.SourceUrl;
            result = new ItemResult(ItemOutcome.Revised, ArticleId: existing.Id);
        }

        Name(names.Missing, source, result.ArticleId!.Value);
        if (result.Outcome is ItemOutcome.Stored or ItemOutcome.Revised)
        {
            await AddAssumedAgenciesAsync(tagged.Agencies, cancellation);
        }

        return result;
    }

    /// <summary>What the store knows under the names of an offer.</summary>
    private async Task<(Guid? ArticleId, bool IsErased, IReadOnlyList<string> Missing)> NamesAsync(Source source, ArticleOffer offer, ExtractedArticle text, CancellationToken cancellation)
    {
        var keys = offer.Addresses.Concat(offer.Claims).Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count == 0)
        {
            return (null, false, []);
        }

        var known = await db.ArticleUrls.AsNoTracking().Where(u => u.Publisher == source.Publisher && keys.Contains(u.Key)).ToDictionaryAsync(u => u.Key, u => u.ArticleId, StringComparer.Ordinal, cancellation);
        if (offer.Addresses.Any(a => known.TryGetValue(a, out var id) && id is null))
        {
            return (null, true, []);
        }

        var sure = offer.Addresses.Select(a => known.GetValueOrDefault(a)).FirstOrDefault(id => id is not null);
        if (sure is null)
        {
            foreach (var id in offer.Claims.Select(c => known.GetValueOrDefault(c)).OfType<Guid>().Distinct())
            {
                var other = await db.Articles.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.Title, a.Body }).FirstOrDefaultAsync(cancellation);
                if (other is not null && SameArticle.Is(other.Title, other.Body, text.Title, text.Body))
                {
                    sure = id;
                    break;
                }
            }
        }

        // A claim that names another article is not this one's name.
        return (sure, false, [.. keys.Where(k => !known.ContainsKey(k))]);
    }

    private void Name(IReadOnlyList<string> keys, Source source, Guid articleId) =>
        db.ArticleUrls.AddRange(keys.Select(k => new ArticleUrl { Publisher = source.Publisher, Key = k, SourceId = source.Id, ArticleId = articleId }));

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
        Fill(article, tagged);
        article.Enter(tagged.Sensitive ? Trust.Review : source.Trust);
        return article;
    }

    private void Revise(Article article, TaggedArticle tagged, string hash)
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
        Fill(article, tagged);
        if (tagged.Sensitive)
        {
            article.Withhold();
        }
    }

    private static void Fill(Article article, TaggedArticle tagged)
    {
        var text = tagged.Article;
        article.Title = text.Title;
        article.TitleDerived = text.TitleDerived;
        article.Body = text.Body;
        article.Summary = Summarise(text);
        article.Caption = text.Caption;
        article.Author = text.Author;
        article.ImageUrl = text.ImageUrl;
        article.PublishedAt = text.PublishedAt;
        article.PublishedPrecision = text.PublishedPrecision;
        article.PublishedDay = text.PublishedDay;
        article.ZoneMinutes = text.ZoneMinutes;
        article.ModifiedAt = text.ModifiedAt;
        article.RankedAt = text.PublishedAt is { } published && published < article.FirstSeenAt ? published : article.FirstSeenAt;
        article.Dates = [.. text.Dates];
        Retag(article, tagged.Tags);
    }

    /// <summary>Replaces what machines said; what an editor decided stays, the main tag of each kind included.</summary>
    private static void Retag(Article article, IReadOnlyList<ArticleTag> proposed)
    {
        article.Tags.RemoveAll(t => t.IsImplied || t.Origin is not TagOrigin.Editor);
        var taken = article.Tags.Select(t => (t.Kind, t.Key)).ToHashSet();
        var decided = article.Tags.Where(t => t.IsMain).Select(t => t.Kind).ToHashSet();
        foreach (var tag in proposed.Where(t => taken.Add((t.Kind, t.Key))))
        {
            // A copy: after a collision with another writer the same proposal is stored again.
            article.Tags.Add(new ArticleTag
            {
                Kind = tag.Kind,
                Key = tag.Key,
                IsMain = tag.IsMain && !decided.Contains(tag.Kind),
                Origin = tag.Origin,
                Confidence = tag.Confidence,
                Evidence = tag.Evidence,
            });
        }

        foreach (var region in article.Tags.Where(t => t.Kind is TagKind.Region).ToList())
        {
            foreach (var ancestor in Region.AncestorsOf(region.Key).Where(a => taken.Add((TagKind.Region, a))))
            {
                article.Tags.Add(new ArticleTag { Kind = TagKind.Region, Key = ancestor, IsImplied = true, Origin = region.Origin, Confidence = region.Confidence });
            }
        }
    }

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

    /// <summary>The lead without its dateline, cut at a word when it is long.</summary>
    private static string Summarise(ExtractedArticle text)
    {
        var lead = text.Body[text.DatelineLength..].TrimStart();
        var end = lead.IndexOf("\n\n", StringComparison.Ordinal);
        lead = (end < 0 ? lead : lead[..end]).ReplaceLineEndings(" ");
        if (lead.Length <= SummaryLimit)
        {
            return lead;
        }

        var space = lead.LastIndexOf(' ', SummaryLimit);
        var cut = space >= SummaryLimit / 2 ? space : char.IsLowSurrogate(lead[SummaryLimit]) ? SummaryLimit - 1 : SummaryLimit;
        return string.Concat(lead.AsSpan(0, cut).TrimEnd(" ,;:–-"), " …");
    }
}
