using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages;

/// <summary>One page of a list of articles, each story once, with the way to the next one.</summary>
/// <param name="Articles">Those of this page.</param>
/// <param name="Address">Address of the listing itself.</param>
/// <param name="NextCursor">Where the next page begins; null on the last one.</param>
/// <param name="IsContinued">Whether newer articles stand on a page before this one.</param>
public sealed record ArticleListing(IReadOnlyList<ArticleLine> Articles, string Address, string? NextCursor, bool IsContinued)
{
    public const int PageSize = 20;

    /// <summary>Address of the next page; null on the last one.</summary>
    public string? OlderAddress => NextCursor is { } next ? Addresses.Older(Address, next) : null;

    /// <summary>Null when the cursor is none that a page has handed out.</summary>
    public static async Task<ArticleListing?> ReadAsync(LineQueries lines, ArticleFilter filter, string address, string? cursor, CancellationToken cancellation)
    {
        if (cursor is not null && ArticleCursor.Read(cursor) is null)
        {
            return null;
        }

        var page = cursor is null && filter.IsEverything ? await lines.NewestAsync(PageSize, cancellation) : await lines.PageAsync(filter with { OncePerStory = true }, PageSize, cursor, cancellation);
        return new ArticleListing(page.Items, address, page.NextCursor, cursor is not null);
    }
}

/// <summary>A link with the number of articles behind it.</summary>
public sealed record CountedLink(string Address, string Name, int Count);
