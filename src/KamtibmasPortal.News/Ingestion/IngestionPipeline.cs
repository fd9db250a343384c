using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>One item from announced to stored: fetch, extract, tag, store. Every item ends in exactly one outcome.</summary>
public sealed class IngestionPipeline(FileFetcher fetcher, ArticleExtractor extractor, ArticleTagger tagger, ArticleStore store)
{
    private const int LongestKey = 1000;

    /// <param name="source">Where the item comes from.</param>
    /// <param name="item">What was announced.</param>
    /// <param name="known">What is known of it; a fresh record for a new one. Updated and stored with the outcome.</param>
    /// <param name="cancellation">Stops before the store is written.</param>
    public async Task<ItemResult> IngestAsync(Source source, DiscoveredItem item, SourceItem known, CancellationToken cancellation)
    {
        if (item.Key.Length > LongestKey)
        {
            return ItemResult.Rejected(RejectionReason.TooLongPath);
        }

        var (page, refusal, fingerprint) = await fetcher.ReadAsync(item, cancellation);
        known.Fingerprint = fingerprint;
        if (page is null)
        {
            return await RecordAsync(known, refusal!, cancellation);
        }

        if (known.ContentSha256 == page.Sha256 && known.Failure is null)
        {
            return await RecordAsync(known, SameAsBefore(known), cancellation);
        }

        known.ContentSha256 = page.Sha256;
        var extracted = extractor.Extract(page);
        if (extracted.Rejection is { } reason)
        {
            return await RecordAsync(known, ItemResult.Rejected(reason), cancellation);
        }

        return await store.SaveAsync(source, item.Key, extracted.CanonicalUrl ?? page.Address, tagger.Tag(extracted), known, cancellation);
    }

    /// <summary>The same bytes under a new time: what they came to stands.</summary>
    private static ItemResult SameAsBefore(SourceItem known) =>
        known.Outcome is ItemOutcome.Rejected or ItemOutcome.Duplicate
            ? new ItemResult(known.Outcome, known.Rejection, Detail: known.Detail, ArticleId: known.ArticleId)
            : new ItemResult(ItemOutcome.Unchanged, ArticleId: known.ArticleId);

    private async Task<ItemResult> RecordAsync(SourceItem known, ItemResult result, CancellationToken cancellation)
    {
        await store.RecordAsync(known, result, cancellation);
        return result;
    }
}
