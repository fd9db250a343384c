using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>An administrator erases an article for good.</summary>
public sealed partial class ErasureTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string Password = "Gerbang-kota-2026";
    private const string Ground = "Permintaan keluarga berdasarkan UU PDP, surat tanggal tiga Maret";

    [Fact]
    public async Task Nothing_of_it_is_left_anywhere()
    {
        var id = await portal.StoreAsync("lenyap", Document("Kalibawang"), Trust.Publish, Display.FullText);
        Assert.Equal(id, await portal.StoreAsync("lenyap", Document("Kalibawang").Replace("dua gang", "tiga gang", StringComparison.Ordinal), Trust.Publish, Display.FullText));
        using var administrator = await EnterAsync("hapus@contoh.id", EditorRoles.Administrator);
        Assert.Contains($"/redaksi/artikel/{id}/hapus", await administrator.GetStringAsync($"/redaksi/artikel/{id}", Stop), StringComparison.Ordinal);

        using var answer = await EraseAsync(administrator, id, Ground);

        Assert.Equal((HttpStatusCode.Redirect, "/redaksi/antrean?hasil=hapus"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Contains("Berita sudah dihapus permanen.", await administrator.GetStringAsync(answer.Headers.Location, Stop), StringComparison.Ordinal);
        foreach (var address in new[] { $"/artikel/{id}", $"/artikel/{id}/riwayat", $"/api/v1/articles/{id}", $"/api/v1/articles/{id}/revisions" })
        {
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await portal.Client.GetAsync(address, Stop)).StatusCode));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/redaksi/artikel/{id}", Stop)).StatusCode);
        foreach (var list in new[] { "/", "/feed.xml", "/api/v1/articles?limit=100" })
        {
            var shown = await portal.TextAsync(list);
            Assert.DoesNotContain(id.ToString(), shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Kalibawang", shown, StringComparison.Ordinal);
        }

        await using var scope = portal.Services.CreateAsyncScope();
        var entry = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().AuditEntries.AsNoTracking().SingleAsync(e => e.Subject == id.ToString(), Stop);
        Assert.Equal(("article.erase", "hapus@contoh.id", Ground), (entry.Act, entry.Editor, entry.Detail));
    }

    [Theory]
    [InlineData(EditorRoles.Editor)]
    [InlineData(EditorRoles.Contributor)]
    public async Task Nobody_but_an_administrator_may(string role)
    {
        var id = await portal.StoreAsync("bertahan-" + role, Document("Lendah " + role), Trust.Publish, Display.FullText);
        using var editor = await EnterAsync($"{role}@contoh.id", role);

        Assert.DoesNotContain("/hapus", await editor.GetStringAsync($"/redaksi/artikel/{id}", Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync($"/redaksi/artikel/{id}/hapus", Stop)).StatusCode);
        var fields = FieldsOf(Form().Matches(await editor.GetStringAsync("/redaksi/antrean", Stop))[0].Value);
        fields["ground"] = Ground;
        using var answer = await editor.PostAsync($"/redaksi/artikel/{id}/hapus", new FormUrlEncodedContent(fields), Stop);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await portal.Client.GetAsync($"/artikel/{id}", Stop)).StatusCode);
    }

    [Fact]
    public async Task Strangers_and_forms_without_their_token_are_refused()
    {
        var id = await portal.StoreAsync("tanpa-token", Document("Nanggulan"), Trust.Publish, Display.FullText);
        using var administrator = await EnterAsync("token@contoh.id", EditorRoles.Administrator);
        var fields = new Dictionary<string, string> { ["ground"] = Ground };

        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.PostAsync($"/redaksi/artikel/{id}/hapus", new FormUrlEncodedContent(fields), Stop)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await portal.Client.PostAsync($"/redaksi/artikel/{id}/hapus", new FormUrlEncodedContent(fields), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await portal.Client.GetAsync($"/artikel/{id}", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("singkat")]
    [InlineData("a       b       c")]
    [InlineData("Diminta keluarga: warga Panjatan jaga KAMPUNG, tolong segera")]
    [InlineData("Diminta karena bersama warga menghidupkan ronda malam di sana")]
    public async Task A_ground_must_say_something_and_must_not_keep_what_it_erases(string ground)
    {
        var id = await portal.StoreAsync("alasan" + ground.Length, Document("Panjatan") + new string('.', ground.Length), Trust.Publish, Display.FullText);
        using var administrator = await EnterAsync($"alasan{ground.Length}@contoh.id", EditorRoles.Administrator);

        using var answer = await EraseAsync(administrator, id, ground);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await portal.Client.GetAsync($"/artikel/{id}", Stop)).StatusCode);
    }

    [Fact]
    public async Task The_page_says_what_is_lost_and_what_stays()
    {
        var id = await portal.StoreAsync("tanya", Document("Samigaluh"), Trust.Publish, Display.FullText);
        using var administrator = await EnterAsync("tanya@contoh.id", EditorRoles.Administrator);

        var page = await administrator.GetStringAsync($"/redaksi/artikel/{id}/hapus", Stop);

        foreach (var line in KamtibmasPortal.Web.Texts.Erasure.Lost.Concat(KamtibmasPortal.Web.Texts.Erasure.Stays).Append("tidak dapat dibatalkan"))
        {
            Assert.Contains(line, page, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/redaksi/artikel/{Guid.Empty}/hapus", Stop)).StatusCode);
    }

    private static string Document(string town) =>
        $"Warga {town} Jaga Kampung\n\n{town.ToUpperInvariant()} - Polsek setempat bersama warga menghidupkan ronda malam di dua gang, Senin (6/5/2024). Regu dibagi dua putaran.\n\nKetua RW menyediakan kopi dan kentungan untuk peserta di {town}.";

    private async Task<HttpClient> EnterAsync(string email, string role)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EditorAccounts>().CreateAsync(email, Password, role);
        var client = portal.NewClient();
        var fields = FieldsOf(Form().Match(await client.GetStringAsync("/redaksi/masuk", Stop)).Value);
        (fields["Email"], fields["Password"]) = (email, Password);
        using var entered = await client.PostAsync("/redaksi/masuk", new FormUrlEncodedContent(fields), Stop);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        return client;
    }

    private static async Task<HttpResponseMessage> EraseAsync(HttpClient client, Guid id, string ground)
    {
        var address = $"/redaksi/artikel/{id}/hapus";
        var fields = FieldsOf(Form().Matches(await client.GetStringAsync(address, Stop)).Single(m => m.Value.Contains("erasing", StringComparison.Ordinal)).Value);
        fields["ground"] = ground;
        return await client.PostAsync(address, new FormUrlEncodedContent(fields), Stop);
    }

    private static Dictionary<string, string> FieldsOf(string form) =>
        Field().Matches(form).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value), StringComparer.Ordinal);

    [GeneratedRegex("<form[^>]*method=\"post\"[^>]*>.*?</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex("<input name=\"(?<name>[^\"]*)\"[^>]*value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Field();
}
