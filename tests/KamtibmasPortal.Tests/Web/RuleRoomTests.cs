using System.Net;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>The pages of the rules over the wire: proposed by an editor, applied by an administrator, told in clear words what is no rule.</summary>
public sealed class RuleRoomTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Form = "/redaksi/aturan/usul?bagian=wilayah";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editor_proposes_an_administrator_applies_and_what_comes_in_is_tagged_without_a_restart()
    {
        var known = await portal.StoreAsync("aturan-1", Document("Banyubening"), Trust.Publish, Display.FullText);
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);

        using var proposed = await editor.SendAsync("/redaksi/aturan", Form, ("cells", "Banyubening"), ("cells", "34.04"), ("cells", "town"), ("note", "Sebutan warga"));
        var page = proposed.Headers.Location!.OriginalString;
        Assert.StartsWith("/redaksi/aturan/", page, StringComparison.Ordinal);
        var shown = await editor.PageAsync(page);
        Assert.Contains("1 berita mendapat tanda", shown, StringComparison.Ordinal);
        Assert.Contains($"/redaksi/artikel/{known}", shown, StringComparison.Ordinal);
        Assert.Contains("<mark>Banyubening</mark>", shown, StringComparison.Ordinal);
        Assert.Contains("Hanya administrator", shown, StringComparison.Ordinal);
        using var refused = await editor.SendAsync(page, page + "?handler=Apply");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain("34.04", await RegionsAsync(known));

        using var applied = await administrator.SendAsync(page, page + "?handler=Apply");
        Assert.EndsWith("?hasil=terap", applied.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("34.04", await RegionsAsync(known));
        var late = await portal.StoreAsync("aturan-2", Document("Banyubening"), Trust.Publish, Display.FullText);
        Assert.Contains("34.04", await RegionsAsync(late));
        Assert.Contains("34.04", await portal.TextAsync("/wilayah/saran.json?cari=banyubening"), StringComparison.Ordinal);
        var list = WebUtility.HtmlDecode(await editor.PageAsync("/redaksi/aturan?bagian=wilayah&diubah=ya"));
        Assert.Contains($"ditambah redaksi ({editor.Email})", list, StringComparison.Ordinal);

        using var undone = await administrator.SendAsync(page, page + "?handler=Undo");
        Assert.EndsWith("?hasil=batal", undone.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("34.04", await RegionsAsync(known));
        Assert.DoesNotContain("34.04", await RegionsAsync(late));
        var audit = await administrator.PageAsync("/redaksi/audit?tindakan=rule.apply");
        Assert.Contains(administrator.Email, audit, StringComparison.Ordinal);
        Assert.Contains(page, audit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dan", "34.04", "kata umum")]
    [InlineData("", "34.04", "kosong")]
    [InlineData(".*", "34.04", "tidak dapat dipakai")]
    [InlineData("Banyubiru Lor", "00.00", "tidak dikenal")]
    [InlineData("<b>Awas", "34.04", "tidak dapat dipakai")]
    public async Task What_is_no_rule_comes_back_with_its_words_and_the_reason(string name, string code, string reason)
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);

        using var answer = await editor.SendAsync("/redaksi/aturan", Form, ("cells", name), ("cells", code), ("cells", "abbr"), ("note", "Catatan saya"));

        var page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{WebUtility.HtmlEncode(name)}\"", page, StringComparison.Ordinal);
        Assert.Contains("Catatan saya", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_and_a_number_appear_and_vanish_with_their_change()
    {
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        var topic = await AppliedAsync(administrator, "topik", "lalu-lintas", "Lalu Lintas", "Kecelakaan, kemacetan, dan penertiban di jalan.");
        var number = await AppliedAsync(administrator, "nomor", "0800-99-1234", "Layanan Jalan", "Melaporkan jalan yang rusak atau licin.", "bencana", "bpbd", "https://contoh.go.id/jalan", "2026-01-05");
        Assert.Contains("Lalu Lintas", await portal.TextAsync("/topik"), StringComparison.Ordinal);
        Assert.Contains("0800-99-1234", await portal.TextAsync("/topik/bencana"), StringComparison.Ordinal);

        foreach (var change in new[] { number, topic })
        {
            using var undone = await administrator.SendAsync(change, change + "?handler=Undo");
            Assert.EndsWith("?hasil=batal", undone.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Lalu Lintas", await portal.TextAsync("/topik"), StringComparison.Ordinal);
        Assert.DoesNotContain("0800-99-1234", await portal.TextAsync("/topik/bencana"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wilayah", "Jaktim")]
    [InlineData("kata", "misa")]
    [InlineData("topik", "Narkotika")]
    [InlineData("instansi", "polda-lampung")]
    [InlineData("sebutan", "Bareskrim")]
    [InlineData("nomor", "110")]
    public async Task Every_table_is_listed_searched_and_has_its_form(string section, string row)
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);

        Assert.Contains(row, await editor.PageAsync($"/redaksi/aturan?bagian={section}&cari={row}"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("name=\"cells\"", await editor.PageAsync($"/redaksi/aturan/usul?bagian={section}"), StringComparison.Ordinal);
        Assert.Equal("404", await editor.AnswerOfAsync($"/redaksi/aturan/usul?bagian={section}&baris=tidak-ada"));
        Assert.Equal("200", await editor.AnswerOfAsync($"/redaksi/aturan?bagian={section}&halaman=2"));
    }

    private async Task<string> AppliedAsync(DeskVisitor visitor, string section, params string[] cells)
    {
        using var proposed = await visitor.SendAsync("/redaksi/aturan", $"/redaksi/aturan/usul?bagian={section}", [.. cells.Select(c => ("cells", c))]);
        Assert.True(proposed.Headers.Location is not null, await proposed.Content.ReadAsStringAsync(Stop));
        var page = proposed.Headers.Location.OriginalString;
        using var applied = await visitor.SendAsync(page, page + "?handler=Apply");
        Assert.EndsWith("?hasil=terap", applied.Headers.Location!.OriginalString, StringComparison.Ordinal);
        return page;
    }

    private async Task<List<string>> RegionsAsync(Guid article)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().ArticleTags.Where(t => t.ArticleId == article && t.Kind == TagKind.Region).Select(t => t.Key).ToListAsync(Stop);
    }

    private static string Document(string town) =>
        $"Pasar {town} Dijaga Bergiliran\n\nPedagang pasar di {town} menyusun jadwal jaga malam sejak Senin (6/5/2024). Dua pos dibangun di {town} dengan bambu.\n\nPedagang sayur menyumbang lampu minyak.";
}
