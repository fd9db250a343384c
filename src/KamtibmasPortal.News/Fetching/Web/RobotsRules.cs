using System.Globalization;
using System.Text;

namespace KamtibmasPortal.News.Fetching.Web;

/// <summary>What robots.txt lets this portal read (RFC 9309): the group that names it, else the one for all; the longest matching rule decides, and a tie allows.</summary>
public sealed class RobotsRules
{
    /// <summary>The RFC asks to read 500 KiB at least.</summary>
    private const int SizeLimit = 512 * 1024;

    private readonly List<(bool Allow, string Pattern)> _rules;

    private RobotsRules(List<(bool Allow, string Pattern)> rules, TimeSpan? delay, IReadOnlyList<string> sitemaps) => (_rules, CrawlDelay, Sitemaps) = (rules, delay, sitemaps);

    /// <summary>Pause between requests that the site asks for; null when it asks for none.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Addresses of sitemaps, as written.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    public static RobotsRules AllowAll { get; } = new([], null, []);

    public static RobotsRules RefuseAll { get; } = new([(false, "/")], null, []);

    /// <param name="bytes">robots.txt as received.</param>
    /// <param name="product">This portal's product token, without version.</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> bytes, string product)
    {
        var groups = new List<RobotsGroup>();
        var sitemaps = new List<string>();
        var open = false;
        foreach (var raw in Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, SizeLimit)]).TrimStart('\uFEFF').Split('\n', '\r'))
        {
            var line = raw.Split('#')[0];
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            var (key, value) = (line[..colon].Trim().ToUpperInvariant(), line[(colon + 1)..].Trim());
            if (key == "USER-AGENT")
            {
                if (!open)
                {
                    groups.Add(new RobotsGroup());
                }

                groups[^1].Agents.Add(value);
                open = true;
                continue;
            }

            if (key == "SITEMAP")
            {
                sitemaps.Add(value);
                continue;
            }

            // Any other line ends the list of agents, even one this reader does not know.
            open = false;
            if (groups.Count > 0)
            {
                groups[^1].Read(key, value);
            }
        }

        var own = groups.FindAll(g => g.Agents.Exists(a => string.Equals(a.Split('/')[0].Trim(), product, StringComparison.OrdinalIgnoreCase)));
        own = own.Count > 0 ? own : groups.FindAll(g => g.Agents.Contains("*"));
        return new RobotsRules([.. own.SelectMany(g => g.Rules)], own.Select(g => g.Delay).FirstOrDefault(d => d is not null), sitemaps);
    }

    /// <summary>Whether a path with its query may be read, and the rule that says so; null when no rule speaks of it.</summary>
    public (bool Allowed, string? Rule) Decide(string pathAndQuery)
    {
        var path = Normal(pathAndQuery);
        (bool Allow, string Pattern)? best = null;
        foreach (var rule in _rules)
        {
            if (Matches(rule.Pattern, path) && (best is null || rule.Pattern.Length > best.Value.Pattern.Length || (rule.Pattern.Length == best.Value.Pattern.Length && rule.Allow)))
            {
                best = rule;
            }
        }

        return best is { } found && path != "/robots.txt" ? (found.Allow, $"{(found.Allow ? "Allow" : "Disallow")}: {found.Pattern}") : (true, null);
    }

    /// <summary>Prefix match with * for anything and a closing $ for the end; linear in the path for each star.</summary>
    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var parts = (anchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var last = i == parts.Length - 1;
            if (last && anchored)
            {
                return path.Length - at >= parts[i].Length && path.EndsWith(parts[i], StringComparison.Ordinal);
            }

            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !anchored || at == path.Length;
    }

    /// <summary>One spelling for percent-encoded characters, so that rule and path compare.</summary>
    internal static string Normal(string path)
    {
        try
        {
            return Uri.EscapeDataString(Uri.UnescapeDataString(path)).Replace("%2F", "/", StringComparison.Ordinal).Replace("%2A", "*", StringComparison.Ordinal).Replace("%24", "$", StringComparison.Ordinal)
                .Replace("%3F", "?", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal).Replace("%26", "&", StringComparison.Ordinal);
        }
        catch (UriFormatException)
        {
            return path;
        }
    }

    private sealed class RobotsGroup
    {
        private const int RuleLimit = 2000;

        public List<string> Agents { get; } = [];
        public List<(bool Allow, string Pattern)> Rules { get; } = [];
        public TimeSpan? Delay { get; private set; }

        public void Read(string key, string value)
        {
            if (key is "ALLOW" or "DISALLOW" && value.Length > 0 && Rules.Count < RuleLimit)
            {
                Rules.Add((key == "ALLOW", Normal(value)));
            }
            else if (key == "CRAWL-DELAY" && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 86_400)
            {
                Delay = TimeSpan.FromSeconds(seconds);
            }
        }
    }
}
