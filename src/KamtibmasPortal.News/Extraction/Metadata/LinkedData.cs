using System.Text;
using System.Text.Json;
using KamtibmasPortal.News.Extraction.Html;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>The JSON-LD of a page: graphs, arrays and single objects as one list, articles first.</summary>
internal sealed class LinkedData
{
    private const int MostThings = 2_000;

    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    public LinkedData(IEnumerable<PageScript> scripts)
    {
        foreach (var script in scripts.Where(s => s.IsLinkedData))
        {
            if (Parse(script.Text) is { } root)
            {
                Collect(root);
            }
        }

        Article = Things.Find(IsArticle) is { ValueKind: JsonValueKind.Object } article ? article
            : Things.Find(t => t.TryGetProperty("headline", out _) && t.TryGetProperty("datePublished", out _)) is { ValueKind: JsonValueKind.Object } dated ? dated : null;
    }

    public List<JsonElement> Things { get; } = [];

    /// <summary>The article the page is about.</summary>
    public JsonElement? Article { get; }

    public bool Has(string type) => Things.Exists(t => Types(t).Any(n => n.Equals(type, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A string of the article; null when it has none.</summary>
    public string? Text(string property) => Article is { } article ? Text(article, property) : null;

    /// <summary>A string of the page that holds the article.</summary>
    public string? PageText(string property) => Pages.Select(p => Text(p, property)).FirstOrDefault(t => t is not null);

    public static string? Text(JsonElement thing, string property) =>
        thing.ValueKind is JsonValueKind.Object && thing.TryGetProperty(property, out var value)
            ? value.ValueKind is JsonValueKind.String ? value.GetString() : value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind is JsonValueKind.String ? value[0].GetString() : null
            : null;

    /// <summary>The things a property of the article names, references by @id followed.</summary>
    public IEnumerable<JsonElement> Linked(string property) => Article is { } article ? Linked(article, property) : [];

    /// <summary>The things a property of the page names.</summary>
    public IEnumerable<JsonElement> PageLinked(string property) => Pages.SelectMany(p => Linked(p, property));

    private IEnumerable<JsonElement> Pages => Things.Where(t => Types(t).Any(n => n is "WebPage" or "ItemPage"));

    private IEnumerable<JsonElement> Linked(JsonElement thing, string property)
    {
        if (!thing.TryGetProperty(property, out var value))
        {
            yield break;
        }

        foreach (var item in value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Take(20).ToArray() : [value])
        {
            yield return item.ValueKind is JsonValueKind.Object && !item.TryGetProperty("name", out _) && Text(item, "@id") is { } id && _byId.TryGetValue(id, out var named) ? named : item;
        }
    }

    public static IEnumerable<string> Types(JsonElement thing)
    {
        if (thing.ValueKind is not JsonValueKind.Object || !thing.TryGetProperty("@type", out var type))
        {
            return [];
        }

        return type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Where(t => t.ValueKind is JsonValueKind.String).Select(t => t.GetString()!) : type.ValueKind is JsonValueKind.String ? [type.GetString()!] : [];
    }

    public static bool IsArticle(JsonElement thing) =>
        Types(thing).Any(t => t.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || t.EndsWith("BlogPosting", StringComparison.OrdinalIgnoreCase) || t.EndsWith("Report", StringComparison.OrdinalIgnoreCase));

    /// <summary>Tolerates what publishers print: comment marks around the text and raw line breaks inside strings.</summary>
    public static JsonElement? Parse(string json)
    {
        var clean = json.Trim().Trim(';');
        foreach (var (start, end) in (ReadOnlySpan<(string, string)>)[("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>")])
        {
            clean = clean.StartsWith(start, StringComparison.Ordinal) ? clean[start.Length..].Trim() : clean;
            clean = clean.EndsWith(end, StringComparison.Ordinal) ? clean[..^end.Length].Trim() : clean;
        }

        return TryParse(clean) ?? TryParse(WithoutControls(clean));
    }

    private static string WithoutControls(string json)
    {
        var text = new StringBuilder(json.Length);
        foreach (var c in json)
        {
            text.Append(char.IsControl(c) ? ' ' : c);
        }

        return text.ToString();
    }

    private static JsonElement? TryParse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Collect(JsonElement root)
    {
        var waiting = new Stack<JsonElement>([root]);
        while (waiting.TryPop(out var thing) && Things.Count < MostThings)
        {
            if (thing.ValueKind is JsonValueKind.Array)
            {
                foreach (var item in thing.EnumerateArray().Reverse())
                {
                    waiting.Push(item);
                }
            }
            else if (thing.ValueKind is JsonValueKind.Object)
            {
                Things.Add(thing);
                if (Text(thing, "@id") is { } id)
                {
                    _byId.TryAdd(id, thing);
                }

                foreach (var property in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
                {
                    if (thing.TryGetProperty(property, out var inner) && inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                    {
                        waiting.Push(inner);
                    }
                }
            }
        }
    }
}
