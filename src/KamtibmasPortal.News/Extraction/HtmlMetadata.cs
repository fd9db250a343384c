using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction;

/// <summary>What a page's markup says of its article: JSON-LD first, then meta elements, then what is visible.</summary>
internal static partial class HtmlMetadata
{
    private const string VisibleDates = "time, [class*='date'], [class*='tanggal'], [class*='waktu'], [class*='publish'], [class*='time'], [class*='meta'], [id*='date']";

    public static PageHints Read(IHtmlDocument document, string? address)
    {
        var linked = LinkedData(document);
        var site = Meta(document, "og:site_name");
        return new PageHints
        {
            Title = Title(document, site),
            Author = Author(linked) ?? Person(Meta(document, "author")) ?? Person(document.QuerySelector("[rel='author'], [itemprop='author'], .author, .penulis, .byline")?.TextContent),
            Caption = Clean(document.QuerySelector("figcaption, .wp-caption-text, [class*='caption']")?.TextContent),
            ImageUrl = WebAddress(Meta(document, "og:image"), address),
            CanonicalUrl = WebAddress(document.QuerySelector("link[rel='canonical']")?.GetAttribute("href") ?? Meta(document, "og:url"), address),
            Language = document.DocumentElement.GetAttribute("lang") is { Length: >= 2 } language ? language[..2].ToLowerInvariant() : null,
            Published = Stamp(Text(linked, "datePublished")) ?? Stamp(Meta(document, "article:published_time") ?? Meta(document, "datePublished") ?? Meta(document, "pubdate") ?? Meta(document, "publishdate"))
                ?? Stamp(document.QuerySelector("[itemprop='datePublished']")?.GetAttribute("content") ?? document.QuerySelector("time[datetime]")?.GetAttribute("datetime")) ?? Visible(document),
            Modified = Stamp(Text(linked, "dateModified")) ?? Stamp(Meta(document, "article:modified_time")),
        };
    }

    private static string? Title(IHtmlDocument document, string? site)
    {
        var shared = Clean(Meta(document, "og:title") ?? document.Title);
        var headings = document.QuerySelectorAll("h1").Select(h => Clean(h.TextContent)).OfType<string>().ToList();
        var heading = headings.Find(h => shared is not null && shared.StartsWith(h, StringComparison.OrdinalIgnoreCase)) ?? (headings.Count == 1 && LineReading.WordCount(headings[0]) >= 3 ? headings[0] : null);
        return heading ?? (shared is null ? null : WithoutSite(shared, site));
    }

    /// <summary>Takes " - Nama Situs" off the end.</summary>
    private static string WithoutSite(string title, string? site)
    {
        var parts = SiteMark().Split(title);
        return parts.Length > 1 && (LineReading.WordCount(parts[^1]) <= 4 || parts[^1] == site) ? string.Join(" - ", parts[..^1]) : title;
    }

    /// <summary>The first stamp printed above the article.</summary>
    private static StampedTime? Visible(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll(VisibleDates))
        {
            var text = PlainText.Fold(element.TextContent);
            if (text.Length <= 160 && PageLines.IsStamp(text) && Stamp(text) is { } stamp)
            {
                return stamp;
            }
        }

        return null;
    }

    private static StampedTime? Stamp(string? text)
    {
        if (text is null || IndonesianDates.Find(text) is not [var first, ..])
        {
            return null;
        }

        if (first.Minute is { } minute && first.ZoneMinutes is not (null or IndonesianDates.Wib or IndonesianDates.Wita or IndonesianDates.Wit))
        {
            // An instant in another zone: readers know it by the publisher's clock.
            var local = first.Day.ToDateTime(minute).AddMinutes(IndonesianDates.Wib - first.ZoneMinutes.Value);
            return new StampedTime(text, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), IndonesianDates.Wib);
        }

        return new StampedTime(text.Substring(first.Start, first.Length), first.Day, first.Minute, first.ZoneMinutes);
    }

    private static List<JsonElement> LinkedData(IHtmlDocument document)
    {
        var found = new List<JsonElement>();
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 });
                Collect(json.RootElement.Clone(), found);
            }
            catch (JsonException)
            {
                // Broken metadata is as good as none.
            }
        }

        return found;
    }

    /// <summary>Articles of a graph, an array or a single object.</summary>
    private static void Collect(JsonElement element, List<JsonElement> found)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, found);
            }
        }
        else if (element.ValueKind is JsonValueKind.Object)
        {
            if (element.TryGetProperty("@graph", out var graph))
            {
                Collect(graph, found);
            }

            if (element.TryGetProperty("datePublished", out _) || element.TryGetProperty("headline", out _))
            {
                found.Add(element);
            }
        }
    }

    private static string? Text(List<JsonElement> linked, string property)
    {
        foreach (var element in linked)
        {
            if (element.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String)
            {
                return value.GetString();
            }
        }

        return null;
    }

    private static string? Author(List<JsonElement> linked)
    {
        foreach (var element in linked)
        {
            if (!element.TryGetProperty("author", out var author))
            {
                continue;
            }

            author = author.ValueKind is JsonValueKind.Array && author.GetArrayLength() > 0 ? author[0] : author;
            var isOutlet = author.ValueKind is JsonValueKind.Object && author.TryGetProperty("@type", out var type) && type.ValueKind is JsonValueKind.String && type.GetString() == "Organization";
            var name = author.ValueKind is JsonValueKind.Object && author.TryGetProperty("name", out var named) ? named : author;
            if (!isOutlet && name.ValueKind is JsonValueKind.String && Person(name.GetString()) is { } person)
            {
                return person;
            }
        }

        return null;
    }

    private static string? Person(string? text)
    {
        var line = Clean(text);
        return line is null ? null : LineReading.BylineName(line) ?? LineReading.PersonName(line);
    }

    private static string? Meta(IHtmlDocument document, string name) =>
        document.QuerySelectorAll("meta").FirstOrDefault(m => string.Equals(m.GetAttribute("property") ?? m.GetAttribute("name") ?? m.GetAttribute("itemprop"), name, StringComparison.OrdinalIgnoreCase))?.GetAttribute("content") is { Length: > 0 } content ? content : null;

    private static string? Clean(string? text) => text is null || PlainText.Fold(text) is not { Length: > 0 and <= 1000 } clean ? null : clean;

    /// <summary>Only http and https addresses may be stored.</summary>
    private static string? WebAddress(string? text, string? address) =>
        text is { Length: <= 2000 } && Uri.TryCreate(Uri.TryCreate(address, UriKind.Absolute, out var page) ? page : null!, text, out var url) && url.IsAbsoluteUri && url.Scheme is "http" or "https" ? url.AbsoluteUri
        : Uri.TryCreate(text, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole.AbsoluteUri : null;

    [GeneratedRegex(@"\s+[-–—|»•]\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex SiteMark();
}
