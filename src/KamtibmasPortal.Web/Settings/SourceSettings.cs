using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
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
        var sources = reader.Sections("Sources").Select(key => (Key: key, Source: Read(reader, key))).ToList();
        foreach (var twin in sources.Where(s => s.Source.Name.Length > 0).GroupBy(s => s.Source.Name, StringComparer.OrdinalIgnoreCase).SelectMany(g => g.Skip(1)))
        {
            reader.Refuse($"{twin.Key}:Name", "a name that no other source bears");
        }

        RefuseUnknownRegions(reader, sources);
        return [.. sources.Select(s => s.Source)];
    }

    /// <summary>The table is unpacked only where a source names a region.</summary>
    private static void RefuseUnknownRegions(SettingsReader reader, List<(string Key, SourceSettings Source)> sources)
    {
        var named = sources.Where(s => Keys.IsRegion(s.Source.Region)).ToList();
        if (named.Count == 0)
        {
            return;
        }

        var known = ReferenceData.Regions().Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, _) in named.Where(s => !known.Contains(s.Source.Region!)))
        {
            reader.Refuse($"{key}:Region", "the Kemendagri code of a region there is, such as 31.75");
        }
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
