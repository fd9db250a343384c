using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>One item from announced to stored: fetch, extract, tag, store. Every item ends in exactly one outcome.</summary>
public sealed class IngestionPipeline(ItemFetcher fetcher, ArticleExtractor extractor, FollowingPages pages, RuleBook rules, ArticleStore store, WorkSlots slots, TimeProvider clock)
{
    private const int LongestKey = 1000;

    /// <param name="source">Where the item comes from.</param>
    /// <param name="lease">The right to write what comes of it.</param>
    /// <param name="item">The item as it was written down; updated and stored with its outcome.</param>
    /// <param name="cancellation">Stops before the store is written.</param>
    /// <exception cref="LeaseLostException">Somebody else reads the source now.</exception>
    public async Task<ItemResult> IngestAsync(Source source, SourceLease lease, SourceItem item, CancellationToken cancellation)
    {
        if (item.Key.Length > LongestKey)
        {
            return await RecordAsync(item, ItemResult.Rejected(RejectionReason.TooLongPath), lease, cancellation);
        }

        if (source.Kind is not SourceKind.Folder && item.ArticleId is null && await store.KnownAsync(source, item.Key, cancellation) is { } known)
        {
            return await RecordAsync(item, known, lease, cancellation);
        }

        var said = Announcements.Read(item.Announcement);
        var (page, refusal) = await FetchAsync(item, said, cancellation);
        var extracted = page is null || page.Usage.NoIndex || IsSame(item, page) ? null : await ReadAsync(page, cancellation);
        using var slot = await slots.TakeAsync(cancellation);
        if (item.ArticleId is { } articleId && refusal?.Reason is FailureReason.NotFound)
        {
            return await store.RecordGoneAsync(item, articleId, gone: true, lease, cancellation);
        }

        if (refusal is not null)
        {
            return await RecordAsync(item, refusal, lease, cancellation);
        }

        if (page is null)
        {
            return await RecordSameAsync(item, lease, cancellation);
        }

        if (page.Usage.NoIndex)
        {
            return await RecordAsync(item, ItemResult.Rejected(RejectionReason.OptedOut), lease, cancellation);
        }

        if (extracted is null)
        {
            return await RecordSameAsync(item, lease, cancellation);
        }

        item.ContentSha256 = page.Sha256;
        if (extracted.Refusal is { } fault)
        {
            return await RecordAsync(item, fault, lease, cancellation);
        }

        var article = Announcements.Complete(extracted.Article, said, clock.GetUtcNow());
        return await store.SaveAsync(source, OfferOf(source, item, extracted, said), rules.Current.Tagger.Tag(article), item, lease, cancellation);
    }

    /// <summary>The same bytes as before need no second look.</summary>
    private static bool IsSame(SourceItem item, FetchedPage page) => item.ContentSha256 == page.Sha256 && item.Failure is null;

    /// <summary>The page, or the text that came with the list where there is no page to be had; neither when it has not changed.</summary>
    private async Task<(FetchedPage? Page, ItemResult? Refusal)> FetchAsync(SourceItem item, AnnouncedItem? said, CancellationToken cancellation)
    {
        if (item.Location.Length == 0)
        {
            return Announcements.Page(said) is { } text ? (text, null) : (null, ItemResult.Rejected(RejectionReason.NoAddress));
        }

        var isKnown = item.Outcome is ItemOutcome.Stored or ItemOutcome.Revised or ItemOutcome.Unchanged;
        var fetched = await fetcher.ReadAsync(new DiscoveredItem(item.Key, item.Location, item.Fingerprint) { ETag = isKnown ? item.ETag : null, LastModified = isKnown ? item.LastModified : null }, cancellation);
        item.Fingerprint = fetched.Fingerprint;
        item.RobotsRule = fetched.RobotsRule;
        if (fetched.Page?.Answer is { } answer)
        {
            (item.ETag, item.LastModified) = (answer.ETag, answer.LastModified);
        }

        return Announcements.StandIn(fetched, said) is { } announced ? (announced, null) : (fetched.Page, fetched.Refusal);
    }

    /// <summary>The article of a page, with the pages that go on with it.</summary>
    private async Task<ReadArticle> ReadAsync(FetchedPage page, CancellationToken cancellation)
    {
        ExtractedArticle article;
        using (await slots.TakeAsync(cancellation))
        {
            article = extractor.Extract(page);
        }

        return article.Rejection is { } reason ? new ReadArticle(article, [page], ItemResult.Rejected(reason)) : await pages.ReadAsync(page, article, cancellation);
    }

    private static ArticleOffer OfferOf(Source source, SourceItem item, ReadArticle read, AnnouncedItem? said)
    {
        var page = read.Pages[0];
        IReadOnlyList<FetchedPage> kept = page.Usage.NoArchive ? [] : read.Pages;
        if (source.Kind is SourceKind.Folder)
        {
            return new ArticleOffer(item.Key) { Pages = kept };
        }

        var found = page.Address is { } address ? new Uri(address) : null;
        return new ArticleOffer(item.Key)
        {
            SourceUrl = found is null ? null : CanonicalAddress.ForReaders(found),
            Addresses = [.. new[] { item.Key, found is null ? null : CanonicalAddress.Of(found) }.OfType<string>().Distinct(StringComparer.Ordinal)],
            Claims = [.. new[] { CanonicalAddress.Of(read.Article.CanonicalUrl), said?.FeedId is { Length: > 0 and <= 500 } id ? $"guid:{id}" : null }.OfType<string>()],
            ExcerptOnly = page.Usage.ExcerptOnly,
            Pages = kept,
        };
    }

    /// <summary>The same bytes as before: what they came to stands.</summary>
    private Task<ItemResult> RecordSameAsync(SourceItem known, SourceLease lease, CancellationToken cancellation) => known switch
    {
        { Outcome: ItemOutcome.Rejected or ItemOutcome.Duplicate } => RecordAsync(known, new ItemResult(known.Outcome.Value, known.Rejection, Detail: known.Detail, ArticleId: known.ArticleId), lease, cancellation),
        { ArticleId: { } id } => store.RecordGoneAsync(known, id, gone: false, lease, cancellation),
        _ => RecordAsync(known, new ItemResult(ItemOutcome.Unchanged), lease, cancellation),
    };

    private async Task<ItemResult> RecordAsync(SourceItem item, ItemResult result, SourceLease lease, CancellationToken cancellation)
    {
        await store.RecordAsync(item, result, lease, cancellation);
        return result;
    }
}
