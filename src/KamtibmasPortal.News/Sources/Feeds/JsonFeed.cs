using System.Text.Json;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    private const int CutAttempts = 8;

    public static FeedReading Read(string text, Uri address)
    {
        using var json = Parsed(text) ?? Mended(text);
        if (json is not null)
        {
            var feed = json.RootElement;
            if (feed.ValueKind is not JsonValueKind.Object || !feed.TryGetProperty("items", out var items) || items.ValueKind is not JsonValueKind.Array)
            {
                return new FeedReading(null, null, [], "JSON without items, no feed");
            }

            return new FeedReading(Text(feed, "title"), WebLinks.Absolute(Text(feed, "home_page_url"), address),
                [.. items.EnumerateArray().Where(i => i.ValueKind is JsonValueKind.Object).Take(FeedReader.ItemLimit).Select(i => Item(i, address))])
            {
                Older = WebLinks.Absolute(Text(feed, "next_url"), address),
            };
        }

        return new FeedReading(null, null, [], "broken JSON");
    }

    private static JsonDocument? Parsed(string text)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 });
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A feed cut off in transport: its whole items, the list closed behind them.</summary>
    private static JsonDocument? Mended(string text)
    {
        var end = text.Length;
        for (var attempt = 0; attempt < CutAttempts && (end = text.LastIndexOf('}', Math.Max(0, end - 1))) > 0; attempt++)
        {
            if (Parsed(text[..(end + 1)] + "]}") is { } json)
            {
                return json;
            }
        }

        return null;
    }

    private static AnnouncedItem Item(JsonElement item, Uri address) => new()
    {
        Url = WebLinks.Absolute(Text(item, "url") ?? Text(item, "external_url"), address) ?? WebLinks.Absolute(Text(item, "id") is { } id && id.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? id : null, address),
        Title = FeedTitle.Guessed(Text(item, "title")),
        PublishedAt = FeedDates.Read(Text(item, "date_published")) ?? FeedDates.Read(Text(item, "date_modified")),
        ModifiedAt = FeedDates.Read(Text(item, "date_modified")),
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
