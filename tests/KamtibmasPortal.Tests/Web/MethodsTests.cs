using System.Net;
using Microsoft.AspNetCore.Routing;

namespace KamtibmasPortal.Tests.Web;

/// <summary>Which methods an address answers, and to whom.</summary>
public sealed class MethodsTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/wilayah/31")]
    [InlineData("/api/v1/articles")]
    [InlineData("/api/v1/articles?limit=0")]
    [InlineData("/api/v1/articles/00000000-0000-0000-0000-000000000000")]
    [InlineData("/api/v1/articles/00000000-0000-0000-0000-000000000000/revisions")]
    [InlineData("/artikel/00000000-0000-0000-0000-000000000000/riwayat")]
    [InlineData("/api/v1/regions")]
    [InlineData("/api/v1/regions/31")]
    [InlineData("/api/v1/agencies")]
    [InlineData("/api/v1/topics")]
    [InlineData("/api/v1/sources")]
    [InlineData("/feed.xml")]
    [InlineData("/wilayah/31/feed.xml")]
    [InlineData("/topik/narkotika/feed.xml")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/robots.txt")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/favicon.svg")]
    public async Task Head_is_get_without_its_body(string address)
    {
        using var get = await portal.Client.GetAsync(address, Stop);
        using var head = await SendAsync(HttpMethod.Head, address);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/articles")]
    [InlineData("/api/v1/regions/31")]
    [InlineData("/feed.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Any_other_method_is_refused_and_told_which_are_allowed(string address)
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Delete, HttpMethod.Trace, HttpMethod.Put, HttpMethod.Patch })
        {
            using var response = await SendAsync(method, address);

            Assert.Equal((method, HttpStatusCode.MethodNotAllowed), (method, response.StatusCode));
            Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Other_sites_may_read_the_api_and_nothing_else()
    {
        var addresses = portal.Endpoints.Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(a => !a.Contains('{', StringComparison.Ordinal))
            .Concat(["/artikel/00000000-0000-0000-0000-000000000000", "/wilayah/31", "/wilayah/31/feed.xml", "/tidak-ada", "/openapi/v1.json", "/api/v1/regions/31"]).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains("/health/live", addresses, StringComparer.Ordinal);

        foreach (var address in addresses)
        {
            using var response = await SendAsync(HttpMethod.Get, address, "https://lain.example");
            Assert.Equal((address, address.StartsWith("/api/v1/", StringComparison.Ordinal)), (address, response.Headers.Contains("Access-Control-Allow-Origin")));
        }
    }

    [Fact]
    public async Task A_browser_may_ask_before_it_reads()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/articles");
        request.Headers.Add("Origin", "https://lain.example");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        using var response = await portal.Client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task The_api_document_describes_each_address_once()
    {
        using var document = System.Text.Json.JsonDocument.Parse(await portal.TextAsync("/openapi/v1.json"));

        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            Assert.StartsWith("/api/v1/", path.Name, StringComparison.Ordinal);
            Assert.Equal(["get"], path.Value.EnumerateObject().Select(o => o.Name));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await portal.Client.SendAsync(request, Stop);
    }
}
