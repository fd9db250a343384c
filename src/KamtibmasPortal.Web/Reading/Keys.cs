using System.Text.RegularExpressions;

namespace KamtibmasPortal.Web.Reading;

/// <summary>What the keys in addresses look like: anything else is refused before it reaches the store.</summary>
public static partial class Keys
{
    public static bool IsRegion(string? code) => code is not null && Region().IsMatch(code);

    public static bool IsSlug(string? slug) => slug is { Length: <= 160 } && Slug().IsMatch(slug);

    /// <summary>Free text that both stores take: PostgreSQL refuses a zero character.</summary>
    public static bool IsText(string? text) => text is { Length: > 0 and <= 200 } && !text.Any(char.IsControl);

    [GeneratedRegex(@"\A[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Region();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Slug();
}
