using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>An article with all the pages it was read from.</summary>
/// <param name="Article">The whole text.</param>
/// <param name="Pages">In their order, the announced one first.</param>
/// <param name="Refusal">Why there is no article.</param>
internal sealed record ReadArticle(ExtractedArticle Article, IReadOnlyList<FetchedPage> Pages, ItemResult? Refusal);

/// <summary>Fetches the pages over which an article goes on, and joins them.</summary>
public sealed class FollowingPages(ItemFetcher fetcher, ArticleExtractor extractor, WorkSlots slots)
{
    private const int MostPages = 10;

    /// <summary>Half an article would look like a change the next time: when a page can't be read now, the whole waits.</summary>
    internal async Task<ReadArticle> ReadAsync(FetchedPage first, ExtractedArticle article, CancellationToken cancellation)
    {
        var pages = new List<FetchedPage> { first };
        var asked = new HashSet<string>(StringComparer.Ordinal) { CanonicalAddress.Of(first.Address) ?? "" };
        var paragraphs = article.Body.Split("\n\n").ToHashSet(StringComparer.Ordinal);
        var waiting = new Queue<string>(Of(first, article));
        while (pages.Count < MostPages && waiting.TryDequeue(out var address))
        {
            // By its own spelling: "page=all" is the same article to others, but another page to this walk.
            if (!asked.Add(address))
            {
                continue;
            }

            var fetched = await fetcher.ReadAsync(new DiscoveredItem("", address, ""), cancellation);
            if (fetched.Page is not { } page)
            {
                if (fetched.Refusal?.Failure is FailureKind.Temporary)
                {
                    return new ReadArticle(article, pages, fetched.Refusal);
                }

                continue;
            }

            ExtractedArticle next;
            using (await slots.TakeAsync(cancellation))
            {
                next = extractor.Extract(page);
            }

            // A last page of two sentences would be no article by itself.
            var added = next.Rejection is null or RejectionReason.TooShort or RejectionReason.NotAnArticle ? next.Body.Split("\n\n").Where(paragraphs.Add).ToList() : [];
            if (added.Count == 0)
            {
                continue;
            }

            article = article with { Body = $"{article.Body}\n\n{string.Join("\n\n", added)}" };
            pages.Add(page);
            foreach (var further in Of(page, next))
            {
                waiting.Enqueue(further);
            }
        }

        return new ReadArticle(article, pages, null);
    }

    /// <summary>Only within the site: another one's pages are other articles.</summary>
    private static IEnumerable<string> Of(FetchedPage page, ExtractedArticle article) =>
        Uri.TryCreate(page.Address, UriKind.Absolute, out var own)
            ? article.NextPages.Where(p => Uri.TryCreate(p, UriKind.Absolute, out var next) && next.Scheme is "http" or "https" && next.Authority == own.Authority).Take(MostPages)
            : [];
}
