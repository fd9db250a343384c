using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>The archive as a journalist uses it: page, API, exports and feed answer alike.</summary>
public sealed partial class ArchiveTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_api_export_and_feed_find_the_same()
    {
        await portal.StoreAsync("arsip-a", "Warga Menangkap Pencuri Ayam\n\nJakarta Timur, Senin (6/5/2024) - Warga menangkap pencuri ayam kate di Kelurahan Lubang Buaya, Kecamatan Cipayung, Jakarta Timur. Pelaku diserahkan kepada Polsek Cipayung.", Trust.Publish, Display.FullText);
        await portal.StoreAsync("arsip-b", "Pencurian Ayam Kate Berkurang\n\nJakarta Timur, Selasa (7/5/2024) - Kapolsek Cipayung menyebut pencurian ayam kate berkurang sejak ronda malam digiatkan di Jakarta Timur.", Trust.Publish, Display.Excerpt);

        var page = await portal.TextAsync("/arsip?q=curi%20kate&sort=newest");
        using var api = JsonDocument.Parse(await portal.TextAsync("/api/v1/articles?q=curi%20kate&facets=true"));
        var lines = (await portal.TextAsync("/arsip/ekspor.jsonl?q=curi%20kate")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = Rows(await portal.TextAsync("/arsip/ekspor.csv?q=curi%20kate"));
        var feed = await portal.TextAsync("/arsip/feed.xml?q=curi%20kate");

        Assert.Contains("2 berita", page, StringComparison.Ordinal);
        Assert.Contains("<mark class=\"hit\">Pencurian</mark>", page, StringComparison.Ordinal);
        Assert.Contains("/api/v1/articles?q=curi%20kate", page, StringComparison.Ordinal);
        Assert.Equal(2, api.RootElement.GetProperty("total").GetInt32());
        Assert.True(api.RootElement.GetProperty("totalIsExact").GetBoolean());
        Assert.Equal(2, api.RootElement.GetProperty("facets").GetProperty("months")[0].GetProperty("count").GetInt32());
        Assert.Equal(2, lines.Length);
        Assert.Equal(2, rows.Count);
        Assert.Equal(2, Entry().Count(feed));
        Assert.Equal(api.RootElement.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("id").GetString()).Order(StringComparer.Ordinal), rows.Select(r => r["id"]).Order(StringComparer.Ordinal));
        Assert.Equal(lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("title").GetString()), rows.Select(r => r["title"]));
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_is_text()
    {
        await portal.StoreAsync("arsip-rumus", "+62 Awalan Nomor Penipu Zirkumfleks Diblokir\n\nSaptosari, Rabu (8/5/2024) - Kepolisian mengingatkan warga soal tautan palsu, \"jangan diklik\", kata petugas di Polsek setempat.", Trust.Publish, Display.FullText);

        var text = await portal.TextAsync("/arsip/ekspor.csv?q=zirkumfleks");

        Assert.Equal("'+62 Awalan Nomor Penipu Zirkumfleks Diblokir", Assert.Single(Rows(text))["title"]);
    }

    [Theory]
    [InlineData("/arsip?q=%00")]
    [InlineData("/arsip?q=%22%22%22((--OR")]
    [InlineData("/arsip?region=xx&topic=%27&from=kemarin&to=2024-99-99&sort=aneh")]
    [InlineData("/arsip?q=%ED%A0%80")]
    [InlineData("/arsip?q=wilayah:99.99%20sesudah:besok")]
    [InlineData("/arsip/ekspor.csv?q=%22((")]
    [InlineData("/arsip/per-bulan.csv?q=*")]
    [InlineData("/arsip/feed.xml?q=-")]
    public async Task Nothing_typed_is_an_error(string address) => Assert.Equal(HttpStatusCode.OK, (await portal.Client.GetAsync(address, Stop)).StatusCode);

    [Fact]
    public async Task The_page_says_how_it_understood_and_offers_another_spelling()
    {
        await portal.StoreAsync("arsip-ejaan", "Narkotika Dimusnahkan\n\nSingkawang, Rabu (8/5/2024) - BNNK Singkawang memusnahkan narkotika hasil sitaan di halaman kantor wali kota.", Trust.Publish, Display.FullText);

        var misspelt = WebUtility.HtmlDecode(await portal.TextAsync("/arsip?q=narkotikka"));
        var unknown = WebUtility.HtmlDecode(await portal.TextAsync("/arsip?q=wilayah:antah-berantah"));
        var expanded = WebUtility.HtmlDecode(await portal.TextAsync("/arsip?q=jaktim"));

        Assert.Contains("/arsip?q=narkotika\"", misspelt, StringComparison.Ordinal);
        Assert.Contains("tidak dikenal, jadi dicari sebagai kata biasa", unknown, StringComparison.Ordinal);
        Assert.Contains("“jaktim” juga dicari sebagai “Jakarta Timur”", expanded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("polres", "Kepolisian Resor")]
    [InlineData("polsek", "Kepolisian Sektor")]
    [InlineData("polda", "Kepolisian Daerah")]
    [InlineData("bnn", "Badan Narkotika Nasional")]
    [InlineData("bnnk", "Badan Narkotika Nasional Kabupaten")]
    [InlineData("kpu", "Komisi Pemilihan Umum")]
    [InlineData("pemkot", "Pemerintah Kota")]
    [InlineData("lapas", "Lembaga Pemasyarakatan")]
    [InlineData("bpbd", "Badan Penanggulangan Bencana Daerah")]
    public async Task A_sort_of_agency_is_searched_by_its_full_name_too_and_not_by_that_of_a_special_one(string brief, string full) =>
        Assert.Contains($"“{brief}” juga dicari sebagai “{full}”.", WebUtility.HtmlDecode(await portal.TextAsync($"/arsip?q={brief}")), StringComparison.Ordinal);

    [Fact]
    public async Task An_answer_that_is_held_already_is_not_sent_again()
    {
        using var first = await portal.Client.GetAsync("/api/v1/topics", Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/topics");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await portal.Client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task What_is_withdrawn_is_found_nowhere_at_once()
    {
        var id = await portal.StoreAsync("arsip-tarik", "Zirkonium Langka Dicuri\n\nSambas, Rabu (8/5/2024) - Polisi di Sambas menyelidiki pencurian zirkonium dari gudang tambang.", Trust.Publish, Display.FullText);
        Assert.Contains(id.ToString(), await portal.TextAsync("/api/v1/articles?q=zirkonium"), StringComparison.Ordinal);

        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ArticleStore>().EraseAsync(id, "uji", new AuditEntry { Id = Guid.NewGuid(), At = TimeProvider.System.GetUtcNow().UtcDateTime, Editor = "uji", Act = "article.erase", Subject = id.ToString() }, Stop);

        foreach (var address in (string[])["/api/v1/articles?q=zirkonium", "/arsip?q=zirkonium", "/arsip/ekspor.csv?q=zirkonium", "/arsip/ekspor.jsonl?q=zirkonium", "/arsip/feed.xml?q=zirkonium"])
        {
            Assert.DoesNotContain(id.ToString(), await portal.TextAsync(address), StringComparison.Ordinal);
        }
    }

    private static List<IDictionary<string, object>> Raw(string csv)
    {
        using var table = new CsvReader(new StringReader(csv.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        return [.. table.GetRecords<dynamic>().Cast<IDictionary<string, object>>()];
    }

    private static List<Dictionary<string, string>> Rows(string csv) => [.. Raw(csv).Select(r => r.ToDictionary(c => c.Key, c => (string)c.Value, StringComparer.Ordinal))];

    [GeneratedRegex("<entry>", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
