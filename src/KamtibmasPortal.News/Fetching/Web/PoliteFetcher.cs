using System.Collections.Concurrent;
using System.Net;

namespace KamtibmasPortal.News.Fetching.Web;

/// <summary>A page, with the robots rule that allowed or refused it; null where no rule speaks of it.</summary>
public sealed record PoliteResult(WebResult Result, string? RobotsRule);

/// <summary>
/// Fetches as a guest should: asks robots.txt first (RFC 9309), for every redirect too, one request at a time for each host with the
/// pause it asks for, silent when it is busy, and tries again only what may be a passing fault.
/// </summary>
public sealed class PoliteFetcher(WebFetcher fetcher, WebFetchSettings settings, HostTurns turns, TimeProvider clock)
{
    /// <summary>The name by which robots.txt may address this portal.</summary>
    public const string Product = "KamtibmasPortal";

    private const int Tries = 3;

    /// <summary>RFC 9309: no longer than a day.</summary>
    private static readonly TimeSpan RulesLast = TimeSpan.FromHours(24);
    private static readonly TimeSpan UnknownRulesLast = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan NoAnswerLasts = TimeSpan.FromSeconds(30);

    /// <summary>A list that names thousands of hosts must not fill the memory with their rules.</summary>
    private const int MostSites = 20_000;

    /// <summary>A busy site that asks for no more is waited for on the spot.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A longer pause than this between two pages would never end; it is kept, but not beyond.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Site> _sites = new(StringComparer.OrdinalIgnoreCase);

    public Task<PoliteResult> GetAsync(Uri address, CancellationToken cancellation) => GetAsync(new WebRequest(address), cancellation);

    public async Task<PoliteResult> GetAsync(WebRequest request, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            string? rule = null;
            var result = await fetcher.GetAsync(request, AskAsync, cancellation);
            if (result.Page is { } page && IsBusy(page))
            {
                result = WebResult.Failed(WebFault.Throttled, $"answered {(int)page.Status}", turns.KeepSilent(page.Address, page.RetryAfter));
            }

            var pause = result.RetryAt is { } until ? until - clock.GetUtcNow() : TimeSpan.FromMilliseconds(Random.Shared.Next(300, 900) * attempt);
            if (attempt == Tries || !MayPass(result) || pause > Patience)
            {
                return new PoliteResult(result, rule);
            }

            await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, clock, cancellation);

            async Task<Turn> AskAsync(Uri address, CancellationToken token)
            {
                var (refusal, distance, line) = await MayFetchAsync(address, token);
                rule = line ?? rule;
                return refusal is not null ? Turn.Refused(refusal) : await turns.WaitAsync(address, distance, token);
            }
        }
    }

    /// <summary>Sitemaps that robots.txt of a site names, as written.</summary>
    public async Task<IReadOnlyList<string>> SitemapsAsync(Uri address, CancellationToken cancellation) => (await RulesAsync(address, cancellation)).Rules.Sitemaps;

    private async Task<(WebResult? Refusal, TimeSpan Pause, string? Rule)> MayFetchAsync(Uri address, CancellationToken cancellation)
    {
        if (turns.SilentUntil(address) is { } until)
        {
            return (WebResult.Failed(WebFault.Throttled, "the site asked for silence", until), default, null);
        }

        var site = await RulesAsync(address, cancellation);
        if (site.Fault is { } fault)
        {
            return (fault, default, null);
        }

        var pause = site.Rules.CrawlDelay is { } asked && asked > settings.HostDelay ? asked : settings.HostDelay;
        var (allowed, rule) = site.Rules.Decide(address.PathAndQuery);
        return (allowed ? null : WebResult.Failed(WebFault.RobotsRefused, $"robots.txt says {rule}"), pause < LongestPause ? pause : LongestPause, rule);
    }

    private async Task<SiteRules> RulesAsync(Uri address, CancellationToken cancellation)
    {
        if (_sites.Count > MostSites)
        {
            _sites.Clear();
        }

        var root = address.GetLeftPart(UriPartial.Authority);
        var site = _sites.GetOrAdd(root, _ => new Site());
        await site.OneAtATime.WaitAsync(cancellation);
        try
        {
            return site.Rules is { } known && known.Until > clock.GetUtcNow() ? known : site.Rules = await ReadRulesAsync(new Uri(root + "/robots.txt"), cancellation);
        }
        finally
        {
            site.OneAtATime.Release();
        }
    }

    private async Task<SiteRules> ReadRulesAsync(Uri address, CancellationToken cancellation)
    {
        var answer = await fetcher.GetAsync(new WebRequest(address), (hop, token) => turns.WaitAsync(hop, settings.HostDelay, token), cancellation);
        var now = clock.GetUtcNow();
        return answer.Page switch
        {
            { IsSuccess: true } page => new SiteRules(RobotsRules.Parse(page.Bytes.Span, Product), null, now + RulesLast),
            { Status: HttpStatusCode.TooManyRequests } page => Unknown(WebResult.Failed(WebFault.Throttled, "robots.txt answered 429", turns.KeepSilent(address, page.RetryAfter))),
            // No such file allows all.
            { Status: >= (HttpStatusCode)400 and < (HttpStatusCode)500 } => new SiteRules(RobotsRules.AllowAll, null, now + RulesLast),
            { } page => Unknown(WebResult.Failed(WebFault.RobotsUnavailable, $"robots.txt answered {(int)page.Status}")),
            // A loop of redirects is no answer, and no answer allows all (RFC 9309, 2.3.1.2).
            null when answer.Fault is WebFault.TooManyRedirects or WebFault.TooLarge => new SiteRules(RobotsRules.AllowAll, null, now + RulesLast),
            // The site may not be dialled or does not answer at all: robots.txt has no part in it.
            null when answer.Fault is WebFault.Refused or WebFault.Unreachable or WebFault.UnknownHost or WebFault.Deadline => new SiteRules(RobotsRules.RefuseAll, answer, now + NoAnswerLasts),
            _ => Unknown(WebResult.Failed(WebFault.RobotsUnavailable, $"robots.txt: {answer.Detail}")),
        };

        // A site that can't tell its rules refuses all, for now.
        SiteRules Unknown(WebResult fault) => new(RobotsRules.RefuseAll, fault, now + UnknownRulesLast);
    }

    /// <summary>A site that says when to come back, or that it is asked too often.</summary>
    private static bool IsBusy(WebPage page) => page.Status is HttpStatusCode.TooManyRequests || (page.Status is HttpStatusCode.ServiceUnavailable && page.RetryAfter is not null);

    /// <summary>Faults that a second try may not meet: a connection that broke, a gateway that hiccuped. Never a deadline: a tarpit has time.</summary>
    private static bool MayPass(WebResult result) =>
        result.Fault is WebFault.Unreachable or WebFault.Throttled || result.Page?.Status is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private sealed class Site
    {
        public SemaphoreSlim OneAtATime { get; } = new(1);
        public SiteRules? Rules { get; set; }
    }

    /// <summary>Rules of a site until they must be read anew; with a fault nothing may be read until then.</summary>
    private sealed record SiteRules(RobotsRules Rules, WebResult? Fault, DateTimeOffset Until);
}
