using System.Text;
using System.Text.RegularExpressions;

namespace KamtibmasPortal.News.Fetching.Web;

/// <summary>
/// One spelling for all the addresses under which a site offers one article: http or https, with or without www, mobile and AMP
/// twins, tracking parameters, the order of parameters, a closing slash. For comparing, not for fetching.
/// </summary>
public static partial class CanonicalAddress
{
    private const int LengthLimit = 900;

    private static readonly HashSet<string> s_tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "dclid", "wbraid", "gbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "_ga", "_gl", "ref_src", "ref_url", "feed_id", "cmpid", "ocid",
        "ncid", "spm", "sharefrom", "_openstat", "ns_campaign", "ns_mchannel", "ns_source", "__twitter_impression", "amp", "amp_js_v", "outputtype", "tag_from", "tracking_page_type",
    };

    private static readonly string[] s_twins = ["www.", "m.", "mobile.", "amp.", "wap."];

    /// <summary>The canonical spelling; null when <paramref name="address"/> is no http or https address or too long to be one of an article.</summary>
    public static string? Of(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var url) ? Of(url) : null;

    public static string? Of(Uri url)
    {
        if (url.Scheme is not ("http" or "https") || url.Host.Length == 0)
        {
            return null;
        }

        var canonical = new StringBuilder("https://").Append(HostOf(url)).Append(PathOf(url)).Append(QueryOf(url));
        // Only an address that hides the whole page behind the fragment needs it.
        if (url.Fragment.StartsWith("#!", StringComparison.Ordinal))
        {
            canonical.Append(url.Fragment);
        }

        return canonical.Length <= LengthLimit ? canonical.ToString() : null;
    }

    /// <summary>The address a reader should be sent to: as it was, without what only tracks.</summary>
    public static string ForReaders(Uri url)
    {
        var query = string.Join('&', Parameters(url).Where(p => !IsTracking(p.Split('=')[0])));
        return url.GetLeftPart(UriPartial.Path) + (query.Length > 0 ? "?" + query : "") + (url.Fragment.StartsWith("#!", StringComparison.Ordinal) ? url.Fragment : "");
    }

    private static string HostOf(Uri url)
    {
        var host = url.IdnHost.TrimEnd('.').ToLowerInvariant();
        foreach (var twin in s_twins)
        {
            // "m.id" is a name of its own, "m.situs.id" the twin of another.
            if (host.StartsWith(twin, StringComparison.Ordinal) && host.AsSpan(twin.Length).Contains('.') && !char.IsAsciiDigit(host[^1]))
            {
                host = host[twin.Length..];
                break;
            }
        }

        return url.IsDefaultPort || url.Port is 80 or 443 ? host : $"{host}:{url.Port}";
    }

    private static string PathOf(Uri url)
    {
        var path = Slashes().Replace(Spelling(url.AbsolutePath), "/");
        path = AmpEnd().Replace(path, "");
        path = path.StartsWith("/amp/", StringComparison.OrdinalIgnoreCase) ? path[4..] : path;
        path = Index().Replace(path, "/");
        path = path.TrimEnd('/');
        return path.Length == 0 ? "/" : path;
    }

    private static string QueryOf(Uri url)
    {
        var kept = Parameters(url).Where(p => !IsTracking(p.Split('=')[0]) && !IsWholePage(p)).Select(Spelling).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return kept.Count == 0 ? "" : "?" + string.Join('&', kept);
    }

    private static string[] Parameters(Uri url) => url.Query.TrimStart('?').Replace("&amp;", "&", StringComparison.Ordinal).Split(['&', ';'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsTracking(string name) => s_tracking.Contains(name) || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("pk_", StringComparison.OrdinalIgnoreCase);

    /// <summary>"All pages in one", the printed and the mobile form are the same article.</summary>
    private static bool IsWholePage(string parameter) => parameter.ToUpperInvariant() is "PAGE=ALL" or "PAGE=1" or "SHOWPAGE=ALL" or "VIEW=ALL" or "OUTPUT=AMP" or "PRINT=1" or "M=0" or "M=1";

    /// <summary>One spelling for percent-encoded characters: those that need none lose it, the others are upper case.</summary>
    private static string Spelling(string text) => Escaped().Replace(text, m =>
    {
        var c = (char)Convert.ToByte(m.Value[1..], 16);
        return char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' ? c.ToString() : m.Value.ToUpperInvariant();
    });

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("%[0-9A-F]{2}", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Escaped();

    [GeneratedRegex("/{2,}", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"(/amp/?|\.amp|/amp\.html)$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex AmpEnd();

    [GeneratedRegex(@"/(index|default)\.(html?|php|aspx?)$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Index();
}
