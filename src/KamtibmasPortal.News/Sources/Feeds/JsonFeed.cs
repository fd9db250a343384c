using System.Text.Json;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    public static FeedReading Read(string text, Uri address)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 });
            var feed = json.RootElement;
            if (feed.ValueKind is not JsonValueKind.Object || !feed.TryGetProperty("items", out var items) || items.ValueKind is not JsonValueKind.Array)
            {
                return new FeedReading(null, null, [], "JSON without items, no feed");
            }

            return new FeedReading(Text(feed, "title"), FeedLinks.Web(Text(feed, "home_page_url"), address),
                [.. items.EnumerateArray().Where(i => i.ValueKind is JsonValueKind.Object).Take(FeedReader.ItemLimit).Select(i => Item(i, address))]);
        }
        catch (JsonException)
        {
            return new FeedReading(null, null, [], "broken JSON");
        }
    }

    private static AnnouncedItem Item(JsonElement item, Uri address) => new()
    {
        Url = FeedLinks.Web(Text(item, "url") ?? Text(item, "external_url"), address) ?? FeedLinks.Web(Text(item, "id") is { } id && id.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? id : null, address),
        Title = Text(item, "title") is { } title ? PlainText.Fold(title) : null,
        PublishedAt = FeedDates.Read(Text(item, "date_published")) ?? FeedDates.Read(Text(item, "date_modified")),
        FeedId = Text(item, "id"),
        Author = Author(item),
        Summary = Text(item, "summary"),
        Content = Text(item, "content_html") ?? Text(item, "content_text"),
    };

    private static string? Author(JsonElement item)
    {
        if (item.TryGetProperty("authors", out var authors) && authors.ValueKind is JsonValueKind.Array && authors.GetArrayLength() > 0)
        {
            return Text(authors[0], "name");
        }

        return item.TryGetProperty("author", out var author) ? Text(author, "name") : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind switch { JsonValueKind.String => value.GetString()?.Trim() is { Length: > 0 } text ? text : null, JsonValueKind.Number => value.GetRawText(), _ => null }
            : null;
}
