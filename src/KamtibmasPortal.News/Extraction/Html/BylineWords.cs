using System.Text.RegularExpressions;

namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>Writers' lines in English and its neighbours; <see cref="LineReading"/> knows the Indonesian ones.</summary>
internal static partial class BylineWords
{
    public static bool IsByline(string line) => line.Length <= 120 && LinePattern().IsMatch(line);

    /// <summary>"Jane Doe is a staff writer who covers courts."</summary>
    public static bool IsPortrait(string text) => PortraitPattern().IsMatch(text);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(?i:(?:auth?or|auteur|autore|autora|verfasser)\s*:|(story|text|words|reporting|reported|written|posted|published)?\s*by:?|par|von|por|di|door)\s+\p{Lu}[\p{L}.'’-]+(\s+(\p{Lu}[\p{L}.'’-]*|and|&|de|van|der|bin|al)){0,8}(\s*[,|/–—-].{0,70}|\s(avec|mit|with|con)\s.{2,40})?$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"\b(is|was) (an?|the|our)\b.{0,80}\b(writer|reporter|editor|correspondent|journalist|columnist|author|contributor|producer|fellow|professor|analyst)\b|\b(covers|writes about|can be reached|reach (him|her|them)|follow (him|her|them)|email (him|her|them))\b|@\w+", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PortraitPattern();
}
