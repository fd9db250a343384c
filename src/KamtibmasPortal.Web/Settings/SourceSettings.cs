using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Settings;

/// <summary>A source that is created at start if none of its name exists.</summary>
public sealed record SourceSettings
{
    public required string Name { get; init; }
    public required SourceKind Kind { get; init; }
    public required string Address { get; init; }
    public required string Publisher { get; init; }
    public Trust Trust { get; init; }
    public Display Display { get; init; }
    public string? Region { get; init; }
    public int? IntervalMinutes { get; init; }

    public static IReadOnlyList<SourceSettings> ReadAll(SettingsReader reader)
    {
        var sources = reader.Sections("Sources").Select(key => Read(reader, key)).ToList();
        foreach (var twin in sources.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Key.Length > 0 && g.Count() > 1))
        {
            reader.Refuse("Sources", $"one source of each name (\"{twin.Key}\" is there {twin.Count()} times)");
        }

        return sources;
    }

    private static SourceSettings Read(SettingsReader reader, string key)
    {
        var kind = reader.Choice($"{key}:Kind", SourceKind.Auto);
        var name = Needed(reader, $"{key}:Name");
        var region = reader.Text($"{key}:Region");
        if (region is not null && !Keys.IsRegion(region))
        {
            reader.Refuse($"{key}:Region", "a Kemendagri code such as 31.75");
        }

        return new SourceSettings
        {
            Name = name,
            Kind = kind,
            Address = AddressOf(reader, $"{key}:Address", kind),
            Publisher = reader.Text($"{key}:Publisher") ?? name,
            Trust = reader.Choice($"{key}:Trust", Trust.Review),
            Display = reader.Choice($"{key}:Display", Display.Excerpt),
            Region = region,
            IntervalMinutes = reader.Text($"{key}:IntervalMinutes") is null ? null : reader.Number($"{key}:IntervalMinutes", 15, 1, 10_080),
        };
    }

    private static string Needed(SettingsReader reader, string key)
    {
        if (reader.Text(key) is { Length: <= 200 } text)
        {
            return text;
        }

        reader.Refuse(key, "a text of 1 to 200 characters");
        return "";
    }

    /// <summary>A folder is taken relative to the caller's directory and kept as a full path: the next start may come from elsewhere.</summary>
    private static string AddressOf(SettingsReader reader, string key, SourceKind kind)
    {
        var text = reader.Text(key);
        if (kind is SourceKind.Folder && text is not null && !text.Contains('\0', StringComparison.Ordinal))
        {
            return Path.GetFullPath(text);
        }

        if (kind is not SourceKind.Folder && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return text!;
        }

        reader.Refuse(key, kind is SourceKind.Folder ? "the path of a folder" : "an http or https address (or a folder, with Kind=Folder)");
        return "";
    }
}
