using System.Net;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Security;

namespace KamtibmasPortal.Tests.Web;

/// <summary>However somebody spells another site, the sign-in leads to none.</summary>
public sealed partial class OpenRedirectTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static readonly string[] s_beginnings =
    [
        "//", "///", "////", "/\\", "\\/", "\\\\", "\\", "/\\/", "//\\", "https://", "http://", "HTTPS://", "https:", "https:/", "https:///", "https:\\\\", "http:\\", "ftp://", "ws://", "file://", "javascript://", "javascript:alert(1)//",
        "data:text/html,", "vbscript:", "blob:https://", "mailto:", "/\t/", "/\n/", "/\r\n/", "\t//", " //", "\n//", "/ /", "~//", "~/\\", "~/\t/", "./\\", ".//", "..//", "@", "://", ":", "/\0/", "/\u0001/", "\u00a0//", "\u2028//", "\uff0f\uff0f", "/\uff0f", "%2f%2f", "/%09//", "?//", "#//", "/.//", "/..//", "/redaksi@",
    ];

    private static readonly string[] s_sites = ["contoh.example", "contoh.example/redaksi/masuk", "siapa@contoh.example", "contoh.example:443", "[2001:db8::1]/", "192.0.2.7", "contoh%2eexample", "contoh\u3002example"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The form carries where to go: whatever is spelt, it stays in this portal.</summary>
    [Fact]
    public async Task No_spelling_of_another_site_is_taken_up()
    {
        var spellings = s_beginnings.SelectMany(b => s_sites.Select(s => b + s)).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(spellings.Count >= 300, $"{spellings.Count}");
        using var visitor = DeskVisitor.Outside(portal);

        var left = new List<string>();
        foreach (var spelling in spellings)
        {
            var page = WebUtility.HtmlDecode(await visitor.PageAsync("/redaksi/masuk?kembali=" + Uri.EscapeDataString(spelling)));
            if (Carried().Match(page) is { Success: true } carried && Leaves(Uri.UnescapeDataString(carried.Groups[1].Value)))
            {
                left.Add(spelling);
            }
        }

        Assert.Empty(left);
    }

    /// <summary>The sign-in itself, to the end.</summary>
    [Fact]
    public async Task No_sign_in_leads_to_another_site()
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        foreach (var beginning in s_beginnings.Where((_, i) => i % 4 == 0))
        {
            var spelling = beginning + "contoh.example";
            using var visitor = DeskVisitor.Outside(portal, editor.Email);
            using var answer = await visitor.SendAsync("/redaksi/masuk", "/redaksi/masuk?kembali=" + Uri.EscapeDataString(spelling), ("Email", editor.Email), ("Password", DeskVisitor.Password));

            Assert.Equal((spelling, HttpStatusCode.Redirect, false), (spelling, answer.StatusCode, Leaves(answer.Headers.GetValues("Location").Single())));
        }
    }

    [Theory]
    [InlineData("/redaksi/sumber?hasil=jeda#a", true)]
    [InlineData("/", true)]
    [InlineData("", false)]
    [InlineData("redaksi", false)]
    [InlineData("~/redaksi", false)]
    [InlineData("/\u00e9", false)]
    [InlineData("/a b", false)]
    [InlineData("//a", false)]
    public void Only_a_plain_path_of_this_portal_is_one(string back, bool taken) => Assert.Equal(taken ? back : null, ReturnAddress.Of(back));

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

    [GeneratedRegex("data-send=\"[^\"]*[?]kembali=([^\"]*)\"")]
    private static partial Regex Carried();
}
