using System.Text;
using System.Text.Json;

namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>The article's text in the data that a script would draw the page from: Next, Nuxt, Fusion and their kin.</summary>
internal static class EmbeddedText
{
    private const int ShortestScript = 500;
    private const int MostValues = 200_000;
    private const int FewestWords = 30;

    private static readonly HashSet<string> BodyKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "body", "content", "articlebody", "text", "html", "isi", "konten", "bodytext", "body_text", "bodyhtml", "body_html", "content_html", "contenthtml", "rendered", "fulltext", "full_text", "story", "artikel", "paragraphs", "blocks", "content_elements", "contentelements", "components", "detail", "description_long", "isi_berita", "berita", "value", "articlecontent", "article_content", "markdown",
    };

    private static readonly string[] TitleKeys = ["title", "headline", "judul", "name", "headlines", "seo_title"];

    private static readonly string[] FragmentKeys = ["text", "content", "html", "value", "body", "paragraph", "isi", "data", "copy"];

    /// <returns>Markup of the text, or null.</returns>
    public static string? Find(IEnumerable<PageScript> scripts, string? title)
    {
        Candidate? best = null;
        var stream = new StringBuilder();
        foreach (var script in scripts.Where(s => !s.IsLinkedData && s.Text.Length > ShortestScript))
        {
            foreach (var root in Roots(script.Text, stream))
            {
                best = Better(best, InTree(root, title));
            }
        }

        if (stream.Length > 0)
        {
            best = Better(best, InLiterals(stream.ToString(), title));
        }

        return best?.Markup;
    }

    private sealed record Candidate(string Markup, int Words, bool IsOwn);

    private static Candidate? Better(Candidate? a, Candidate? b) =>
        a is null ? b : b is null ? a : a.IsOwn != b.IsOwn ? a.IsOwn ? a : b : b.Words > a.Words ? b : a;

    /// <summary>The values a script holds: a whole document, what is assigned to a variable, or a pushed piece of a stream.</summary>
    private static IEnumerable<JsonElement> Roots(string script, StringBuilder stream)
    {
        var start = script.AsSpan().IndexOfAny('{', '[');
        if (start < 0)
        {
            yield break;
        }

        var isPush = script.AsSpan(0, start).Contains("__next_f", StringComparison.Ordinal);
        if (isPush)
        {
            start = script.IndexOf("push(", StringComparison.Ordinal) is >= 0 and var push ? push + 5 : start;
        }

        if (Value(script[start..]) is not { } root)
        {
            // No JSON: a function call or a literal with bare keys. Its strings may still hold the text.
            stream.Append(script);
            yield break;
        }

        if (isPush && root.ValueKind is JsonValueKind.Array)
        {
            foreach (var piece in root.EnumerateArray().Where(p => p.ValueKind is JsonValueKind.String))
            {
                stream.Append(piece.GetString());
            }

            yield break;
        }

        yield return root;
    }

    private static JsonElement? Value(string json)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 });
            return JsonDocument.TryParseValue(ref reader, out var document) ? document.RootElement : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Candidate? InTree(JsonElement root, string? title)
    {
        Candidate? best = null;
        var waiting = new Stack<(JsonElement Value, bool IsOwn, bool IsBody)>([(root, false, false)]);
        for (var seen = 0; seen < MostValues && waiting.TryPop(out var next); seen++)
        {
            var (value, isOwn, isBody) = next;
            if (value.ValueKind is JsonValueKind.Object)
            {
                isOwn = TitleOf(value) is { } own ? Wording.SameHeadline(own, title) : isOwn;
                foreach (var property in value.EnumerateObject())
                {
                    if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String)
                    {
                        waiting.Push((property.Value, isOwn, BodyKeys.Contains(property.Name)));
                    }
                }
            }
            else if (value.ValueKind is JsonValueKind.Array)
            {
                best = Better(best, Joined(value, isOwn));
                foreach (var item in value.EnumerateArray())
                {
                    waiting.Push((item, isOwn, isBody));
                }
            }
            else if (value.ValueKind is JsonValueKind.String)
            {
                best = Better(best, Read(value.GetString()!, isOwn, isBody));
            }
        }

        return best;
    }

    private static string? TitleOf(JsonElement thing)
    {
        foreach (var key in TitleKeys)
        {
            if (thing.TryGetProperty(key, out var value))
            {
                var text = value.ValueKind is JsonValueKind.String ? value.GetString() : value.ValueKind is JsonValueKind.Object ? Property(value, "basic") ?? Property(value, "rendered") : null;
                if (text is { Length: > 12 })
                {
                    return text;
                }
            }
        }

        return null;
    }

    private static string? Property(JsonElement thing, string name) => thing.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>A text kept paragraph by paragraph.</summary>
    private static Candidate? Joined(JsonElement array, bool isOwn)
    {
        var markup = new StringBuilder();
        int words = 0, fragments = 0;
        foreach (var item in array.EnumerateArray().Take(2_000))
        {
            var text = item.ValueKind is JsonValueKind.String ? item.GetString() : item.ValueKind is JsonValueKind.Object && IsText(item) ? FragmentKeys.Select(k => Property(item, k) ?? Nested(item, k)).FirstOrDefault(t => t is { Length: > 0 }) : null;
            if (text is { Length: > 0 and < 200_000 })
            {
                var isHeading = item.ValueKind is JsonValueKind.Object && Property(item, "type") is { } type && type.Contains("head", StringComparison.OrdinalIgnoreCase);
                markup.Append(isHeading ? "<h2>" : "<p>").Append(text).Append(isHeading ? "</h2>" : "</p>");
                words += Wording.Count(text);
                fragments += Wording.Count(text) >= 8 ? 1 : 0;
            }
        }

        return fragments >= 2 && words >= FewestWords ? new Candidate(markup.ToString(), words, isOwn) : null;
    }

    private static string? Nested(JsonElement item, string key) => item.TryGetProperty(key, out var inner) && inner.ValueKind is JsonValueKind.Object ? Property(inner, "text") ?? Property(inner, "html") ?? Property(inner, "content") : null;

    private static bool IsText(JsonElement item) =>
        (Property(item, "type") ?? Property(item, "_type") ?? Property(item, "kind") ?? Property(item, "__typename")) is not { } type || !(type.Contains("image", StringComparison.OrdinalIgnoreCase) || type.Contains("video", StringComparison.OrdinalIgnoreCase) || type.Contains("link", StringComparison.OrdinalIgnoreCase) || type.Contains("related", StringComparison.OrdinalIgnoreCase) || type.Contains("ad", StringComparison.OrdinalIgnoreCase) && type.Length <= 4 || type.Contains("embed", StringComparison.OrdinalIgnoreCase) || type.Contains("caption", StringComparison.OrdinalIgnoreCase));

    private static Candidate? Read(string text, bool isOwn, bool isBody)
    {
        var hasMarkup = text.Contains("<p", StringComparison.OrdinalIgnoreCase) || text.Contains("<br", StringComparison.OrdinalIgnoreCase);
        if (text.Length < 150 || (!hasMarkup && !isBody) || !text.Contains(' ', StringComparison.Ordinal) || text[0] is '{' or '[')
        {
            return null;
        }

        var words = Wording.Count(text);
        return words < FewestWords ? null : new Candidate(hasMarkup ? text : "<p>" + text.Replace("\n", "</p><p>", StringComparison.Ordinal) + "</p>", words, isOwn);
    }

    /// <summary>Long string literals in a script that is no JSON.</summary>
    private static Candidate? InLiterals(string script, string? title)
    {
        Candidate? best = null;
        for (var i = 0; i < script.Length; i++)
        {
            if (script[i] != '"')
            {
                continue;
            }

            var end = i + 1;
            while (end < script.Length && script[end] != '"')
            {
                end += script[end] == '\\' ? 2 : 1;
            }

            if (end >= script.Length)
            {
                break;
            }

            if (end - i > 200)
            {
                var literal = Value(script[i..(end + 1)]);
                var isOwn = title is { Length: > 10 } && script.AsSpan(Math.Max(0, i - 3_000), Math.Min(i, 3_000)).Contains(title.AsSpan(0, 10), StringComparison.Ordinal);
                best = Better(best, literal is { ValueKind: JsonValueKind.String } text ? Read(text.GetString()!, isOwn, isBody: true) : null);
            }

            i = end;
        }

        return best;
    }
}
