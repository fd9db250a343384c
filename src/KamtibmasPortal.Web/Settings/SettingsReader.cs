using System.Globalization;

namespace KamtibmasPortal.Web.Settings;

/// <summary>Reads configured values and collects what is wrong with them, so that all faults are told at once.</summary>
public sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Null when the value is absent or blank.</summary>
    public string? Text(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public int Number(string key, int fallback, int from, int to)
    {
        if (Text(key) is not { } text)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        Refuse(key, string.Create(CultureInfo.InvariantCulture, $"a whole number from {from} to {to}"));
        return fallback;
    }

    public bool Flag(string key, bool fallback)
    {
        if (Text(key) is not { } text)
        {
            return fallback;
        }

        if (bool.TryParse(text, out var flag))
        {
            return flag;
        }

        Refuse(key, "true, false");
        return fallback;
    }

    public T Choice<T>(string key, T fallback)
        where T : struct, Enum
    {
        if (Text(key) is not { } text)
        {
            return fallback;
        }

        // Enum.Parse would take "1" and "A, B" too.
        var names = Enum.GetNames<T>();
        if (Array.Find(names, n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name)
        {
            return Enum.Parse<T>(name);
        }

        Refuse(key, string.Join(", ", names));
        return fallback;
    }

    /// <summary>The values of a list, in the order of their numbers.</summary>
    public IReadOnlyList<(string Key, string Value)> List(string key) =>
        [.. configuration.GetSection(key).GetChildren().Where(c => !string.IsNullOrWhiteSpace(c.Value)).Select(c => (c.Path, c.Value!.Trim()))];

    /// <summary>The numbered sections of a list, in the order of their numbers.</summary>
    public IReadOnlyList<string> Sections(string key) => [.. configuration.GetSection(key).GetChildren().Select(c => c.Path)];

    /// <summary>Notes a fault of a value that the key holds among others.</summary>
    public void RefuseAs(string key, string value, string legal) => _faults.Add($"{key}: \"{value}\" is not allowed. Legal: {legal}.");

    /// <summary>Notes a fault: the key as the environment spells it, and what would be right.</summary>
    public void Refuse(string key, string legal) =>
        _faults.Add($"{key.Replace(":", "__", StringComparison.Ordinal)}: {(Text(key) is { } value ? $"\"{value}\" is not allowed" : "a value is missing")}. Legal: {legal}.");
}
