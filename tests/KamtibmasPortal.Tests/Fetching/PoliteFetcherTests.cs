using KamtibmasPortal.News.Fetching.Web;

namespace KamtibmasPortal.Tests.Fetching;

public sealed class PoliteFetcherTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 26\r\nConnection: close\r\n\r\nUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 26\r\nConnection: close\r\n\r\nUser-agent: *\nDisallow: /a", "/b", true)]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "/a", true)]
    [InlineData("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "/a", false)]
    public async Task Robots_are_asked_once_and_obeyed(string robots, string path, bool fetched)
    {
        await using var server = new CannedServer((asked, s, stop) => CannedServer.WriteAsync(s, asked == "/robots.txt" ? robots : CannedServer.Ok("isi"), stop));
        using var fetcher = new WebFetcher(Settings(server.Host));
        var polite = Polite(fetcher, Settings(server.Host));

        var first = await polite.GetAsync(new Uri($"http://{server.Host}{path}"), Stop);
        await polite.GetAsync(new Uri($"http://{server.Host}{path}"), Stop);

        Assert.Equal(fetched, first.Result.Page is not null);
        Assert.Equal(1, server.Asked.Count(a => a == "/robots.txt"));
        Assert.Equal(fetched ? 2 : 0, server.Asked.Count(a => a == path));
    }

    [Fact]
    public async Task A_site_that_may_not_be_dialled_is_not_blamed_on_its_robots()
    {
        using var fetcher = new WebFetcher(Settings());

        var result = (await Polite(fetcher, Settings()).GetAsync(new Uri("http://127.0.0.1/"), Stop)).Result;

        Assert.Equal(WebFault.Refused, result.Fault);
        Assert.DoesNotContain("robots", result.Detail, StringComparison.OrdinalIgnoreCase);
    }

    private static WebFetchSettings Settings(params string[] hosts) => new() { UserAgent = "KamtibmasPortal-uji", AllowedPrivateHosts = hosts, HostDelay = TimeSpan.Zero };

    private static PoliteFetcher Polite(WebFetcher fetcher, WebFetchSettings settings) => new(fetcher, settings, new HostTurns(TimeProvider.System), TimeProvider.System);
}
