using AngleSharp.Html.Dom;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>A page's meta elements by name, property or itemprop.</summary>
internal sealed class MetaTags
{
    private const int Most = 400;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    public MetaTags(IHtmlDocument document)
    {
        foreach (var meta in document.GetElementsByTagName("meta").Take(Most))
        {
            var content = meta.GetAttribute("content") ?? meta.GetAttribute("value");
            if (string.IsNullOrWhiteSpace(content) || content.Length > 20_000)
            {
                continue;
            }

            foreach (var name in (ReadOnlySpan<string?>)[meta.GetAttribute("property"), meta.GetAttribute("name"), meta.GetAttribute("itemprop"), meta.GetAttribute("http-equiv")])
            {
                if (name is { Length: > 0 and < 80 })
                {
                    _values.TryAdd(name.Trim(), []);
                    _values[name.Trim()].Add(PlainText.Fold(content));
                }
            }
        }
    }

    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values) && values.Find(v => v.Length > 0) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];
}
