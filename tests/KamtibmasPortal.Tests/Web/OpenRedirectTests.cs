using System.Net;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>However somebody spells another site, the sign-in leads to none.</summary>
public sealed class OpenRedirectTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static readonly string[] s_beginnings =
    [
        "//", "///", "////", "/\\", "\\/", "\\\\", "\\", "/\\/", "//\\", "https://", "http://", "HTTPS://", "https:", "https:/", "https:///", "https:\\\\", "http:\\", "ftp://", "ws://", "file://", "javascript://", "javascript:alert(1)//",
        "data:text/html,", "vbscript:", "blob:https://", "mailto:", "/\t/", "/\n/", "/\r\n/", "\t//", " //", "\n//", "/ /", "~//", "~/\\", "~/\t/", "./\\", ".//", "..//", "@", "://", ":", "/\0/", "/\u0001/", "\u00a0//", "\u2028//", "\uff0f\uff0f", "/\uff0f", "%2f%2f", "/%09//", "?//", "#//", "/.//", "/..//", "/redaksi@",
    ];

    private static readonly string[] s_sites = ["contoh.example", "contoh.example/redaksi/masuk", "siapa@contoh.example", "contoh.example:443", "[2001:db8::1]/", "192.0.2.7", "contoh%2eexample", "contoh\u3002example"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_spelling_of_another_site_is_followed()
    {
        const string Email = "kemudi@contoh.id";
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<EditorAccounts>().CreateAsync(Email, DeskVisitor.Password, EditorRoles.Editor);
        }

        var spellings = s_beginnings.SelectMany(b => s_sites.Select(s => b + s)).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(spellings.Count >= 300, $"{spellings.Count}");
        // One who keeps the form's cookie and no other: the same form is sent again and again.
#pragma warning disable RS0030 // The ban is on the portal's own traffic; this is its visitor.
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = portal.Client.BaseAddress };
#pragma warning restore RS0030
        using var form = await client.GetAsync("/redaksi/masuk", Stop);
        var page = await form.Content.ReadAsStringAsync(Stop);
        var token = System.Text.RegularExpressions.Regex.Match(page, "name=\"__formulir\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        var cookie = form.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("formulir=", StringComparison.Ordinal)).Split(';')[0];

        var left = new List<string>();
        foreach (var spelling in spellings)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/redaksi/masuk?kembali=" + Uri.EscapeDataString(spelling))
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Email"] = Email, ["Password"] = DeskVisitor.Password, ["__formulir"] = token }),
            };
            request.Headers.Add("Cookie", cookie);
            using var answer = await client.SendAsync(request, Stop);
            Assert.Equal((spelling, HttpStatusCode.Redirect), (spelling, answer.StatusCode));
            if (Leaves(answer.Headers.GetValues("Location").Single()))
            {
                left.Add(spelling);
            }
        }

        Assert.Empty(left);
    }

    /// <summary>As a browser reads an address: tabs and line ends are dropped, a backslash is a slash (WHATWG URL, 4.4).</summary>
    private bool Leaves(string location)
    {
        var read = new string([.. location.Where(c => c is not ('\t' or '\n' or '\r'))]).Trim().Replace('\\', '/');
        var home = portal.Client.BaseAddress!;
        return read.StartsWith("//", StringComparison.Ordinal) || !Uri.TryCreate(home, read, out var there) || there.Scheme != home.Scheme || there.Authority != home.Authority;
    }

    [Theory]
    [InlineData("//contoh.example", false)]
    [InlineData("/\\contoh.example", false)]
    [InlineData("https://contoh.example", false)]
    [InlineData("/redaksi/sumber?a=1", true)]
    public async Task The_form_and_the_second_step_carry_only_addresses_of_this_portal(string back, bool kept)
    {
        using var visitor = DeskVisitor.Outside(portal);

        var page = WebUtility.HtmlDecode(await visitor.PageAsync("/redaksi/masuk?kembali=" + Uri.EscapeDataString(back)));

        Assert.Equal(kept, page.Contains("/redaksi/masuk/kunci-sandi?kembali=" + Uri.EscapeDataString(back), StringComparison.Ordinal));
    }
}
