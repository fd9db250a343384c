using System.Buffers;

namespace KamtibmasPortal.News.Sources;

/// <summary>Addresses that may leave a reader.</summary>
internal static class WebLinks
{
    private const int AddressLimit = 2000;

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%");

    private static readonly SearchValues<char> Breaks = SearchValues.Create("\r\n\t");

    /// <summary>The absolute http or https address, or null for anything else. An address that is whole and clean stays as its maker wrote it.</summary>
    public static string? Absolute(string? text, Uri from)
    {
        var link = text?.Trim();
        if (link is null || link.Length is 0 or > AddressLimit)
        {
            return null;
        }

        // An address broken over lines goes on where the next one's indent ends.
        link = link.AsSpan().ContainsAny(Breaks) ? string.Concat(link.Split(['\r', '\n', '\t'], StringSplitOptions.TrimEntries)) : link;
        if (!Uri.TryCreate(from, link, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
        {
            return null;
        }

        var isWhole = link.StartsWith("http://", StringComparison.Ordinal) || link.StartsWith("https://", StringComparison.Ordinal);
        return isWhole && !link.AsSpan().ContainsAnyExcept(Plain) ? link : Written(url);
    }

    /// <summary>Two hosts of one site: with or without "www.", a section's own host ("bali.kabar.id") included.</summary>
    public static bool IsSameSite(Uri one, Uri other) => Site(one.IdnHost).Equals(Site(other.IdnHost), StringComparison.OrdinalIgnoreCase);

    private static string Written(Uri url) => url.Host.Any(c => c > '~') ? new UriBuilder(url) { Host = url.IdnHost, Port = url.IsDefaultPort ? -1 : url.Port }.Uri.AbsoluteUri : url.AbsoluteUri;

    /// <summary>The part of a host that its owner registered, near enough: two labels, three below endings such as ".go.id".</summary>
    private static string Site(string host)
    {
        var labels = host.Split('.');
        if (labels.Length <= 2 || labels[^1].All(char.IsAsciiDigit))
        {
            return host;
        }

        var isBelowSecond = labels[^1].Length == 2 && (labels[^2].Length <= 3 || labels[^2] is "desa");
        return string.Join('.', labels[^(isBelowSecond ? 3 : 2)..]);
    }
}
