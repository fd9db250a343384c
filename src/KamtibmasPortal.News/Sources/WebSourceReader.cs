using System.Security.Cryptography;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources.Discovery;

namespace KamtibmasPortal.News.Sources;

/// <summary>Reads the list of a source on the web, whatever kind of list it is, and only when it has changed.</summary>
public sealed class WebSourceReader(PoliteFetcher web, ListDocumentReader documents, TimeProvider clock) : ISourceReader
{
    /// <summary>Places tried for a source whose kind is open.</summary>
    private const int MostCandidates = 8;

    /// <summary>Maps of an index read at a poll: the newest; older ones belong to the archive.</summary>
    private const int MostMaps = 3;

    public async Task<Listing> ReadAsync(Source source, SourceState known, CancellationToken cancellation)
    {
        var (kind, address) = (known.ReadAs ?? source.Kind, new Uri(known.ReadFrom ?? source.Address));
        var (result, rule) = await web.GetAsync(new WebRequest(address) { ETag = known.ETag, LastModified = known.LastModified }, cancellation);
        if (WebFailure.ReasonOf(result) is { } reason)
        {
            return new Listing { Reason = reason, Fault = WebFailure.DetailOf(result), RetryAt = result.RetryAt?.UtcDateTime, RobotsRule = rule };
        }

        var page = result.Page!;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(page.Bytes.Span));
        if (page.Status is System.Net.HttpStatusCode.NotModified || sha256 == known.ListSha256)
        {
            return new Listing { NotModified = true, RobotsRule = rule };
        }

        if (FileSniffer.Of(page) is { } file)
        {
            return Listing.Broken(FailureReason.AFile, file) with { RobotsRule = rule };
        }

        var document = documents.Read(page.Bytes, page.Charset, page.Address, kind, source.ItemSelector);
        if (kind is SourceKind.Auto && document.Kind is SourceKind.HtmlList && await FindAsync(page, cancellation) is { } found)
        {
            // What was found is asked with its own validators from the next poll on.
            return ListOf(await WithMapsAsync(found.Document, cancellation), found.Address) with { RobotsRule = rule, ReadAs = found.Document.Kind, ReadFrom = found.Address.AbsoluteUri };
        }

        return document.Reading.Fault is { } fault
            ? Listing.Broken(FailureReason.NotASource, fault) with { RobotsRule = rule }
            : ListOf(await WithMapsAsync(document, cancellation), page.Address) with
            {
                RobotsRule = rule,
                ETag = page.ETag,
                LastModified = page.LastModified,
                Sha256 = sha256,
                ReadAs = document.Kind,
            };
    }

    /// <summary>The best list that a home page leads to, if it is better than the page itself.</summary>
    private async Task<(ListDocument Document, Uri Address)?> FindAsync(WebPage home, CancellationToken cancellation)
    {
        var sitemaps = await web.SitemapsAsync(home.Address, cancellation);
        foreach (var candidate in SourceDiscovery.Candidates(home.Bytes, home.Charset, home.Address, sitemaps).Where(c => c.Kind is not SourceKind.HtmlList).Take(MostCandidates))
        {
            var (result, _) = await web.GetAsync(new Uri(candidate.Address), cancellation);
            if (result.Page is not { IsSuccess: true } page)
            {
                continue;
            }

            var document = documents.Read(page.Bytes, page.Charset, page.Address, candidate.Kind);
            if (document.Reading.Fault is null && (document.Reading.Items.Count > 0 || document.Maps.Count > 0))
            {
                return (document, page.Address);
            }
        }

        return null;
    }

    /// <summary>An index of sitemaps with the items of its newest maps.</summary>
    private async Task<ListDocument> WithMapsAsync(ListDocument document, CancellationToken cancellation)
    {
        if (document.Maps.Count == 0)
        {
            return document;
        }

        var items = new List<AnnouncedItem>();
        foreach (var map in document.Maps.Take(MostMaps))
        {
            if ((await web.GetAsync(new Uri(map), cancellation)).Result.Page is { IsSuccess: true } page)
            {
                items.AddRange(documents.Read(page.Bytes, page.Charset, page.Address, SourceKind.Sitemap).Reading.Items);
            }
        }

        return document with { Reading = document.Reading with { Items = items } };
    }

    private Listing ListOf(ListDocument document, Uri address) => ListedItems.Of(document, address, clock.GetUtcNow());
}
