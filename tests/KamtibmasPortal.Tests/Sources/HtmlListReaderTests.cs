using System.Globalization;
using System.Text;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Sources.Lists;

namespace KamtibmasPortal.Tests.Sources;

public sealed class HtmlListReaderTests
{
    private const string Portal = """
        <!DOCTYPE html><html lang="id"><head><title>Kabar Kota</title></head><body>
        <header><a href="/">Kabar Kota</a><nav><ul><li><a href="/hukum-dan-kriminal-hari-ini">Hukum dan Kriminal Hari Ini</a></li></ul></nav></header>
        <main>
          <article><a href="/2024/05/ronda-malam-digiatkan"><img src="a.jpg" alt="foto"></a><h2><a href="/2024/05/ronda-malam-digiatkan">Ronda Malam Digiatkan di Kelurahan Melati</a></h2>
            <span class="post-date">Senin, 6 Mei 2024 | 10:15 WITA</span><p>Warga sepakat berjaga bergiliran. <a href="/2024/05/ronda-malam-digiatkan">Baca selengkapnya</a></p><a href="/tag/ronda">ronda</a></article>
          <article><a href="https://bali.kabar.test/berita/7781-polisi-bina-remaja"><h3>Polisi Bina Remaja Karang Taruna</h3><time datetime="2024-05-05T08:00:00+07:00">kemarin</time></a></article>
          <div class="card"><div><a href="kapolsek-baru-menyapa-pedagang-pasar.html">Kapolsek Baru Menyapa Pedagang Pasar Induk</a></div><div>04/05/2024 09:30</div></div>
          <div class="sidebar"><a href="/berita/iklan-mobil-murah-sekali-hari-ini">Iklan Mobil Murah Sekali Hari Ini</a></div>
          <a href="https://lain.test/berita/kabar-dari-situs-orang-lain">Kabar dari Situs Orang Lain</a>
          <a href="javascript:alert(1)">Jangan Pernah Membuka Tautan Ini</a>
          <a href="/kategori/hukum">Semua Berita Hukum dan Kriminal</a>
        </main>
        <footer><a href="/pedoman-media-siber">Pedoman Media Siber Dewan Pers</a></footer></body></html>
        """;

    private static readonly Uri Home = new("https://www.kabar.test/");

    [Fact]
    public void Headlines_are_found_without_being_told_where()
    {
        Assert.Equal(
            [
                "Ronda Malam Digiatkan di Kelurahan Melati|https://www.kabar.test/2024/05/ronda-malam-digiatkan|2024-05-06T10:15:00+08:00",
                "Polisi Bina Remaja Karang Taruna|https://bali.kabar.test/berita/7781-polisi-bina-remaja|2024-05-05T08:00:00+07:00",
                "Kapolsek Baru Menyapa Pedagang Pasar Induk|https://www.kabar.test/kapolsek-baru-menyapa-pedagang-pasar.html|2024-05-04T09:30:00+07:00",
            ],
            Read(Portal).Items.Select(Shown));
    }

    [Fact]
    public void Selectors_say_where_the_articles_stand()
    {
        var page = """<div class="x"><b>Judul Pertama</b><a href="a?id=1">buka</a><i>6 Mei 2024</i></div><div class="x"><b>Judul Kedua</b><a href="//www.kabar.test/b">buka</a></div><div class="x"><b>Luar</b><a href="https://lain.test/c">buka</a></div>""";

        var list = Read(page, new HtmlListSelectors { Item = ".x", Link = "a", Title = "b", Date = "i" });

        Assert.Equal(["Judul Pertama|https://www.kabar.test/a?id=1|2024-05-06T00:00:00+07:00", "Judul Kedua|https://www.kabar.test/b|"], list.Items.Select(Shown));
    }

    [Fact]
    public void A_selector_that_is_none_is_a_fault_not_a_crash()
    {
        Assert.NotNull(Read(Portal, new HtmlListSelectors { Item = "div[[" }).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body><p>Situs dalam perbaikan</p></body></html>")]
    public void A_page_without_headlines_says_so(string page)
    {
        Assert.NotNull(Read(page).Fault);
    }

    [Fact]
    public void A_page_made_to_exhaust_the_reader_is_refused_or_cut()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 100_000));
        var tricky = string.Concat(Enumerable.Repeat("<div><object></div></object>", 50_000));
        var many = string.Concat(Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<a href='/berita/{i}-a-b-c'>Judul berita yang nomor {i}</a> ")));
        var long_ = $"<a href='/berita/satu-dua-tiga'>{string.Concat(Enumerable.Repeat("kata ", 400_000))}</a>";

        Assert.NotNull(Read(deep).Fault);
        Assert.NotNull(Read(tricky).Fault);
        Assert.Equal(HtmlListReader.ItemLimit, Read(many).Items.Count);
        Assert.True(Read(long_).Items[0].Title!.Length <= 1000);
    }

    private static News.Sources.FeedReading Read(string page, HtmlListSelectors? selectors = null) => new HtmlListReader().Read(Encoding.UTF8.GetBytes(page), null, Home, selectors);

    private static string Shown(AnnouncedItem item) => $"{item.Title}|{item.Url}|{item.PublishedAt?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)}";
}
