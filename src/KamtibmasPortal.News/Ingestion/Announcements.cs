using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>What a list says of an item, between the list and the article: it fills in what the page itself leaves open.</summary>
internal static class Announcements
{
    /// <summary>Shorter content is a teaser.</summary>
    private const int FullTextLength = 600;

    private const int ContentLimit = 200_000;

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static AnnouncedEntry Entry(ListedItem listed) =>
        new(listed.Item.Key, listed.Item.Location, listed.Item.Fingerprint, listed.Announced is { } said ? JsonSerializer.Serialize(Kept(said), Json) : null, listed.IsArchive);

    public static AnnouncedItem? Read(string? announcement) => announcement is null ? null : JsonSerializer.Deserialize<AnnouncedItem>(announcement, Json);

    /// <summary>The text that came with the list, as a page: for items without an address, and for pages that may not or can't be read. Null for a teaser.</summary>
    public static FetchedPage? Page(AnnouncedItem? said)
    {
        if (said is not { Content: { Length: >= FullTextLength } content, Title: { } title })
        {
            return null;
        }

        var html = $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(title)}</title></head><body><article><h1>{WebUtility.HtmlEncode(title)}</h1><div class=\"article-body\">{content}</div></article></body></html>";
        var bytes = Encoding.UTF8.GetBytes(html);
        return new FetchedPage(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), IsHtml: true, said.Url);
    }

    /// <summary>The text that came with the list, in place of a page that the site does not let us read; null where there is none, or no need of one.</summary>
    public static FetchedPage? StandIn(FetchResult fetched, AnnouncedItem? said) =>
        fetched.Refusal is { Rejection: RejectionReason.RobotsRefused } or { Reason: FailureReason.Forbidden } ? Page(said) : null;

    /// <summary>The article with the list's title, author and date where it has none of its own.</summary>
    /// <param name="article">As extracted.</param>
    /// <param name="said">What the list says.</param>
    /// <param name="now">A date that has not come yet is a mistake.</param>
    public static ExtractedArticle Complete(ExtractedArticle article, AnnouncedItem? said, DateTimeOffset now)
    {
        if (said is null)
        {
            return article;
        }

        if (article.TitleDerived && said.Title is { Length: > 10 } title)
        {
            article = article with { Title = title, TitleDerived = false };
        }

        return said.PublishedAt is { } at && at < now.AddDays(1) && at.Year >= 1990 ? Dated(article, at) : article;
    }

    private static ExtractedArticle Dated(ExtractedArticle article, DateTimeOffset at)
    {
        // A list in UTC says nothing of the zone in which its readers live.
        var zone = (int)at.Offset.TotalMinutes is var stated and (420 or 480 or 540) ? stated : article.ZoneMinutes;
        var local = at.ToOffset(TimeSpan.FromMinutes(zone));
        var day = DateOnly.FromDateTime(local.DateTime);
        var exact = at.TimeOfDay != TimeSpan.Zero;
        if (article.PublishedPrecision is DatePrecision.Unknown)
        {
            return article with
            {
                PublishedAt = exact ? at.UtcDateTime : day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMinutes(-zone),
                PublishedPrecision = exact ? DatePrecision.Minute : DatePrecision.Day,
                PublishedDay = day,
                ZoneMinutes = zone,
                Dates = [.. article.Dates, new ArticleDate(DateRole.Published, at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture), day)],
            };
        }

        // The page names the day, the list the minute of that day.
        return article.PublishedPrecision is DatePrecision.Day && exact && article.PublishedDay == day
            ? article with { PublishedAt = at.UtcDateTime, PublishedPrecision = DatePrecision.Minute, ZoneMinutes = zone }
            : article;
    }

    private static AnnouncedItem Kept(AnnouncedItem said) => said with { Summary = null, Content = said.Content is { Length: >= FullTextLength and <= ContentLimit } content ? content : null };
}
