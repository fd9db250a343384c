using System.Net;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>A portal that people reach by https through a proxy which ends TLS.</summary>
public sealed partial class BehindProxyTests(BehindProxyTests.KnownProxy known, BehindProxyTests.UnknownProxy unknown)
    : IClassFixture<BehindProxyTests.KnownProxy>, IClassFixture<BehindProxyTests.UnknownProxy>
{
    private const string Password = "Gerbang-kota-2026";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public sealed class KnownProxy : RunningPortal
    {
        protected override string[] MoreSettings => ["--Portal:PublicUrl=https://berita.contoh.id", "--Portal:KnownProxies:0=127.0.0.1"];
    }

    public sealed class UnknownProxy : RunningPortal
    {
        protected override string[] MoreSettings => ["--Portal:PublicUrl=https://berita.contoh.id"];
    }

    [Fact]
    public async Task An_editor_signs_in_through_a_known_proxy_and_every_cookie_is_secure()
    {
        await using (var scope = known.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<EditorAccounts>().CreateAsync("proksi@contoh.id", Password, EditorRoles.Editor);
        }

        using var visitor = NewVisitor(known);
        using var form = await visitor.GetAsync("/redaksi/masuk", Stop);
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        using var post = new HttpRequestMessage(HttpMethod.Post, "/redaksi/masuk")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Email"] = "proksi@contoh.id",
                ["Password"] = Password,
                ["__formulir"] = Token().Match(await form.Content.ReadAsStringAsync(Stop)).Groups[1].Value,
            }),
        };
        post.Headers.Add("Cookie", CookiesOf(form));
        using var entered = await visitor.SendAsync(post, Stop);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        using var desk = new HttpRequestMessage(HttpMethod.Get, "/redaksi");
        desk.Headers.Add("Cookie", CookiesOf(entered));
        using var opened = await visitor.SendAsync(desk, Stop);

        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.All([.. form.Headers.GetValues("Set-Cookie"), .. entered.Headers.GetValues("Set-Cookie")], c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("GET", "/redaksi/masuk")]
    [InlineData("POST", "/redaksi/masuk")]
    [InlineData("GET", "/redaksi")]
    public async Task Without_a_known_proxy_the_sign_in_says_what_is_missing(string method, string address)
    {
        using var visitor = NewVisitor(unknown);
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = method == "POST" ? new FormUrlEncodedContent([]) : null };
        using var response = await visitor.SendAsync(request, Stop);
        var page = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("https", page, StringComparison.Ordinal);
        Assert.Contains("Portal__KnownProxies__0", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"id\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Without_a_known_proxy_everybody_still_reads() => Assert.Equal(HttpStatusCode.OK, (await unknown.Client.GetAsync("/", Stop)).StatusCode);

    private static HttpClient NewVisitor(RunningPortal portal)
    {
#pragma warning disable RS0030 // The ban is on the portal's own traffic; this is its visitor, who keeps Secure cookies by hand.
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = portal.Client.BaseAddress };
#pragma warning restore RS0030
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return client;
    }

    private static string CookiesOf(HttpResponseMessage response) => string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(c => c[..c.IndexOf(';', StringComparison.Ordinal)]));

    [GeneratedRegex("name=\"__formulir\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Token();
}
