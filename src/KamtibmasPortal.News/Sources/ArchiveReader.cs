using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources.Discovery;

namespace KamtibmasPortal.News.Sources;

/// <summary>One page of a source's archive.</summary>
/// <param name="Items">What it lists; null when the page could not be read, or there is none.</param>
/// <param name="Next">Address of the page behind it; null on the last one.</param>
/// <param name="Refusal">Why there are no items.</param>
public sealed record ArchivePage(IReadOnlyList<ListedItem>? Items, string? Next, ItemResult? Refusal);

/// <summary>Reads a source's archive backwards, a page at a time: the older pages of feeds, the further maps of a sitemap index.</summary>
public sealed class ArchiveReader(PoliteFetcher web, ListDocumentReader documents, TimeProvider clock)
{
    /// <param name="source">The source.</param>
    /// <param name="known">What it turned out to be.</param>
    /// <param name="page">Address of the page; null for the first one behind the daily list.</param>
    /// <param name="number">How many pages were read before.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<ArchivePage> ReadAsync(Source source, SourceState known, string? page, int number, CancellationToken cancellation)
    {
        var (kind, list) = (known.ReadAs ?? source.Kind, new Uri(known.ReadFrom ?? source.Address));
        if (page is null || kind is SourceKind.Sitemap)
        {
            var (start, refusal) = await GetAsync(list, kind, source, cancellation);
            if (start is null)
            {
                return new ArchivePage(null, null, refusal);
            }

            page = kind is SourceKind.Sitemap ? start.Value.Document.Maps.ElementAtOrDefault(number) : ArchivePages.Older(start.Value.Address, start.Value.Document.Reading).FirstOrDefault();
            if (page is null)
            {
                return new ArchivePage([], null, null);
            }
        }

        var (read, fault) = await GetAsync(new Uri(page), kind, source, cancellation);
        if (read is not { } found)
        {
            return new ArchivePage(null, null, fault);
        }

        var items = ListedItems.Of(found.Document, found.Address, clock.GetUtcNow()).Items;
        var next = kind is SourceKind.Sitemap ? page : items.Count == 0 ? null : ArchivePages.Older(new Uri(page), found.Document.Reading).FirstOrDefault();
        return new ArchivePage(items, next, null);
    }

    private async Task<((ListDocument Document, Uri Address)? Read, ItemResult? Refusal)> GetAsync(Uri address, SourceKind kind, Source source, CancellationToken cancellation)
    {
        var (result, _) = await web.GetAsync(address, cancellation);
        if (WebFailure.Of(result) is { } refusal)
        {
            return (null, refusal);
        }

        var document = documents.Read(result.Page!.Bytes, result.Page.Charset, result.Page.Address, kind, source.ItemSelector);
        return document.Reading.Fault is { } fault ? (null, ItemResult.Failed(FailureReason.NotASource, fault)) : ((document, result.Page.Address), null);
    }
}
