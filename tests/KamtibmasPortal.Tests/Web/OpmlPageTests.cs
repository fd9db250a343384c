using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>The page on which sources come in from a file and go out to one.</summary>
public sealed partial class OpmlPageTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Page = "/redaksi/sumber/opml";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_shown_first_and_only_what_is_chosen_is_stored()
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var shown = await UploadAsync(editor, """
            <opml version="2.0"><body><outline text="Daerah">
            <outline text="Pilihan Satu" type="rss" xmlUrl="https://satu.example/feed"/><outline text="Pilihan Dua" type="rss" xmlUrl="https://dua.example/feed"/>
            <outline text="Jebakan" type="rss" xmlUrl="http://169.254.169.254/latest/meta-data"/></outline></body></opml>
            """u8.ToArray());
        foreach (var part in new[] { "2 baru, 0 sudah ada, 1 ditolak.", "Pilihan Satu", "Daerah", "tidak berada di internet publik" })
        {
            Assert.Contains(part, WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
        }

        Assert.False(await RowsAsync(db => db.Sources.AnyAsync(s => EF.Functions.Like(s.Name, "Pilihan%"), Stop)));
        var carried = Carried().Matches(shown).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        Assert.Equal(2, carried.Count);
        using var saved = await editor.SendAsync(Page, Page + "?handler=Save", ("pilih", carried[1]));
        Assert.Equal("/redaksi/sumber?hasil=opml", saved.Headers.Location?.OriginalString);
        Assert.Equal([("Pilihan Dua", Trust.Review)], await RowsAsync(async db => (await db.Sources.Where(s => EF.Functions.Like(s.Name, "Pilihan%")).ToListAsync(Stop)).ConvertAll(s => (s.Name, s.Trust))));

        using var again = await editor.SendAsync(Page, Page + "?handler=Save", ("pilih", carried[1]));
        Assert.Contains("Tidak ada yang ditambahkan", await again.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        var exported = await editor.Client.GetAsync("/redaksi/sumber/ekspor.opml", Stop);
        Assert.Equal("text/x-opml", exported.Content.Headers.ContentType!.MediaType);
        Assert.Contains(XDocument.Parse(await exported.Content.ReadAsStringAsync(Stop)).Descendants("outline"), o => o.Attribute("xmlUrl")?.Value == "https://dua.example/feed");
    }

    [Fact]
    public async Task Hostile_files_and_forms_are_refused_in_words()
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        foreach (var (file, words) in new[]
        {
            ("<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml><body><outline text=\"&x;\"/></body></opml>"u8.ToArray(), "DOCTYPE"), (Encoding.ASCII.GetBytes(new string('x', 10 * 1024 * 1024)), "terlalu besar"),
            ([], "kosong"), ([0x89, 0x50, 0x4E, 0x47, 0, 0, 0], "rusak atau bukan XML"),
        })
        {
            Assert.Contains(words, await UploadAsync(editor, file), StringComparison.Ordinal);
        }

        foreach (var carried in new[] { "", "{", "[]", "null", "{\"Name\":\"x\",\"XmlUrl\":\"http://127.0.0.1/\"}", "{\"Name\":\"x\",\"Address\":\"/etc\",\"Kind\":4}", "{\"Kind\":99,\"Name\":\"y\",\"XmlUrl\":\"https://y.example\"}" })
        {
            using var refused = await editor.SendAsync(Page, Page + "?handler=Save", ("pilih", carried));
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
            Assert.Contains("role=\"alert\"", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        Assert.False(await RowsAsync(db => db.Sources.AnyAsync(s => s.Name == "x" || s.Name == "y", Stop)));
    }

    private static async Task<string> UploadAsync(DeskVisitor visitor, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await visitor.TokenAsync(Page)), "__formulir" }, { new ByteArrayContent(file), "file", "langganan.opml" } };
        using var answer = await visitor.Client.PostAsync(Page, form, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private async Task<T> RowsAsync<T>(Func<PortalDbContext, Task<T>> use)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    [GeneratedRegex("name=\"pilih\" value=\"([^\"]+)\"")]
    private static partial Regex Carried();
}
