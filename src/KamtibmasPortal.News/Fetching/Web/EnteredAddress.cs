using System.Net;
using System.Text.RegularExpressions;

namespace KamtibmasPortal.News.Fetching.Web;

public enum AddressFault { None, Missing, NotWeb, LocalFile, PrivateHost, SignedIn, TooLong }

/// <summary>
/// An address as somebody types or imports it, judged before anything is dialled. It saves a person the wait; the guard that counts
/// looks at what is really dialled.
/// </summary>
public static partial class EnteredAddress
{
    public const int Longest = 900;

    /// <summary>Names that are of this machine or of a network behind a door (RFC 6761, RFC 6762, RFC 8375, and what routers give out).</summary>
    private static readonly string[] s_private = [".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".home.arpa"];

    /// <param name="typed">As typed; a host without a scheme is meant as https.</param>
    /// <param name="allowed">host:port that may be fetched although it is not public.</param>
    /// <returns>The address without a fragment, or what is wrong with it.</returns>
    public static (Uri? Address, AddressFault Fault) Read(string? typed, IReadOnlyList<string> allowed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return (null, AddressFault.Missing);
        }

        if (text.Length > Longest)
        {
            return (null, AddressFault.TooLong);
        }

        if (LocalFile().IsMatch(text))
        {
            return (null, AddressFault.LocalFile);
        }

        text = FeedScheme().Replace(text, m => m.Groups["nested"].Success ? "" : "http://");
        if (OtherScheme().IsMatch(text) || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            return (null, AddressFault.NotWeb);
        }

        return Uri.TryCreate(WebScheme().IsMatch(text) ? text : "https://" + text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0
            ? Judge(url, allowed)
            : (null, AddressFault.NotWeb);
    }

    private static (Uri?, AddressFault) Judge(Uri url, IReadOnlyList<string> allowed)
    {
        if (url.UserInfo.Length > 0)
        {
            return (null, AddressFault.SignedIn);
        }

        if (IsPrivate(url.IdnHost.TrimEnd('.')) && !allowed.Contains($"{url.IdnHost}:{url.Port}", StringComparer.OrdinalIgnoreCase))
        {
            return (null, AddressFault.PrivateHost);
        }

        var whole = new UriBuilder(url) { Fragment = "" }.Uri;
        return whole.AbsoluteUri.Length > Longest ? (null, AddressFault.TooLong) : (whole, AddressFault.None);
    }

    private static bool IsPrivate(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address)
            ? !AddressGuard.IsPublic(address)
            : !host.Contains('.', StringComparison.Ordinal) || s_private.Any(s => host.EndsWith(s, StringComparison.OrdinalIgnoreCase));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>file:, a drive of Windows, a path from the root, a share.</summary>
    [GeneratedRegex(@"\A(file:|[a-z]:[\\/]|/|\\|\.\.?[\\/]|~/)", Options | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LocalFile();

    [GeneratedRegex(@"\Afeed:((?<nested>)(?=https?://)|//)", Options | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FeedScheme();

    [GeneratedRegex(@"\Ahttps?://", Options | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WebScheme();

    /// <summary>"javascript:alert(1)" and "ftp://", but not "situs.example:8080/".</summary>
    [GeneratedRegex(@"\A(?!https?://)[a-z][a-z0-9+.-]*:(?!\d{1,5}(/|\?|\z))", Options | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherScheme();
}
