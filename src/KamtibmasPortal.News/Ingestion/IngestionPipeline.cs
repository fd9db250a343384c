using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>One item from announced to stored: fetch, extract, tag, store. Every item ends in exactly one outcome.</summary>
public sealed class IngestionPipeline(ItemFetcher fetcher, ArticleExtractor extractor, ArticleTagger tagger, ArticleStore store, WorkSlots slots, TimeProvider clock)
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
        using var slot = await slots.TakeAsync(cancellation);
        if (page is null)
        {
            return await RecordAsync(item, refusal!, lease, cancellation);
        }

        if (page.Usage.NoIndex)
        {
            return await RecordAsync(item, ItemResult.Rejected(RejectionReason.OptedOut), lease, cancellation);
        }

        if (item.ContentSha256 == page.Sha256 && item.Failure is null)
        {
            return await RecordAsync(item, SameAsBefore(item), lease, cancellation);
        }

        item.ContentSha256 = page.Sha256;
        var extracted = extractor.Extract(page);
        if (extracted.Rejection is { } reason)
        {
            return await RecordAsync(item, ItemResult.Rejected(reason), lease, cancellation);
        }

        extracted = Announcements.Complete(extracted, said, clock.GetUtcNow());
        return await store.SaveAsync(source, OfferOf(source, item, page, extracted, said), tagger.Tag(extracted), item, lease, cancellation);
    }

    /// <summary>The page, or the text that came with the list where there is no page to be had.</summary>
    private async Task<(FetchedPage? Page, ItemResult? Refusal)> FetchAsync(SourceItem item, AnnouncedItem? said, CancellationToken cancellation)
    {
        if (item.Location.Length == 0)
        {
            return Announcements.Page(said) is { } text ? (text, null) : (null, ItemResult.Rejected(RejectionReason.NoAddress));
        }

        var fetched = await fetcher.ReadAsync(new DiscoveredItem(item.Key, item.Location, item.Fingerprint), cancellation);
        item.Fingerprint = fetched.Fingerprint;
        item.RobotsRule = fetched.RobotsRule;
        return Announcements.StandIn(fetched, said) is { } announced ? (announced, null) : (fetched.Page, fetched.Refusal);
    }

    private static ArticleOffer OfferOf(Source source, SourceItem item, FetchedPage page, ExtractedArticle extracted, AnnouncedItem? said)
    {
        if (source.Kind is SourceKind.Folder)
        {
            return new ArticleOffer(item.Key);
        }

        var found = page.Address is { } address ? new Uri(address) : null;
        return new ArticleOffer(item.Key)
        {
            SourceUrl = found is null ? null : CanonicalAddress.ForReaders(found),
            Addresses = [.. new[] { item.Key, found is null ? null : CanonicalAddress.Of(found) }.OfType<string>().Distinct(StringComparer.Ordinal)],
            Claims = [.. new[] { CanonicalAddress.Of(extracted.CanonicalUrl), said?.FeedId is { Length: > 0 and <= 500 } id ? $"guid:{id}" : null }.OfType<string>()],
            ExcerptOnly = page.Usage.ExcerptOnly,
        };
    }

    /// <summary>The same bytes as before: what they came to stands.</summary>
    private static ItemResult SameAsBefore(SourceItem known) =>
        known.Outcome is ItemOutcome.Rejected or ItemOutcome.Duplicate
            ? new ItemResult(known.Outcome.Value, known.Rejection, Detail: known.Detail, ArticleId: known.ArticleId)
            : new ItemResult(ItemOutcome.Unchanged, ArticleId: known.ArticleId);

    private async Task<ItemResult> RecordAsync(SourceItem item, ItemResult result, SourceLease lease, CancellationToken cancellation)
    {
        await store.RecordAsync(item, result, lease, cancellation);
        return result;
    }
}
