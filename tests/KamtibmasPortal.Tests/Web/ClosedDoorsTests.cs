using System.Net;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>Headers on everything, doors that are closed unless somebody opened them, and the way in.</summary>
public sealed partial class ClosedDoorsTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string Password = "Gerbang-kota-2026";

    [Theory]
    [InlineData("/")]
    [InlineData("/favicon.svg")]
    [InlineData("/tidak-ada")]
    [InlineData("/artikel/bukan-id")]
    [InlineData("/api/v1/articles")]
    [InlineData("/api/v1/articles?limit=0")]
    [InlineData("/api/v1/tidak-ada")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/feed.xml")]
    [InlineData("/arsip")]
    [InlineData("/arsip/ekspor.csv")]
    [InlineData("/robots.txt")]
    [InlineData("/redaksi")]
    [InlineData("/redaksi/masuk")]
    public async Task Every_response_carries_the_security_headers(string address)
    {
        using var response = await portal.Client.GetAsync(address, Stop);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Server"));
    }

    /// <summary>A new endpoint is closed until it stands here.</summary>
    [Fact]
    public void Only_known_endpoints_are_open_to_everybody()
    {
        string[] open =
        [
            "", "api/v1/agencies", "api/v1/articles", "api/v1/articles/{id}", "api/v1/articles/{id}/revisions", "api/v1/regions", "api/v1/regions/{code}", "api/v1/sources", "api/v1/stories/{id}", "api/v1/topics", "arsip", "arsip/ekspor.csv", "arsip/ekspor.jsonl", "arsip/feed.xml", "arsip/per-bulan.csv", "artikel/{id}/riwayat", "artikel/{id}/tanggapan", "artikel/{id}/{slug}", "feed.xml", "galat/{status}", "health/live",
            "health/ready", "instansi", "instansi/{slug}", "pedoman", "peristiwa/{id}", "privasi", "ralat", "redaksi/lupa", "redaksi/masuk", "redaksi/masuk/kode", "redaksi/masuk/kunci-sandi", "redaksi/tautan/{secret}", "sumber", "tentang", "topik", "topik/{slug}", "wilayah", "wilayah/{code}",
        ];
        var closed = portal.Endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(e => e.RoutePattern.RawText!.Trim('/')).ToList();

        var anonymous = portal.Endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => ParameterKind().Replace(e.RoutePattern.RawText!.Trim('/'), "}")).Distinct(StringComparer.Ordinal).Where(r => !r.Contains('.', StringComparison.Ordinal) || r.StartsWith("feed", StringComparison.Ordinal) || r.StartsWith("arsip", StringComparison.Ordinal));

        Assert.Contains("redaksi/antrean", closed, StringComparer.Ordinal);
        Assert.Equal(string.Join("\n", open), string.Join("\n", anonymous.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Closed_pages_send_to_the_sign_in()
    {
        using var response = await portal.Client.GetAsync("/redaksi/antrean", Stop);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith("/redaksi/masuk", new Uri(portal.Client.BaseAddress!, response.Headers.Location!).PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_signs_in_publishes_and_everybody_reads()
    {
        var article = await portal.StoreAsync("antre", Document("Bogor"), Trust.Review, Display.FullText);
        await CreateEditorAsync("terbit@contoh.id", EditorRoles.Editor);
        using var editor = portal.NewClient();

        using var entered = await SignInAsync(editor, "terbit@contoh.id", Password);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        var page = await editor.GetStringAsync($"/redaksi/artikel/{article}", Stop);
        var form = DecisionForm().Match(page);
        Assert.True(form.Success, page);
        using var decided = await PostAsync(editor, WebUtility.HtmlDecode(form.Groups["action"].Value), FieldsOf(form.Value));

        Assert.True((int)decided.StatusCode is 302 or 200, decided.StatusCode.ToString());
        Assert.Equal(HttpStatusCode.OK, (await portal.Client.GetAsync($"/artikel/{article}", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await CreateEditorAsync("token@contoh.id", EditorRoles.Editor);
        using var editor = portal.NewClient();
        using var entered = await SignInAsync(editor, "token@contoh.id", Password);

        using var without = await PostAsync(editor, "/redaksi/masuk", new() { ["Email"] = "token@contoh.id", ["Password"] = Password });

        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        await CreateEditorAsync("kunci@contoh.id", EditorRoles.Editor);
        using var guesser = portal.NewClient();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await SignInAsync(guesser, "kunci@contoh.id", "salah-sekali-" + i);
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }

        using var right = await SignInAsync(guesser, "kunci@contoh.id", Password);

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Theory]
    [InlineData("https://contoh.example/")]
    [InlineData("//contoh.example")]
    [InlineData("/\\contoh.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Sign_in_never_leads_to_another_site(string elsewhere)
    {
        await CreateEditorAsync("alih@contoh.id", EditorRoles.Editor);
        using var editor = portal.NewClient();

        using var entered = await SignInAsync(editor, "alih@contoh.id", Password, elsewhere);

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.StartsWith("/redaksi", entered.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static string Document(string town) =>
        $"Warga {town} Jaga Kampung\n\n{town.ToUpperInvariant()} - Polsek setempat bersama warga menghidupkan ronda malam di tiga gang, Senin (6/5/2024). Regu dibagi dua putaran.\n\nKetua RW menyediakan kopi dan kentungan untuk peserta.";

    private async Task CreateEditorAsync(string email, string role)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EditorAccounts>().CreateAsync(email, Password, role);
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string email, string password, string? back = null)
    {
        var address = "/redaksi/masuk" + (back is null ? "" : "?kembali=" + Uri.EscapeDataString(back));
        var form = SignInForm().Match(await client.GetStringAsync(address, Stop));
        var fields = FieldsOf(form.Value);
        fields[fields.Keys.Single(k => k.EndsWith("Email", StringComparison.OrdinalIgnoreCase))] = email;
        fields[fields.Keys.Single(k => k.EndsWith("Password", StringComparison.OrdinalIgnoreCase))] = password;
        return await PostAsync(client, address, fields);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string address, Dictionary<string, string> fields) => client.PostAsync(address, new FormUrlEncodedContent(fields), Stop);

    private static Dictionary<string, string> FieldsOf(string form) =>
        Field().Matches(form).Select(m => (Name: Name().Match(m.Value), Value: Value().Match(m.Value))).Where(f => f.Name.Success)
            .GroupBy(f => f.Name.Groups[1].Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => WebUtility.HtmlDecode(g.First().Value.Groups[1].Value), StringComparer.Ordinal);

    [GeneratedRegex("<form[^>]*method=\"post\"[^>]*>.*?</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex SignInForm();

    [GeneratedRegex("<form[^>]*method=\"post\"[^>]*action=\"(?<action>[^\"]*artikel[^\"]*|[^\"]*antrean[^\"]*|[^\"]*putus[^\"]*)\"[^>]*>.*?Terbitkan.*?</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex DecisionForm();

    [GeneratedRegex("<(?:input|button)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Field();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex(@"(?::[^}]*)?\??\}")]
    private static partial Regex ParameterKind();
}
