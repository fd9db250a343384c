using System.Text;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Tests.Extraction;

public sealed class HtmlExtractorTests
{
    private const string Paragraphs =
        "<p>TARAKAN - Tim gabungan memeriksa dua ratus kendaraan di gerbang pelabuhan sejak subuh, Senin (6/5/2024). Pemeriksaan berlangsung sampai kapal terakhir berangkat.</p>"
        + "<p>Petugas menemukan tiga sepeda motor tanpa surat yang akan diseberangkan. Ketiganya dibawa ke kantor polisi untuk dicocokkan dengan laporan kehilangan.</p>"
        + "<p>Kepala pos pelabuhan mengatakan pemeriksaan seperti ini akan digelar dua kali sepekan. Penumpang diminta datang satu jam lebih awal.</p>";

    private static string Page(string head, string aboveText = "") =>
        $"<!doctype html><html lang=\"id\"><head>{head}</head><body><nav><a href=/>Beranda</a><a href=/b>Bola</a></nav><main><article><h1>Dua Ratus Kendaraan Diperiksa di Gerbang Pelabuhan Tarakan</h1>{aboveText}{Paragraphs}</article></main><footer>Hak cipta</footer></body></html>";

    [Fact]
    public void Linked_data_gives_date_and_author()
    {
        var article = Extract(Page("""<title>Dua Ratus Kendaraan Diperiksa di Gerbang Pelabuhan Tarakan - Kabar Benuanta</title><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"x","datePublished":"2024-05-06T10:05:00+08:00","dateModified":"2024-05-06T11:00:00+08:00","author":[{"@type":"Person","name":"Yuni Astuti"}]}]}</script>"""));

        Assert.Null(article.Rejection);
        Assert.Equal("Dua Ratus Kendaraan Diperiksa di Gerbang Pelabuhan Tarakan", article.Title);
        Assert.Equal(new DateTime(2024, 5, 6, 2, 5, 0, DateTimeKind.Utc), article.PublishedAt);
        Assert.Equal((480, DatePrecision.Minute, "Yuni Astuti"), (article.ZoneMinutes, article.PublishedPrecision, article.Author));
        Assert.StartsWith("TARAKAN - Tim gabungan", article.Body, StringComparison.Ordinal);
        Assert.EndsWith("satu jam lebih awal.", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_visible_date_serves_where_markup_is_silent()
    {
        var article = Extract(Page("<title>Kabar Benuanta</title>", "<p class=\"tanggal\">Senin, 06 Mei 2024 - 10:05 WITA</p>"));

        Assert.Equal(new DateTime(2024, 5, 6, 2, 5, 0, DateTimeKind.Utc), article.PublishedAt);
    }

    [Fact]
    public void Only_web_addresses_are_taken_over()
    {
        var article = Extract(Page("""<link rel="canonical" href="javascript:alert(1)"><meta property="og:image" content="data:image/png;base64,AAAA">"""));

        Assert.Null(article.CanonicalUrl);
        Assert.Null(article.ImageUrl);
    }

    [Theory]
    [InlineData("<html><body><nav><a href=/>Beranda</a></nav></body></html>")]
    [InlineData("<html></html>")]
    [InlineData("   ")]
    public void A_page_without_an_article_is_refused(string html)
    {
        Assert.NotNull(Extract(html).Rejection);
    }

    [Fact]
    public void Nesting_without_end_is_refused_before_it_is_parsed()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 20_000)) + Paragraphs;

        Assert.Equal(RejectionReason.NotAnArticle, Extract(html).Rejection);
    }

    private static ExtractedArticle Extract(string html) => new ArticleExtractor().Extract(new FetchedPage(Encoding.UTF8.GetBytes(html), "", IsHtml: true, Address: null));
}
