using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>One announced item as it would be read.</summary>
/// <param name="Item">As announced.</param>
/// <param name="Article">What would be stored; null when its page was not asked for or came to nothing.</param>
/// <param name="Refusal">Why it came to nothing.</param>
public sealed record TriedItem(ListedItem Item, TaggedArticle? Article, ItemResult? Refusal);

/// <summary>What a source would give.</summary>
public sealed record TrialResult(Listing Listing, IReadOnlyList<TriedItem> Items);

/// <summary>Reads a source as a poll would, and stores nothing.</summary>
public sealed class SourceTrial(SourceReaders readers, ItemFetcher fetcher, ArticleExtractor extractor, ArticleTagger tagger, WorkSlots slots, TimeProvider clock)
{
    /// <param name="source">A source, stored or not.</param>
    /// <param name="pages">How many of its items are really fetched.</param>
    /// <param name="cancellation">Stops the trial.</param>
    public async Task<TrialResult> RunAsync(Source source, int pages, CancellationToken cancellation)
    {
        var listing = await readers.ReadAsync(source, new SourceState { SourceId = source.Id }, cancellation);
        var items = new List<TriedItem>();
        foreach (var item in listing.Items)
        {
            items.Add(items.Count < pages ? await TryAsync(item, cancellation) : new TriedItem(item, null, null));
        }

        return new TrialResult(listing, items);
    }

    private async Task<TriedItem> TryAsync(ListedItem listed, CancellationToken cancellation)
    {
        if (listed.Item.Location.Length == 0)
        {
            return new TriedItem(listed, null, ItemResult.Rejected(RejectionReason.NoAddress));
        }

        var (page, refusal, _) = await fetcher.ReadAsync(listed.Item, cancellation);
        if (page is null)
        {
            return new TriedItem(listed, null, refusal);
        }

        using var slot = await slots.TakeAsync(cancellation);
        var article = Announcements.Complete(extractor.Extract(page), listed.Announced, clock.GetUtcNow());
        return article.Rejection is { } reason ? new TriedItem(listed, null, ItemResult.Rejected(reason)) : new TriedItem(listed, tagger.Tag(article), null);
    }
}
