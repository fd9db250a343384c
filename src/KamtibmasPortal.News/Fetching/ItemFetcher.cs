using System.Security.Cryptography;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Fetching;

/// <summary>Reads an item from wherever it is: a file of a folder or a page of the web.</summary>
public sealed class ItemFetcher(FileFetcher files, PoliteFetcher web)
{
    public Task<FetchResult> ReadAsync(DiscoveredItem item, CancellationToken cancellation) =>
        Uri.TryCreate(item.Location, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? ReadPageAsync(item, address, cancellation) : files.ReadAsync(item, cancellation);

    private async Task<FetchResult> ReadPageAsync(DiscoveredItem item, Uri address, CancellationToken cancellation)
    {
        var (result, rule) = await web.GetAsync(new WebRequest(address) { ETag = item.ETag, LastModified = item.LastModified }, cancellation);
        if (result.Page?.Status is System.Net.HttpStatusCode.NotModified)
        {
            return new FetchResult(null, null, item.Fingerprint) { RobotsRule = rule, NotModified = true };
        }

        var refusal = WebFailure.Of(result) ?? RefusalOf(result.Page!);
        return new FetchResult(refusal is null ? PageOf(result.Page!) : null, refusal, item.Fingerprint) { RobotsRule = rule };
    }

    private static ItemResult? RefusalOf(WebPage page) => page switch
    {
        { Bytes.Length: 0 } => ItemResult.Rejected(RejectionReason.Empty),
        { MediaType: { } type } when type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("video/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/pdf", StringComparison.OrdinalIgnoreCase) || type.Equals("application/zip", StringComparison.OrdinalIgnoreCase) => ItemResult.Rejected(RejectionReason.Binary, type),
        _ => null,
    };

    private static FetchedPage PageOf(WebPage page) => new(page.Bytes, Convert.ToHexStringLower(SHA256.HashData(page.Bytes.Span)), !IsPlain(page), page.Address.AbsoluteUri)
    {
        Charset = page.Charset,
        Usage = UsageRules.Read(page.Headers, page.Bytes.Span),
        Answer = page,
    };

    private static bool IsPlain(WebPage page) => string.Equals(page.MediaType, "text/plain", StringComparison.OrdinalIgnoreCase) && !LooksLikeHtml(page.Bytes.Span);

    private static bool LooksLikeHtml(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 512)];
        return start.IndexOf("<html"u8) >= 0 || start.IndexOf("<!DOCTYPE"u8) >= 0 || start.IndexOf("<HTML"u8) >= 0 || start.IndexOf("<!doctype"u8) >= 0;
    }
}
