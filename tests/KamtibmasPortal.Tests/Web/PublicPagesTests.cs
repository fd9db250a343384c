using System.Net;
using System.Text.Json;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Tests.Web;

/// <summary>What everybody may read, and what nobody may.</summary>
public sealed class PublicPagesTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string Secret = "Kalimat terakhir ini hanya boleh dibaca oleh redaktur yang masuk.";

    private const string Text = """
        Polres Metro Jakarta Timur Tangkap Pengedar Sabu di Ciracas

        Jakarta Timur, Senin (6/5/2024) - Polres Metro Jakarta Timur menangkap seorang pengedar sabu di Kelurahan Susukan, Kecamatan Ciracas, Jakarta Timur.

        Kapolres menyebut barang bukti sabu seberat dua ratus gram disita dari sebuah rumah kontrakan.

        Kalimat terakhir ini hanya boleh dibaca oleh redaktur yang masuk.
        """;

    [Fact]
    public async Task A_published_article_is_on_every_list_its_tags_put_it_on()
    {
        var id = await portal.StoreAsync("daftar", Text, Trust.Publish, Display.FullText);

        foreach (var list in new[] { "/", "/wilayah/31", "/wilayah/31.75", "/wilayah/31.75.09", "/instansi/polres-metro-jakarta-timur", "/topik/narkotika", "/feed.xml", "/wilayah/31.75/feed.xml", "/topik/narkotika/feed.xml", "/api/v1/articles?region=31&topic=narkotika" })
        {
            Assert.Contains(id.ToString(), await portal.TextAsync(list), StringComparison.Ordinal);
        }

        Assert.Contains(Secret, await portal.TextAsync($"/artikel/{id}"), StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), await portal.TextAsync("/wilayah/32"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_excerpt_never_shows_what_lies_beyond_its_quotations()
    {
        var id = await portal.StoreAsync("cuplikan", Text, Trust.Publish, Display.Excerpt);

        foreach (var address in new[] { $"/artikel/{id}", $"/artikel/{id}/apa-saja", "/", "/feed.xml", "/topik/narkotika", $"/api/v1/articles/{id}", "/api/v1/articles?limit=100" })
        {
            var shown = await portal.TextAsync(address);
            Assert.Contains(id.ToString(), shown, StringComparison.Ordinal);
            if (!shown.Contains("\"items\"", StringComparison.Ordinal))
            {
                Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
            }
        }

        using var article = JsonDocument.Parse(await portal.TextAsync($"/api/v1/articles/{id}"));
        Assert.False(article.RootElement.TryGetProperty("body", out _));
    }

    [Fact]
    public async Task A_waiting_article_is_nowhere()
    {
        var id = await portal.StoreAsync("menunggu", Text.Replace("Ciracas", "Cipayung", StringComparison.Ordinal), Trust.Review, Display.FullText);

        foreach (var list in new[] { "/", "/wilayah/31.75", "/instansi/polres-metro-jakarta-timur", "/topik/narkotika", "/feed.xml", "/sumber", "/api/v1/articles?limit=100", "/api/v1/articles?source=menunggu" })
        {
            Assert.DoesNotContain(id.ToString(), await portal.TextAsync(list), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Client.GetAsync($"/artikel/{id}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Client.GetAsync($"/api/v1/articles/{id}", Stop)).StatusCode);
    }

    [Fact]
    public async Task The_api_gives_what_its_contract_says()
    {
        var id = await portal.StoreAsync("kontrak", Text, Trust.Publish, Display.FullText);

        using var json = JsonDocument.Parse(await portal.TextAsync($"/api/v1/articles/{id}"));

        var article = json.RootElement;
        Assert.Equal("2024-05-06T00:00:00+07:00", article.GetProperty("publishedAt").GetString());
        Assert.Equal("day", article.GetProperty("publishedPrecision").GetString());
        Assert.Equal(JsonValueKind.Null, article.GetProperty("sourceUrl").ValueKind);
        var region = Assert.Single(article.GetProperty("regions").EnumerateArray());
        Assert.Equal(("31.75.09.1004", "village", true, "rule"), (region.GetProperty("code").GetString(), region.GetProperty("level").GetString(), region.GetProperty("primary").GetBoolean(), region.GetProperty("origin").GetString()));
        var body = article.GetProperty("body").GetString()!;
        foreach (var evidence in region.GetProperty("evidence").EnumerateArray())
        {
            Assert.Equal(evidence.GetProperty("text").GetString(), body.Substring(evidence.GetProperty("start").GetInt32(), evidence.GetProperty("length").GetInt32()));
        }

        using var list = JsonDocument.Parse(await portal.TextAsync("/api/v1/articles?facets=true&publisher=Penerbit%20kontrak"));
        Assert.Equal(1, list.RootElement.GetProperty("total").GetInt32());
        Assert.Equal("2024-05", list.RootElement.GetProperty("facets").GetProperty("months")[0].GetProperty("key").GetString());
    }

    [Theory]
    [InlineData("/api/v1/articles?limit=0")]
    [InlineData("/api/v1/articles?limit=101")]
    [InlineData("/api/v1/articles?sort=best")]
    [InlineData("/api/v1/articles?from=2024-13-01")]
    [InlineData("/api/v1/articles?sort=newest&sort=oldest")]
    public async Task A_bad_api_parameter_is_a_named_problem(string address)
    {
        using var response = await portal.Client.GetAsync(address, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/artikel/bukan-id")]
    [InlineData("/artikel/00000000-0000-0000-0000-000000000000")]
    [InlineData("/wilayah/99.99")]
    [InlineData("/wilayah/%00")]
    [InlineData("/wilayah/31.75'--")]
    [InlineData("/topik/tidak-ada")]
    [InlineData("/instansi/..%2f..%2fetc")]
    [InlineData("/tidak-ada")]
    [InlineData("/?lanjut=%00%ff")]
    [InlineData("/?lanjut=AAAA")]
    [InlineData("/wilayah?cari=%25_%27%22%3Cscript%3E")]
    [InlineData("/wilayah?cari=%00")]
    [InlineData("/api/v1/articles?cursor=%F0%9F%98%80")]
    [InlineData("/api/v1/regions/..")]
    public async Task No_address_is_a_fault_of_ours(string address)
    {
        using var response = await portal.Client.GetAsync(address, Stop);

        Assert.True((int)response.StatusCode < 500, $"{address}: {(int)response.StatusCode}");
        Assert.DoesNotContain("<script>", await response.Content.ReadAsStringAsync(Stop), StringComparison.OrdinalIgnoreCase);
    }
}
