using System.Net;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Fetching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>A source is added by an address: looked at first, stored then; whatever goes wrong is told and nothing typed is lost.</summary>
public sealed class NewSourceTests(PortalBesideSite portal) : IClassFixture<PortalBesideSite>
{
    private const string Page = "/redaksi/sumber/baru";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_a_home_page_to_the_first_articles_in_the_queue()
    {
        await ClearAsync();
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var looked = await SendAsync(editor, ("address", portal.Root + "/"), ("kind", "Auto"), ("trust", "Review"), ("display", "Excerpt"));

        foreach (var part in new[] { "4 butir diumumkan", NewsSite.Title(4), "Umpan RSS/Atom", "Singkawang", "<q>", "value=\"Harian Uji\"", "Simpan sumber" })
        {
            Assert.Contains(part, looked, StringComparison.Ordinal);
        }

        Assert.Equal(0, await RowsAsync(async db => await db.Sources.CountAsync(Stop) + await db.Articles.CountAsync(Stop) + await db.SourceStates.CountAsync(Stop) + await db.AuditEntries.CountAsync(a => a.Subject == "Harian Uji", Stop)));

        using var saved = await editor.SendAsync("/redaksi/sumber", Page, ("address", portal.Root + "/"), ("kind", "Auto"), ("trust", "Review"), ("display", "Excerpt"), ("name", "Harian Uji"), ("publisher", "Harian Uji"), ("region", "Singkawang"),
            ("seen", portal.Root + "/|Auto|"), ("found", portal.Root + "/feed"), ("save", "true"));
        var source = await RowsAsync(db => db.Sources.SingleAsync(Stop));
        Assert.Equal($"/redaksi/sumber/{source.Id}?hasil=tambah", saved.Headers.Location?.OriginalString);
        Assert.Equal((portal.Root + "/", SourceKind.Auto, "Harian Uji", Trust.Review, Display.Excerpt, "61.72"), (source.Address, source.Kind, source.Publisher, source.Trust, source.Display, source.RegionCode));
        Assert.Equal(("source.add", editor.Email), await RowsAsync(db => db.AuditEntries.Where(a => a.Subject == "Harian Uji").Select(a => ValueTuple.Create(a.Act, a.Editor)).SingleAsync(Stop)));

        await portal.Services.GetRequiredService<SourceRefresh>().RunDueAsync(_ => { }, Stop);
        Assert.Contains(NewsSite.Title(4), await editor.PageAsync("/redaksi"), StringComparison.Ordinal);
        Assert.Equal(4, await RowsAsync(db => db.Articles.CountAsync(a => a.SourceId == source.Id && a.State == ReviewState.Pending, Stop)));

        // The same home page, and the feed that it led to, are known by now.
        Assert.Contains("sudah dibaca oleh sumber lain", await SendAsync(editor, ("address", portal.Root.Replace("http://", "HTTP://", StringComparison.Ordinal))), StringComparison.Ordinal);
        var feed = await SendAsync(editor, ("address", portal.Root + "/feed"));
        Assert.Contains("Buka sumber “Harian Uji”", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("Simpan sumber", feed, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Unusable => new()
    {
        { "/dokumen.pdf", "sebuah berkas" },
        { "/foto", "sebuah berkas" },
        { "/paket.zip", "sebuah berkas" },
        { "/hilang", "Alamat ini tidak ada lagi." },
        { "/sepi", "bukan umpan, peta situs, atau halaman daftar berita" },
        { "/sepi.xml", "Daftarnya dapat dibaca, tetapi kosong." },
        { "/besar", "terlalu besar" },
    };

    [Theory, MemberData(nameof(Unusable))]
    public async Task What_can_not_be_polled_says_why_and_can_not_be_stored(string path, string words)
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var page = await SendAsync(editor, ("address", portal.Root + path), ("name", "Nama “tetap”"), ("publisher", "Penerbit tetap"), ("region", "61.72"), ("trust", "Publish"), ("display", "FullText"));

        Assert.Contains(words, page, StringComparison.Ordinal);
        AssertKept(page, portal.Root + path);
        Assert.DoesNotContain("Simpan sumber", page, StringComparison.Ordinal);
        Assert.False(await RowsAsync(db => db.Sources.AnyAsync(s => s.Name == "Nama “tetap”", Stop)));
    }

    [Theory]
    [InlineData("", "Tulis alamatnya.")]
    [InlineData("file:///etc/passwd", "berkas di sebuah komputer")]
    [InlineData("/etc/passwd", "berkas di sebuah komputer")]
    [InlineData("C:\\berita", "berkas di sebuah komputer")]
    [InlineData("javascript:alert(1)", "bukan alamat web")]
    [InlineData("ftp://situs.example/", "bukan alamat web")]
    [InlineData("http://localhost/", "tidak berada di internet publik")]
    [InlineData("http://127.0.0.1:9/", "tidak berada di internet publik")]
    [InlineData("http://2130706433/", "tidak berada di internet publik")]
    [InlineData("http://[::1]/feed", "tidak berada di internet publik")]
    [InlineData("http://10.1.2.3/feed", "tidak berada di internet publik")]
    [InlineData("http://router.lan/", "tidak berada di internet publik")]
    [InlineData("https://orang:rahasia@situs.example/", "nama pengguna")]
    [InlineData("situs tanpa titik", "bukan alamat web")]
    public async Task An_address_that_is_none_is_told_before_anything_is_asked(string address, string words)
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        (string, string)[] fields = [("address", address), ("name", "Nama “tetap”"), ("publisher", "Penerbit tetap"), ("region", "61.72"), ("trust", "Publish"), ("display", "FullText")];
        var looked = await SendAsync(editor, fields);
        Assert.Contains(words, looked, StringComparison.Ordinal);
        AssertKept(looked, address);

        // A form that claims to have been looked at is checked all the same.
        var claimed = await SendAsync(editor, [.. fields, ("seen", address + "|Auto|"), ("save", "true")]);
        Assert.Contains(words, claimed, StringComparison.Ordinal);
        Assert.False(await RowsAsync(db => db.Sources.AnyAsync(s => s.Name == "Nama “tetap”", Stop)));
    }

    [Fact]
    public async Task A_host_that_nobody_knows_is_told()
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var page = await SendAsync(editor, ("address", "tidak-ada.invalid"));

        // Without any name server at all the answer is only that it can't be reached.
        Assert.True(page.Contains("Nama situs itu tidak ditemukan", StringComparison.Ordinal) || page.Contains("Situs tidak dapat dihubungi", StringComparison.Ordinal), page);
        Assert.Contains("value=\"tidak-ada.invalid\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_selector_is_tried_on_the_page_before_it_is_stored()
    {
        await ClearAsync();
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var list = portal.Root + "/daftar";
        Assert.Contains("3 butir diumumkan", await SendAsync(editor, ("address", list), ("selector", ".butir")), StringComparison.Ordinal);
        var broken = await SendAsync(editor, ("address", list), ("kind", "HtmlList"), ("selector", "li[["));
        Assert.Contains("Pemilih CSS itu salah tulis", broken, StringComparison.Ordinal);
        Assert.Contains("value=\"li[[\"", broken, StringComparison.Ordinal);
        Assert.Contains("hanya berlaku untuk halaman daftar", await SendAsync(editor, ("address", list), ("kind", "Feed"), ("selector", ".butir")), StringComparison.Ordinal);

        // Another selector than the one that was looked at is looked at first.
        var unseen = await SendAsync(editor, ("address", list), ("kind", "HtmlList"), ("selector", ".butir"), ("name", "Daftar Uji"), ("seen", list + "|HtmlList|.iklan"), ("save", "true"));
        Assert.Contains("Periksa hasilnya di bawah", unseen, StringComparison.Ordinal);
        Assert.Contains("Simpan sumber", unseen, StringComparison.Ordinal);
        using var saved = await editor.SendAsync("/redaksi/sumber", Page, ("address", list), ("kind", "HtmlList"), ("selector", ".butir"), ("name", "Daftar Uji"), ("seen", list + "|HtmlList|.butir"), ("save", "true"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal((SourceKind.HtmlList, ".butir"), await RowsAsync(db => db.Sources.Where(s => s.Name == "Daftar Uji").Select(s => ValueTuple.Create(s.Kind, s.ItemSelector)).SingleAsync(Stop)));
    }

    [Fact]
    public async Task A_name_that_is_taken_a_region_that_is_none_and_an_empty_name_keep_the_form()
    {
        await ClearAsync();
        await RowsAsync(async db =>
        {
            db.Sources.Add(new Source { Id = Guid.CreateVersion7(), Name = "Sudah Ada", Kind = SourceKind.Feed, Address = "https://lain.example/feed", Publisher = "Lain" });
            return await db.SaveChangesAsync(Stop);
        });
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var feed = portal.Root + "/feed";
        foreach (var (name, region, words) in new[] { ("sudah ada", "", "Nama itu sudah dipakai"), ("Baru", "Qqqxyzw", "Wilayah itu tidak ditemukan"), ("Baru", "99.99", "Wilayah itu tidak ditemukan"), ("  ", "", "Tulis nama sumbernya"), (new string('x', 201), "", "Tulis nama sumbernya") })
        {
            var page = await SendAsync(editor, ("address", feed), ("name", name), ("publisher", "Penerbit tetap"), ("region", region), ("seen", feed + "|Auto|"), ("save", "true"));
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.True(name.Trim().Length == 0 || page.Contains($"value=\"{name}\"", StringComparison.Ordinal), name);
            Assert.Contains("value=\"Penerbit tetap\"", page, StringComparison.Ordinal);
            Assert.Contains("Simpan sumber", page, StringComparison.Ordinal);
        }

        Assert.Equal(1, await RowsAsync(db => db.Sources.CountAsync(Stop)));
    }

    [Fact]
    public async Task Trust_display_and_the_way_of_reading_are_changed_and_each_change_is_audited()
    {
        await ClearAsync();
        var source = new Source { Id = Guid.CreateVersion7(), Name = "Yang Diubah", Kind = SourceKind.Feed, Address = portal.Root + "/feed", Publisher = "Penerbit Lama" };
        await RowsAsync(async db =>
        {
            db.AddRange(source, new SourceState { SourceId = source.Id, ETag = "\"lama\"", ReadAs = SourceKind.Feed, NextDueAt = new DateTime(2199, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
            return await db.SaveChangesAsync(Stop);
        });
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var change = $"/redaksi/sumber/{source.Id}/ubah";
        Assert.Contains("Simpan perubahan", await editor.PageAsync(change), StringComparison.Ordinal);

        using var standing = await editor.SendAsync(change, change, ("address", source.Address), ("kind", "Feed"), ("publisher", "Penerbit Baru"), ("trust", "Publish"), ("display", "FullText"), ("region", "61.72"), ("save", "true"));
        Assert.Equal($"/redaksi/sumber/{source.Id}?hasil=ubah", standing.Headers.Location?.OriginalString);
        Assert.Equal("\"lama\"", await RowsAsync(db => db.SourceStates.Where(s => s.SourceId == source.Id).Select(s => s.ETag).SingleAsync(Stop)));

        using var unseen = await editor.SendAsync(change, change, ("address", portal.Root + "/daftar"), ("kind", "Auto"), ("save", "true"));
        Assert.Contains("Periksa hasilnya di bawah", WebUtility.HtmlDecode(await unseen.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        using var moved = await editor.SendAsync(change, change, ("address", portal.Root + "/daftar"), ("kind", "Auto"), ("publisher", "Penerbit Baru"), ("trust", "Publish"), ("display", "FullText"), ("region", "61.72"), ("seen", portal.Root + "/daftar|Auto|"), ("save", "true"));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);

        var state = await RowsAsync(db => db.SourceStates.AsNoTracking().SingleAsync(s => s.SourceId == source.Id, Stop));
        Assert.Equal((null, null, null, 1L), (state.ETag, state.ReadAs, state.NextDueAt, state.Fence));
        var acts = await RowsAsync(db => db.AuditEntries.Where(a => a.Subject == "Yang Diubah").OrderBy(a => a.Detail).Select(a => $"{a.Act} {a.Detail} {a.Before} > {a.After}").ToListAsync(Stop));
        Assert.Equal([$"source.change address {portal.Root}/feed > {portal.Root}/daftar", "source.change display Excerpt > FullText", "source.change kind Feed > Auto", "source.change publisher Penerbit Lama > Penerbit Baru", "source.change region  > 61.72", "source.change trust Review > Publish"], acts.Order(StringComparer.Ordinal));
    }

    private static void AssertKept(string page, string address)
    {
        Assert.True(address.Length == 0 || page.Contains($"value=\"{address}\"", StringComparison.Ordinal), address);
        foreach (var part in new[] { "value=\"Nama “tetap”\"", "value=\"Penerbit tetap\"", "value=\"61.72\"", "value=\"Publish\" selected", "value=\"FullText\" selected" })
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
        }
    }

    private static async Task<string> SendAsync(DeskVisitor visitor, params (string, string)[] fields)
    {
        using var answer = await visitor.SendAsync("/redaksi/sumber", Page, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
    }

    private Task<bool> ClearAsync() => RowsAsync(async db =>
    {
        foreach (var source in await db.Sources.ToListAsync(Stop))
        {
            await using var scope = portal.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<News.Editing.SourceDesk>().RemoveAsync(source.Id, "uji", Stop);
        }

        return true;
    });

    private async Task<T> RowsAsync<T>(Func<PortalDbContext, Task<T>> use)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }
}
