using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>What publishers changed, on the page and in the API.</summary>
public sealed partial class HistoryTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string Opening = "Kebakaran Gudang Rotan di Trangsan Dipadamkan\n\nSUKOHARJO - Regu pemadam menjinakkan api di gudang rotan Desa Trangsan, Kecamatan Gatak, Sabtu (8/2/2025) dini hari.";
    private const string Middle = "Api pertama kali dilihat penjaga malam dari arah oven pengering. Ia membangunkan tetangga lalu menelepon pos damkar terdekat.";
    private const string Ending = "Kerugian ditaksir dua ratus juta rupiah. Tidak ada pekerja yang terluka dalam kejadian itu.";

    [Fact]
    public async Task A_change_is_shown_word_by_word_side_by_side_and_inline()
    {
        var id = await StoreAsync("kata", Display.FullText, Document(Ending), Document(Ending.Replace("dua ratus", "tiga ratus", StringComparison.Ordinal)));

        var page = await portal.TextAsync($"/artikel/{id}/riwayat");

        Assert.Matches("<p class=\"inline\">Kerugian ditaksir <del>dua</del><ins>tiga</ins> ratus juta", page);
        Assert.Matches("Sebelumnya</p><p>Kerugian ditaksir <del>dua</del> ratus juta", page);
        Assert.Matches("Sesudahnya</p><p>Kerugian ditaksir <ins>tiga</ins> ratus juta", page);
        Assert.Contains("Isinya berubah.", page, StringComparison.Ordinal);
        Assert.Contains("id=\"versi-1\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"versi-2\"", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("id=\"versi-2\"", StringComparison.Ordinal) < page.IndexOf("id=\"versi-1\"", StringComparison.Ordinal));
        Assert.Contains("WIB</time>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"pair\"", await portal.TextAsync($"/artikel/{id}/riwayat?tampilan=sebaris"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"inline\"", await portal.TextAsync($"/artikel/{id}/riwayat?tampilan=berdampingan"), StringComparison.Ordinal);
        var article = await portal.TextAsync($"/artikel/{id}");
        Assert.Contains("Diubah 1 kali oleh penerbit;", article, StringComparison.Ordinal);
        Assert.Contains($"href=\"/artikel/{id}/riwayat\"", article, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spelling_is_told_apart_from_contents()
    {
        var id = await StoreAsync("ejaan", Display.FullText, Document(Ending), Document(Ending.Replace("pekerja yang terluka", "pekerja yg. terluka", StringComparison.Ordinal)), Document(Ending.Replace("pekerja yang", "Pekerja, yang", StringComparison.Ordinal)));

        var versions = await VersionsAsync(id);

        Assert.Equal(["substantive", "substantive"], versions.Take(2).Select(v => v.GetProperty("changes")[0].GetProperty("kind").GetString()));
        var other = await StoreAsync("ejaan-saja", Display.FullText, Document(Ending), Document(Ending.Replace("Tidak ada pekerja", "tidak ada Pekerja", StringComparison.Ordinal)));
        Assert.Equal("cosmetic", (await VersionsAsync(other))[0].GetProperty("changes")[0].GetProperty("kind").GetString());
        Assert.Contains("Hanya ejaan, huruf besar, spasi, atau tanda baca.", await portal.TextAsync($"/artikel/{other}/riwayat"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paragraph_that_came_or_went_stands_in_a_row_of_its_own()
    {
        var id = await StoreAsync("alinea", Display.FullText, Document(Ending), Document(Ending + "\n\nRalat: gudang itu milik koperasi."), $"{Opening}\n\n{Ending}\n\nRalat: gudang itu milik koperasi.");

        var rows = Inline().Matches(await portal.TextAsync($"/artikel/{id}/riwayat")).Select(m => m.Groups["words"].Value);

        Assert.Equal([$"<del>{Middle}</del>", "<ins>Ralat: gudang itu milik koperasi.</ins>"], rows);
    }

    [Fact]
    public async Task An_article_that_never_changed_says_so()
    {
        var id = await StoreAsync("tetap", Display.FullText, Document(Ending));

        Assert.Contains("Penerbit belum mengubah berita ini", await portal.TextAsync($"/artikel/{id}/riwayat"), StringComparison.Ordinal);
        Assert.DoesNotContain("Diubah ", await portal.TextAsync($"/artikel/{id}"), StringComparison.Ordinal);
        var only = Assert.Single(await VersionsAsync(id));
        Assert.Equal((1, 0), (only.GetProperty("number").GetInt32(), only.GetProperty("changes").GetArrayLength()));
    }

    [Fact]
    public async Task An_article_its_publisher_took_away_says_so()
    {
        var id = await StoreAsync("hilang", Display.FullText, Document(Ending));
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var at = new DateTime(2025, 2, 9, 3, 30, 0, DateTimeKind.Utc);
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Articles.Where(a => a.Id == id).ExecuteUpdateAsync(u => u.SetProperty(a => a.GoneAt, at), Stop);
        }

        foreach (var address in new[] { $"/artikel/{id}", $"/artikel/{id}/riwayat" })
        {
            Assert.Contains("Penerbit telah menghapus berita ini dari situsnya; dilihat terakhir sebelum 9 Februari 2025 · 10.30 WIB.", await portal.TextAsync(address), StringComparison.Ordinal);
        }
    }

    /// <summary>However often it is changed and wherever: all quotations together are no more than half of it.</summary>
    [Fact]
    public async Task An_excerpt_quotes_around_changes_and_never_adds_up_to_the_whole()
    {
        string[] places = ["gudang rotan", "penjaga malam", "membangunkan tetangga", "pos damkar", "ditaksir", "pekerja"];
        var text = Document(Ending);
        var versions = new List<string> { text };
        foreach (var place in places)
        {
            versions.Add(text = text.Replace(place, place + " setempat", StringComparison.Ordinal));
        }

        var id = await StoreAsync("kutip", Display.Excerpt, [.. versions]);

        var page = await portal.TextAsync($"/artikel/{id}/riwayat");
        var list = await VersionsAsync(id);
        var body = versions[^1][(versions[^1].IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        var quoted = Inline().Matches(page).Sum(m => WebUtility.HtmlDecode(Tags().Replace(m.Groups["words"].Value, "")).Length);
        Assert.InRange(quoted, 60, (body.Length / 2) + (places.Length * 4));
        Assert.DoesNotContain("class=\"same\"", page, StringComparison.Ordinal);
        Assert.Contains("<ins>", page, StringComparison.Ordinal);
        Assert.All(list, v => Assert.False(v.TryGetProperty("body", out _)));
        Assert.All(list.SelectMany(v => v.GetProperty("changes").EnumerateArray()).SelectMany(c => c.GetProperty("quotations").EnumerateArray()), q =>
        {
            Assert.InRange(q.GetProperty("before").GetString()!.Length, 0, 200);
            Assert.InRange(q.GetProperty("after").GetString()!.Length, 1, 200);
        });
    }

    [Fact]
    public async Task Of_an_excerpt_replaced_throughout_little_is_quoted()
    {
        var old = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"lama{i}"));
        var now = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"baru{i}"));
        var id = await StoreAsync("ganti", Display.Excerpt, Document(old), Document(now));

        var quotation = (await VersionsAsync(id))[0].GetProperty("changes")[0].GetProperty("quotations")[0];

        Assert.InRange(quotation.GetProperty("before").GetString()!.Length + quotation.GetProperty("after").GetString()!.Length, 100, 200);
        Assert.DoesNotContain("lama200", await portal.TextAsync($"/artikel/{id}/riwayat"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_lists_versions_page_by_page()
    {
        var id = await StoreAsync("daftar", Display.FullText, [.. Enumerable.Range(1, 13).Select(i => Document($"Laporan sementara nomor {i} dari posko di balai desa setempat."))]);

        using var first = JsonDocument.Parse(await portal.TextAsync($"/api/v1/articles/{id}/revisions?limit=9"));
        using var second = JsonDocument.Parse(await portal.TextAsync($"/api/v1/articles/{id}/revisions?limit=9&cursor={first.RootElement.GetProperty("nextCursor").GetString()}"));

        var all = first.RootElement.GetProperty("items").EnumerateArray().Concat(second.RootElement.GetProperty("items").EnumerateArray()).ToList();
        Assert.Equal(Enumerable.Range(1, 13).Reverse(), all.Select(v => v.GetProperty("number").GetInt32()));
        Assert.All(all, v => Assert.Contains($"nomor {v.GetProperty("number").GetInt32()} dari", v.GetProperty("body").GetString(), StringComparison.Ordinal));
        Assert.All(all.SkipLast(1), v => Assert.Equal("body", v.GetProperty("changes")[0].GetProperty("field").GetString()));
        Assert.Equal(13, first.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(JsonValueKind.Null, second.RootElement.GetProperty("nextCursor").ValueKind);
        Assert.Equal(13, all.Select(v => v.GetProperty("contentSha256").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Matches(@"\+07:00$", all[0].GetProperty("seenAt").GetString());

        var page = await portal.TextAsync($"/artikel/{id}/riwayat");
        Assert.Equal(13, Section().Count(page));
        Assert.Contains($"/artikel/{id}/riwayat?versi=2#versi-2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<del>1</del>", page, StringComparison.Ordinal);
        Assert.Contains("<del>1</del>", await portal.TextAsync($"/artikel/{id}/riwayat?versi=2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_an_editor_has_no_history()
    {
        var id = await portal.StoreAsync("antre", Document(Ending), Trust.Review, Display.FullText);

        foreach (var address in new[] { $"/artikel/{id}/riwayat", $"/api/v1/articles/{id}/revisions", "/api/v1/articles/bukan-id/revisions", $"/artikel/{Guid.Empty}/riwayat" })
        {
            using var response = await portal.Client.GetAsync(address, Stop);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, response.StatusCode));
            Assert.Equal(address.StartsWith("/api", StringComparison.Ordinal) ? "application/problem+json" : "text/html", response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("?versi=0", HttpStatusCode.BadRequest)]
    [InlineData("?versi=x", HttpStatusCode.BadRequest)]
    [InlineData("?versi=999", HttpStatusCode.OK)]
    [InlineData("?tampilan=%3Cscript%3E", HttpStatusCode.OK)]
    public async Task No_query_is_a_fault_of_ours(string query, HttpStatusCode expected)
    {
        var id = await StoreAsync("kueri " + query, Display.FullText, Document(Ending + query));

        Assert.Equal(expected, (await portal.Client.GetAsync($"/artikel/{id}/riwayat{query}", Stop)).StatusCode);
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        var id = await StoreAsync("jahat", Display.FullText, Document("Awal <script>alert(1)</script> kata."), Document("Awal <img src=x onerror=alert(2)> lain."));

        var page = await portal.TextAsync($"/artikel/{id}/riwayat");

        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
    }

    private static string Document(string ending) => $"{Opening}\n\n{Middle}\n\n{ending}";

    private async Task<Guid> StoreAsync(string key, Display display, params string[] versions)
    {
        var id = Guid.Empty;
        foreach (var version in versions)
        {
            id = await portal.StoreAsync(key, version, Trust.Publish, display);
        }

        return id;
    }

    private async Task<List<JsonElement>> VersionsAsync(Guid id)
    {
        using var json = JsonDocument.Parse(await portal.TextAsync($"/api/v1/articles/{id}/revisions"));
        return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(e => e.Clone())];
    }

    [GeneratedRegex("<p class=\"inline\">(?<words>.*?)</p>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Inline();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<section class=\"version\"")]
    private static partial Regex Section();
}
