using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>One announced item as it would be read.</summary>
/// <param name="Item">As announced.</param>
/// <param name="Article">What would be stored; null when its page was not asked for or came to nothing.</param>
/// <param name="Refusal">Why it came to nothing.</param>
public sealed record TriedItem(ListedItem Item, TaggedArticle? Article, ItemResult? Refusal);

/// <summary>What a source would give.</summary>
public sealed record TrialResult(Listing Listing, IReadOnlyList<TriedItem> Items);

/// <summary>Reads a source as a poll would, and stores nothing.</summary>
public sealed class SourceTrial(SourceReaders readers, ItemFetcher fetcher, ArticleExtractor extractor, RuleBook rules, WorkSlots slots, TimeProvider clock, ILogger<SourceTrial> log)
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
        try
        {
            var (page, refusal) = await FetchAsync(listed, cancellation);
            using var slot = await slots.TakeAsync(cancellation);
            return page is null ? new TriedItem(listed, null, refusal) : Read(listed, page);
        }
#pragma warning disable CA1031 // The border of one item, as in a poll.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(e, "Item {Item} failed in a trial", listed.Item.Key);
            return new TriedItem(listed, null, ItemResult.Failed(FailureReason.Internal, e.Message));
        }
    }

    private TriedItem Read(ListedItem listed, FetchedPage page)
    {
        var article = page.Usage.NoIndex ? null : extractor.Extract(page);
        return (article?.Rejection ?? (article is null ? RejectionReason.OptedOut : null)) is { } reason
            ? new TriedItem(listed, null, ItemResult.Rejected(reason))
            : new TriedItem(listed, rules.Current.Tagger.Tag(Announcements.Complete(article!, listed.Announced, clock.GetUtcNow())), null);
    }

    /// <summary>The page, or the text that came with the list where there is no page to be had.</summary>
    private async Task<(FetchedPage? Page, ItemResult? Refusal)> FetchAsync(ListedItem listed, CancellationToken cancellation)
    {
        if (listed.Item.Location.Length == 0)
        {
            return Announcements.Page(listed.Announced) is { } text ? (text, null) : (null, ItemResult.Rejected(RejectionReason.NoAddress));
        }

        var fetched = await fetcher.ReadAsync(listed.Item, cancellation);
        return Announcements.StandIn(fetched, listed.Announced) is { } announced ? (announced, null) : (fetched.Page, fetched.Refusal);
    }
}
