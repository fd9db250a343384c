using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Tests.Extraction;

public sealed class PageKindTests
{
    private static readonly string Cards = string.Concat(Enumerable.Range(1, 12).Select(i => $"<div class=\"card\"><h3><a href=\"/{i}\">Kabar Nomor {i} dari Pelabuhan dan Pasar Ikan</a></h3><p>Cuplikan nomor {i} yang memancing orang membuka beritanya hari ini juga.</p></div>"));

    [Fact]
    public void A_home_page_is_refused() => Assert.Equal(RejectionReason.HomePage, WebPage.Read(WebPage.Of(Cards, "<title>Kabar Pagi</title>"), "https://kabar.test/").Rejection);

    [Theory]
    [InlineData("Kategori: Kriminal", "https://kabar.test/kategori/kriminal")]
    [InlineData("Kriminal", "https://kabar.test/kriminal")]
    [InlineData("Indeks Berita", null)]
    public void A_list_is_refused(string title, string? address) => Assert.Equal(RejectionReason.Listing, WebPage.Read(WebPage.Of($"<h1>{title}</h1>{Cards}", $"<title>{title}</title>"), address).Rejection);

    [Fact]
    public void Search_results_are_refused() => Assert.Equal(RejectionReason.SearchResults, WebPage.Read(WebPage.Of($"<h1>Hasil pencarian: dermaga</h1>{Cards}")).Rejection);

    [Theory]
    [InlineData("Hubungi Kami")]
    [InlineData("Tentang Kami - Kabar Pagi")]
    [InlineData("Pedoman Media Siber")]
    [InlineData("Privacy Policy | Kabar Pagi")]
    public void A_page_about_the_site_is_refused(string title) => Assert.Equal(RejectionReason.Information, WebPage.Read(WebPage.Of($"<main><h1>{title.Split(" - ")[0]}</h1>{WebPage.Paragraphs}</main>", $"<title>{title}</title>")).Rejection);

    [Theory]
    [InlineData("Halaman tidak ditemukan")]
    [InlineData("404 Not Found")]
    [InlineData("Maaf, berita yang Anda cari sudah tidak tersedia")]
    [InlineData("Page not found")]
    public void A_page_that_is_gone_is_refused_though_it_answers(string title) => Assert.Equal(RejectionReason.NotFound, WebPage.Read(WebPage.Of($"<h1>{title}</h1><p>Silakan baca kabar pilihan redaksi di bawah ini.</p>{Cards}", "<title>Kabar Pagi</title>")).Rejection);

    [Fact]
    public void A_headline_about_something_not_found_is_news() =>
        Assert.Null(WebPage.Read(WebPage.Article(WebPage.Paragraphs).Replace(WebPage.Headline, "Perahu Nelayan Tidak Ditemukan Setelah Tiga Hari", StringComparison.Ordinal)).Rejection);

    [Fact]
    public void A_video_without_text_is_refused() =>
        Assert.Equal(RejectionReason.Video, WebPage.Read(WebPage.Of("<h1>Detik-detik Perahu Terbalik</h1><iframe src=/v></iframe><p>Rekaman warga memperlihatkan perahu terbalik dihantam ombak besar.</p>", "<meta property=\"og:type\" content=\"video.other\">")).Rejection);

    [Fact]
    public void A_stub_before_a_paywall_is_refused() =>
        Assert.Equal(RejectionReason.Paywall, WebPage.Read(WebPage.Article($"<div class=\"entry-content\"><p>{WebPage.Sentences[0]}</p><div><p>Untuk melanjutkan membaca, silakan berlangganan mulai Rp 15.000 sebulan.</p></div></div>")).Rejection);

    [Fact]
    public void A_short_release_is_news() =>
        Assert.Null(WebPage.Read(WebPage.Article($"<small>Selasa, 14 Mei 2024 | 13.00 WIB</small><div><p>{WebPage.Sentences[0]}</p><p>{WebPage.Sentences[1]}</p></div>")).Rejection);
}
