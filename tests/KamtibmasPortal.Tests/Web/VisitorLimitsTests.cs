using System.Globalization;
using System.Net;

namespace KamtibmasPortal.Tests.Web;

public sealed class LimitedPortal : RunningPortal
{
    protected override string[] MoreSettings => ["--RateLimits:PerMinute=3"];
}

public sealed class VisitorLimitsTests(LimitedPortal portal) : IClassFixture<LimitedPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_answer_says_what_is_left_and_the_last_when_to_come_back()
    {
        var left = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            using var response = await portal.Client.GetAsync(i == 1 ? "/arsip?q=apa" : "/api/v1/topics", Stop);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("3", Assert.Single(response.Headers.GetValues("RateLimit-Limit")));
            left.AddRange(response.Headers.GetValues("RateLimit-Remaining"));
        }

        using var refused = await portal.Client.GetAsync("/api/v1/topics", Stop);

        Assert.Equal(["2", "1", "0"], left);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await portal.Client.GetAsync("/", Stop)).StatusCode);
    }
}
