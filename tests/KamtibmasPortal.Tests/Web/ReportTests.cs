using System.Net;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>Anybody reports a mistake or replies; editors handle it; the sender's data go when they are no longer needed.</summary>
public sealed partial class ReportTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Said = "Nama ketua RW pada paragraf ketiga keliru, yang benar Pak Wagiman.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_reaches_the_editors_is_answered_by_a_correction_and_forgets_its_sender()
    {
        var id = await portal.StoreAsync("lapor", Document("Berbah"), Trust.Publish, Display.Excerpt);
        Assert.Contains($"/artikel/{id}/tanggapan", await portal.TextAsync($"/artikel/{id}"), StringComparison.Ordinal);
        using var sent = await SendAsync(portal.NewClient(), id, ("kind", "RightOfReply"), ("text", Said), ("name", "Wagiman"), ("contact", "wagiman@contoh.id"));
        Assert.Equal($"/artikel/{id}/tanggapan?hasil=terima", sent.Headers.Location!.OriginalString);
        var report = await OnlyAsync(id);
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);

        Assert.Contains(report.ToString(), await editor.PageAsync("/redaksi/tanggapan"), StringComparison.Ordinal);
        Assert.Contains("wagiman@contoh.id", await editor.PageAsync($"/redaksi/tanggapan/{report}"), StringComparison.Ordinal);
        var version = (await ReadAsync(db => db.Articles.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Stop))).ToString();
        using var corrected = await editor.SendAsync($"/redaksi/artikel/{id}", $"/redaksi/artikel/{id}?handler=Correct", ("version", version), ("kind", "Reply"), ("text", "Ketua RW adalah Wagiman."), ("report", report.ToString()));
        var row = await ReadAsync(db => db.ReaderReports.AsNoTracking().SingleAsync(r => r.Id == report, Stop));
        Assert.Equal((ReportState.Answered, editor.Email), (row.State, row.HandledBy));
        Assert.Equal(report, await ReadAsync(db => db.Corrections.Where(c => c.Id == row.CorrectionId).Select(c => c.ReportId).SingleAsync(Stop)));

        using var erased = await editor.SendAsync($"/redaksi/tanggapan/{report}", $"/redaksi/tanggapan/{report}?handler=Erase");
        Assert.DoesNotContain("wagiman@contoh.id", await editor.PageAsync($"/redaksi/tanggapan/{report}"), StringComparison.Ordinal);
        Assert.Equal(0, await ReadAsync(db => db.ReaderReports.CountAsync(r => r.Name != null || r.Contact != null, Stop)));
        Assert.Equal(["article.correct", "report.contact-erase"], await ReadAsync(db => db.AuditEntries.Where(e => e.Editor == editor.Email && !e.Act.StartsWith("account")).OrderBy(e => e.Act).Select(e => e.Act).ToListAsync(Stop)));
    }

    [Theory]
    [InlineData("text", "pendek")]
    [InlineData("contact", "")]
    public async Task What_is_missing_is_told_and_nothing_typed_is_lost(string field, string value)
    {
        var id = await portal.StoreAsync("kurang-" + field, Document("Kalasan " + field), Trust.Publish, Display.FullText);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = "RightOfReply", ["text"] = Said, ["name"] = "Sri <b>", ["contact"] = "0812", [field] = value };

        using var answer = await SendAsync(portal.NewClient(), id, [.. fields.Select(f => (f.Key, f.Value))]);

        var page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("Sri &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Equal(0, await ReadAsync(db => db.ReaderReports.CountAsync(r => r.ArticleId == id, Stop)));
    }

    [Fact]
    public async Task Machines_forgeries_and_what_is_not_public_are_refused()
    {
        var id = await portal.StoreAsync("jebak", Document("Prambanan"), Trust.Publish, Display.FullText);
        var waiting = await portal.StoreAsync("tunggu", Document("Ngemplak"), Trust.Review, Display.FullText);
        using var trapped = await SendAsync(portal.NewClient(), id, ("kind", "Mistake"), ("text", Said), ("situs", "https://iklan.example"));
        using var forged = await portal.Client.PostAsync($"/artikel/{id}/tanggapan", new FormUrlEncodedContent([KeyValuePair.Create("kind", "Mistake"), KeyValuePair.Create("text", Said)]), Stop);

        Assert.Equal(HttpStatusCode.Redirect, trapped.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Client.GetAsync($"/artikel/{waiting}/tanggapan", Stop)).StatusCode);
        Assert.Equal(0, await ReadAsync(db => db.ReaderReports.CountAsync(r => r.ArticleId == id || r.ArticleId == waiting, Stop)));
    }

    internal static async Task<HttpResponseMessage> SendAsync(HttpClient client, Guid id, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync($"/artikel/{id}/tanggapan", Stop);
        var token = Token().Match(page).Groups["token"].Value;
        return await client.PostAsync($"/artikel/{id}/tanggapan", new FormUrlEncodedContent(fields.Append(("__formulir", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))), Stop);
    }

    private Task<Guid> OnlyAsync(Guid id) => ReadAsync(db => db.ReaderReports.Where(r => r.ArticleId == id).Select(r => r.Id).SingleAsync(Stop));

    private async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    [GeneratedRegex("name=\"__formulir\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    private static string Document(string town) =>
        $"Warga {town} Jaga Kampung\n\nSLEMAN - Warga {town}, Kabupaten Sleman, bersama polsek setempat menghidupkan ronda malam, Senin (6/5/2024). Regu dibagi dua putaran.\n\nKetua RW {town} menyediakan kopi dan kentungan.";
}

/// <summary>A class of its own: its visitors use up what one address may send.</summary>
public sealed class ReportLimitTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    public async Task One_address_sends_a_few_an_hour_and_keeps_its_words_when_it_is_too_many()
    {
        var id = await portal.StoreAsync("banyak", "Warga Turi Jaga Kampung\n\nSLEMAN - Warga Turi, Kabupaten Sleman, bersama polsek setempat menghidupkan ronda malam, Senin (6/5/2024). Regu dibagi dua putaran.", Trust.Publish, Display.FullText);
        for (var i = 0; i < ReportLimits.InAnHour; i++)
        {
            using var taken = await ReportTests.SendAsync(portal.NewClient(), id, ("kind", "Mistake"), ("text", $"Laporan nomor {i} tentang hari yang keliru."));
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        using var refused = await ReportTests.SendAsync(portal.NewClient(), id, ("kind", "Mistake"), ("text", "Laporan yang kesekian tentang hari yang keliru."));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("Laporan yang kesekian tentang hari yang keliru.", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
