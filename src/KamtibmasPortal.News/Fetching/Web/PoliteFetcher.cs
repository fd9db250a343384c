namespace KamtibmasPortal.News.Fetching.Web;

/// <summary>A page, with the robots rule that allowed or refused it; null where no rule speaks of it.</summary>
public sealed record PoliteResult(WebResult Result, string? RobotsRule);

/// <summary>Asks robots.txt before it fetches. The rules of a site are read once in the life of this object.</summary>
public sealed class PoliteFetcher(WebFetcher fetcher)
{
    /// <summary>The name by which robots.txt may address this portal.</summary>
    public const string Product = "KamtibmasPortal";

    private readonly Dictionary<string, RobotsRules> _rules = new(StringComparer.OrdinalIgnoreCase);

    public async Task<PoliteResult> GetAsync(Uri address, CancellationToken cancellation)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (!_rules.TryGetValue(site, out var rules))
        {
            var answer = await fetcher.GetAsync(new Uri(site + "/robots.txt"), cancellation);
            if (answer.Fault is WebFault.Refused)
            {
                // The site may not be dialled at all: robots.txt has no part in it.
                return new PoliteResult(answer, null);
            }

            rules = RulesOf(answer);
            _rules.Add(site, rules);
        }

        var (allowed, rule) = rules.Decide(address.PathAndQuery);
        return allowed
            ? new PoliteResult(await fetcher.GetAsync(address, cancellation), rule)
            : new PoliteResult(new WebResult(null, WebFault.Refused, $"robots.txt says {rule}"), rule);
    }

    /// <summary>RFC 9309: no such file allows all, a site that can't answer refuses all for now.</summary>
    private static RobotsRules RulesOf(WebResult answer) => answer.Page switch
    {
        null => RobotsRules.RefuseAll,
        { Status: >= (System.Net.HttpStatusCode)200 and < (System.Net.HttpStatusCode)300 } page => RobotsRules.Parse(page.Bytes.Span, Product),
        { Status: >= (System.Net.HttpStatusCode)400 and < (System.Net.HttpStatusCode)500 } => RobotsRules.AllowAll,
        _ => RobotsRules.RefuseAll,
    };
}
