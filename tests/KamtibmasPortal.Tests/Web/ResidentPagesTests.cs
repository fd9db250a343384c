using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Pages.Articles;
using KamtibmasPortal.Web.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>What residents find on the pages of places, agencies, topics and articles.</summary>
public sealed partial class ResidentPagesTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Raid(string village) => $"""
        Gudang Kosong di {village} Disisir Petugas

        Kupang, Senin (6/5/2024) - Polresta Kupang Kota menangkap seorang pengedar sabu di sebuah gudang kosong di Kelurahan {village}, Kecamatan Oebobo, Kota Kupang.

        Sabu seberat seratus gram disita, dan pengedar sabu itu ditahan. Ketua RT setempat menjadi saksi.
        """;

    [Fact]
    public async Task A_place_without_news_shows_its_parents_and_says_so()
    {
        var id = await portal.StoreAsync("pinjam", Raid("Fatululi"), Trust.Publish, Display.FullText);

        var own = WebUtility.HtmlDecode(await portal.TextAsync("/wilayah/53.71.04"));
        var without = WebUtility.HtmlDecode(await portal.TextAsync("/wilayah/53.71.01"));

        Assert.Contains(id.ToString(), own, StringComparison.Ordinal);
        Assert.DoesNotContain("Belum ada berita dari", own, StringComparison.Ordinal);
        Assert.Contains(id.ToString(), without, StringComparison.Ordinal);
        Assert.Contains("Belum ada berita dari Alak. Yang berikut berita dari Kota Kupang.", without, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_tells_what_lies_below_beside_and_whom_to_call()
    {
        await portal.StoreAsync("isi", Raid("Liliba"), Trust.Publish, Display.FullText);

        var page = WebUtility.HtmlDecode(await portal.TextAsync("/wilayah/53.71"));

        Assert.Contains("/wilayah/53.71.04", page, StringComparison.Ordinal);
        Assert.Contains("Kabupaten dan kota lain di Nusa Tenggara Timur", page, StringComparison.Ordinal);
        Assert.Contains("belum tentu berbatasan", page, StringComparison.Ordinal);
        Assert.Contains("/instansi/polresta-kupang-kota", page, StringComparison.Ordinal);
        foreach (var number in new[] { "110", "112", "115", "119", "129", "184" })
        {
            Assert.Contains($"href=\"tel:{number}\"", page, StringComparison.Ordinal);
        }

        Assert.Contains("diperiksa 28 November 2026", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_on_no_page_of_its_places()
    {
        var id = await portal.StoreAsync("tunggu", Raid("Tuak Daun Merah"), Trust.Review, Display.FullText);

        foreach (var address in new[] { "/", "/wilayah/53", "/wilayah/53.71", "/wilayah/53.71.04", "/instansi/polresta-kupang-kota", "/topik/narkotika", "/sitemap.xml" })
        {
            Assert.DoesNotContain(id.ToString(), await portal.TextAsync(address), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?topik=narkotika&waktu=365")]
    [InlineData("?topik=tidak-ada&waktu=9999999999")]
    [InlineData("?topik=%3Cscript%3E&waktu=-7")]
    public async Task The_map_has_every_province_as_a_tile_and_in_its_table(string query)
    {
        var page = await portal.TextAsync("/wilayah" + query);

        Assert.Equal(38, MapTiles().Count(page));
        Assert.Equal(38, TableRows().Count(page));
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_agency_tells_its_territory_and_whom_it_answers_to()
    {
        var page = WebUtility.HtmlDecode(await portal.TextAsync("/instansi/polda-metro-jaya"));

        Assert.Contains("Wilayah kerja", page, StringComparison.Ordinal);
        // Its territory reaches beyond the province it is named after.
        Assert.Contains("/wilayah/32.75", page, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:110\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_topic_that_comes_along_has_its_guide_and_numbers()
    {
        foreach (var topic in ReferenceData.Topics())
        {
            var page = WebUtility.HtmlDecode(await portal.TextAsync("/topik/" + topic.Slug));
            Assert.Contains("Yang dapat Anda lakukan", page, StringComparison.Ordinal);
            Assert.Contains("href=\"tel:", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/tentang")]
    [InlineData("/pedoman")]
    [InlineData("/privasi")]
    [InlineData("/ralat")]
    [InlineData("/arsip")]
    [InlineData("/arsip?q=sabu&region=53.71")]
    public async Task A_page_that_is_passed_on_says_where_it_stands(string address)
    {
        var page = WebUtility.HtmlDecode(await portal.TextAsync(address));

        Assert.Single(Regex.Matches(page, $"<link rel=\"canonical\" href=\"http://[^\"/]+{Regex.Escape(address)}\">", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Single(Regex.Matches(page, $"<meta property=\"og:url\" content=\"http://[^\"/]+{Regex.Escape(address)}\">", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("<meta property=\"og:title\"", page, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:description\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_withdrawn_stands_beside_no_other_article()
    {
        var shown = await portal.StoreAsync("tetap", Raid("Liliba"), Trust.Publish, Display.Excerpt);
        var gone = await portal.StoreAsync("hilang", """
            Balap Liar di Jalan El Tari Dibubarkan

            Kupang, Sabtu (11/5/2024) - Polresta Kupang Kota membubarkan balap liar di Jalan El Tari, Kota Kupang. Sembilan sepeda motor dibawa ke kantor polisi.

            Orang tua pengendara dipanggil untuk mengambilnya.
            """, Trust.Publish, Display.Excerpt);
        Assert.Contains(gone.ToString(), await portal.TextAsync($"/artikel/{shown}"), StringComparison.Ordinal);
        Assert.Contains(gone.ToString(), await portal.TextAsync("/"), StringComparison.Ordinal);

        await using var scope = portal.Services.CreateAsyncScope();
        var audit = new AuditEntry { Id = Guid.CreateVersion7(), At = TimeProvider.System.GetUtcNow().UtcDateTime, Editor = "a@b.test", Act = "article.erase", Subject = gone.ToString() };
        Assert.True(await scope.ServiceProvider.GetRequiredService<ArticleStore>().EraseAsync(gone, "uji", audit, Stop));

        Assert.DoesNotContain(gone.ToString(), await portal.TextAsync($"/artikel/{shown}"), StringComparison.Ordinal);
        Assert.DoesNotContain(gone.ToString(), await portal.TextAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_describes_itself_to_machines_without_its_text()
    {
        var id = await portal.StoreAsync("mesin", Raid("Kayu Putih"), Trust.Publish, Display.Excerpt);

        var page = await portal.TextAsync($"/artikel/{id}");

        using var json = JsonDocument.Parse(JsonLd().Match(page).Groups["json"].Value);
        var news = json.RootElement;
        Assert.Equal(("https://schema.org", "NewsArticle", "Gudang Kosong di Kayu Putih Disisir Petugas"), (news.GetProperty("@context").GetString(), news.GetProperty("@type").GetString(), news.GetProperty("headline").GetString()));
        Assert.Equal("2024-05-06", news.GetProperty("datePublished").GetString());
        Assert.Equal("Penerbit mesin", news.GetProperty("publisher").GetProperty("name").GetString());
        Assert.False(news.TryGetProperty("articleBody", out _));
        Assert.Contains("<meta property=\"og:type\" content=\"article\">", page, StringComparison.Ordinal);
        Assert.Contains("https://wa.me/?text=", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "rel=\"canonical\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task No_words_of_an_article_end_what_it_says_to_machines()
    {
        const string Hostile = "Warga </script><!--<script> \"Jaga\" & Gudang";
        var id = await portal.StoreAsync("musuh", Raid("Naikoten"), Trust.Publish, Display.Excerpt);
        await using var scope = portal.Services.CreateAsyncScope();
        var view = (await scope.ServiceProvider.GetRequiredService<ArticleQueries>().FindAsync(id, Stop))!;
        view.Article.Title = Hostile;

        var written = NewsJsonLd.Of(view, scope.ServiceProvider.GetRequiredService<PublicAddress>());

        Assert.DoesNotContain('<', written);
        using var json = JsonDocument.Parse(written);
        Assert.Equal(Hostile, json.RootElement.GetProperty("headline").GetString());
    }

    [Fact]
    public async Task Older_news_go_on_where_the_page_ended()
    {
        // Different places, days and doings: reports of one event would be folded into one story.
        string[] towns = ["Sabang", "Padang Panjang", "Solok", "Bukittinggi", "Payakumbuh", "Pariaman", "Dumai", "Lubuklinggau", "Prabumulih", "Pagar Alam", "Metro", "Cilegon", "Serang", "Banjar", "Cimahi", "Salatiga", "Magelang", "Tegal", "Blitar", "Kediri", "Batu", "Bima", "Singkawang", "Banjarbaru"];
        string[] doings = ["membersihkan selokan", "menanam bakau", "memasang lampu jalan", "menggelar lomba menyanyi", "memperbaiki jembatan gantung", "melatih penyelam"];
        for (var i = 0; i < towns.Length; i++)
        {
            await portal.StoreAsync($"lama-{i}", $"{towns[i]} {doings[i % doings.Length]}\n\n{towns[i].ToUpperInvariant()} - Polres {towns[i]} {doings[i % doings.Length]} bersama {i + 3} warga Kota {towns[i]}, Jumat ({i + 1}/3/2024).", Trust.Publish, Display.FullText);
        }

        var first = await portal.TextAsync("/");
        var next = Older().Match(first).Groups[1].Value;
        var second = await portal.TextAsync(WebUtility.HtmlDecode(next));

        Assert.StartsWith("/?lanjut=", next, StringComparison.Ordinal);
        Assert.Contains("id=\"hari-2024-03-01\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("data-mine", second, StringComparison.Ordinal);
        // What stands in the days of one page stands not in those of the other; strips look ahead.
        Assert.Empty(Days(first).Intersect(Days(second), StringComparer.Ordinal));

        static List<string> Days(string page) => [.. ArticleLinks().Matches(page[..(page.IndexOf("class=\"strips\"", StringComparison.Ordinal) is > 0 and var end ? end : page.Length)]).Select(m => m.Groups[1].Value)];
    }

    [GeneratedRegex("<a href=\"/wilayah/[0-9]{2}\" class=\"shade-[0-4]\"")]
    private static partial Regex MapTiles();

    [GeneratedRegex("<td role=\"cell\"><a href=\"/wilayah/[0-9]{2}\">")]
    private static partial Regex TableRows();

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<json>.*?)</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex JsonLd();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Older();

    [GeneratedRegex("<h3><a href=\"/artikel/([0-9a-f-]{36})")]
    private static partial Regex ArticleLinks();
}
