using System.Net;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>The page of an article in the redaksi, over the wire: nobody's input is lost, and nobody does what is not theirs.</summary>
public sealed partial class DeskArticleTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_of_two_saves_keeps_its_words_and_is_told_what_the_first_did()
    {
        var id = await portal.StoreAsync("dua-meja", Document("Gamping"), Trust.Review, Display.FullText);
        using var rani = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        using var tono = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var form = await FormAsync(tono, id);
        var printed = await TitleAsync(id);

        using var first = await rani.SendAsync($"/redaksi/artikel/{id}", $"/redaksi/artikel/{id}", await FieldsAsync(rani, id, ("Title", "Judul dari Rani")));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        using var second = await tono.SendAsync($"/redaksi/artikel/{id}", $"/redaksi/artikel/{id}", [.. form, ("Title", "Judul dari Tono"), ("Summary", "Teras yang panjang dan lama ditulis."), ("Display", "FullText"), ("act", "save")]);

        var told = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Contains("Judul dari Tono</textarea>", told, StringComparison.Ordinal);
        Assert.Contains("Teras yang panjang dan lama ditulis.</textarea>", told, StringComparison.Ordinal);
        Assert.Contains($"{rani.Email} mengubah judul: {printed} → Judul dari Rani", told, StringComparison.Ordinal);
        Assert.Equal("Judul dari Rani", await TitleAsync(id));
        var again = HiddenFields(told);
        using var third = await tono.SendAsync($"/redaksi/artikel/{id}", $"/redaksi/artikel/{id}", [.. again, ("Title", "Judul dari Tono"), ("Summary", "Teras yang panjang dan lama ditulis."), ("Display", "FullText"), ("act", "save")]);
        Assert.Equal(HttpStatusCode.Redirect, third.StatusCode);
        Assert.Equal("Judul dari Tono", await TitleAsync(id));
    }

    [Fact]
    public async Task A_decision_that_came_second_is_told_who_came_first()
    {
        var id = await portal.StoreAsync("dua-putusan", Document("Godean"), Trust.Review, Display.FullText);
        using var rani = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        using var tono = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var version = (await FormAsync(tono, id)).Single(f => f.Name == "Version").Value;

        using var first = await rani.SendAsync("/redaksi/antrean", "/redaksi/antrean", ("id", id.ToString()), ("version", version), ("decision", "Publish"));
        using var second = await tono.SendAsync("/redaksi/antrean", "/redaksi/antrean", ("id", id.ToString()), ("version", version), ("decision", "Reject"), ("kembali", "?topik=nataru"));

        Assert.StartsWith("/redaksi/antrean?topik=nataru&hasil=usang", second.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains($"{rani.Email} mengubah status: Menunggu keputusan → Terbit", WebUtility.HtmlDecode(await tono.PageAsync(second.Headers.Location.OriginalString)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_sent_after_the_session_has_ended_come_back()
    {
        var id = await portal.StoreAsync("sesi", Document("Moyudan"), Trust.Review, Display.FullText);
        using var stranger = portal.NewClient();

        using var answer = await stranger.PostAsync($"/redaksi/artikel/{id}", new FormUrlEncodedContent([KeyValuePair.Create("Title", "Judul <yang> ditulis"), KeyValuePair.Create("Note", "Catatan panjang")]), Stop);

        var page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Judul &lt;yang&gt; ditulis</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("Catatan panjang", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Moyudan", page, StringComparison.Ordinal);
        using var empty = await stranger.PostAsync($"/redaksi/artikel/{id}", new FormUrlEncodedContent([KeyValuePair.Create("x", "y")]), Stop);
        Assert.Equal(HttpStatusCode.Redirect, empty.StatusCode);
    }

    [Fact]
    public async Task A_contributor_proposes_and_can_do_nothing_else()
    {
        var id = await portal.StoreAsync("kontributor", Document("Minggir"), Trust.Review, Display.FullText);
        using var contributor = await DeskVisitor.EnterAsync(portal, EditorRoles.Contributor);
        var page = $"/redaksi/artikel/{id}";
        var fields = await FieldsAsync(contributor, id, ("Title", "Judul usulan"));
        var printed = await TitleAsync(id);

        using var proposed = await contributor.SendAsync(page, page, fields);
        Assert.Equal($"{page}?hasil=usul", proposed.Headers.Location!.OriginalString);
        Assert.Equal(printed, await TitleAsync(id));
        var version = fields.Single(f => f.Name == "Version").Value;
        foreach (var handler in new[] { "Return", "Reinstate", "Sensitive", "Pin", "Assign", "Restore", "Proposal" })
        {
            using var refused = await contributor.SendAsync(page, $"{page}?handler={handler}", ("version", version), ("edit", Guid.Empty.ToString()), ("proposal", Guid.Empty.ToString()));
            Assert.Equal((handler, HttpStatusCode.Forbidden), (handler, refused.StatusCode));
        }

        foreach (var closed in new[] { "/redaksi/tanggapan", $"/redaksi/tanggapan/{Guid.Empty}", $"/redaksi/antrean/massal/{Guid.Empty}" })
        {
            Assert.Equal((closed, HttpStatusCode.Forbidden), (closed, (await contributor.Client.GetAsync(closed, Stop)).StatusCode));
        }
    }

    [Fact]
    public async Task A_withdrawal_shows_its_reason_and_nothing_of_the_article()
    {
        var id = await portal.StoreAsync("tarik", Document("Seyegan"), Trust.Publish, Display.FullText);
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var page = $"/redaksi/artikel/{id}";
        var version = (await FormAsync(editor, id)).Single(f => f.Name == "Version").Value;
        using var corrected = await editor.SendAsync(page, $"{page}?handler=Correct", ("version", version), ("kind", "Correction"), ("text", "Ronda berlangsung Selasa, bukan Senin."));
        Assert.Equal($"{page}?hasil=ralat", corrected.Headers.Location!.OriginalString);
        var shown = await portal.TextAsync($"/artikel/{id}");
        var anchor = NoteLink().Match(shown).Groups[1].Value;
        Assert.Contains("Ronda berlangsung Selasa", shown, StringComparison.Ordinal);
        var log = await portal.TextAsync("/ralat");
        Assert.Contains($"id=\"{anchor}\"", log, StringComparison.Ordinal);
        Assert.Contains($"/artikel/{id}", log, StringComparison.Ordinal);

        version = (await FormAsync(editor, id)).Single(f => f.Name == "Version").Value;
        using var withdrawn = await editor.SendAsync(page, $"{page}?handler=Withdraw", ("version", version), ("reason", "Keterangan narasumber tidak dapat dibuktikan."));

        using var gone = await portal.Client.GetAsync($"/artikel/{id}/apa-saja", Stop);
        var told = await gone.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("Keterangan narasumber tidak dapat dibuktikan.", told, StringComparison.Ordinal);
        log = await portal.TextAsync("/ralat");
        Assert.Contains("Keterangan narasumber tidak dapat dibuktikan.", log, StringComparison.Ordinal);
        foreach (var text in new[] { told, log, await portal.TextAsync("/"), await portal.TextAsync("/feed.xml"), await portal.TextAsync("/arsip?q=seyegan") })
        {
            Assert.DoesNotContain("Warga Seyegan", text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Client.GetAsync($"/api/v1/articles/{id}", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("text", "Warga Cangkringan Ronda\n\nSLEMAN - Warga Cangkringan, Kabupaten Sleman, menghidupkan ronda malam bersama Polsek Cangkringan, Senin (6/5/2024). Regu dibagi dua putaran setiap malam.", true)]
    [InlineData("address", "file:///etc/passwd", false)]
    [InlineData("address", "http://127.0.0.1:9/berita", false)]
    [InlineData("address", "/etc/passwd", false)]
    [InlineData("text", "pendek", false)]
    public async Task An_article_is_added_by_hand_or_refused_in_words(string field, string value, bool isTaken)
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);

        using var answer = await editor.SendAsync("/redaksi/tambah", "/redaksi/tambah", ("publisher", "Warta Lereng"), (field, value));

        Assert.Equal(isTaken ? HttpStatusCode.Redirect : HttpStatusCode.OK, answer.StatusCode);
        if (isTaken)
        {
            Assert.Contains("Menunggu keputusan", await editor.PageAsync(answer.Headers.Location!.OriginalString), StringComparison.Ordinal);
        }
        else
        {
            var page = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
            Assert.Contains("Warta Lereng", page, StringComparison.Ordinal);
        }
    }

    private async Task<string> TitleAsync(Guid id)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Articles.Where(a => a.Id == id).Select(a => a.Title).SingleAsync(Stop);
    }

    private static async Task<(string Name, string Value)[]> FormAsync(DeskVisitor visitor, Guid id) => HiddenFields(await visitor.PageAsync($"/redaksi/artikel/{id}"));

    private static async Task<(string Name, string Value)[]> FieldsAsync(DeskVisitor visitor, Guid id, params (string Name, string Value)[] typed) =>
        [.. await FormAsync(visitor, id), .. typed, ("Summary", "Regu dibagi dua putaran."), ("Display", "FullText"), ("act", "save")];

    private static (string Name, string Value)[] HiddenFields(string page) => [.. Hidden().Matches(page).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).DistinctBy(f => f.Item1)];

    private static string Document(string town) =>
        $"Warga {town} Jaga Kampung\n\nSLEMAN - Warga {town}, Kabupaten Sleman, bersama polsek setempat menghidupkan ronda malam, Senin (6/5/2024). Regu dibagi dua putaran.\n\nKetua RW menyediakan kopi dan kentungan.";

    [GeneratedRegex("<input type=\"hidden\" name=\"(Version|Revision|Opened)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("/ralat#(catatan-[0-9a-f]+)")]
    private static partial Regex NoteLink();
}
