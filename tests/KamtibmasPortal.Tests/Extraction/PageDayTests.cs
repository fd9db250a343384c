using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Tests.Extraction;

/// <summary>The day of publication where several days stand on a page.</summary>
public sealed class PageDayTests
{
    private static readonly string s_english = string.Concat(Enumerable.Range(1, 4).Select(i => $"<p>The council said on day {i} that the old bridge would stay open to walkers while crews repair the deck and the railings.</p>"));

    [Theory]
    [InlineData("fr", "Publié le 1er mai 2024 à 18h30, mis à jour le 3 mai 2024 à 09h00 par la rédaction")]
    [InlineData("pt", "1 de maio de 2024 às 07h45 | Atualizado em 03/05/2024")]
    [InlineData("nl", "1 mei 2024, 06:50 (bijgewerkt 3 mei 2024)")]
    [InlineData("id", "Diperbarui: 3 Mei 2024 | Diterbitkan: 1 Mei 2024")]
    [InlineData("en", "Updated May 3, 2024, first published May 1, 2024")]
    public void Each_day_belongs_to_the_label_before_it(string language, string line)
    {
        var article = WebPage.Read(WebPage.Of($"<article><h1>{WebPage.Headline}</h1><div>{line}</div>{WebPage.Paragraphs}</article>", "", language));

        Assert.Equal(new DateOnly(2024, 5, 1), article.PublishedDay);
        Assert.Contains(article.Dates, d => d is { Role: DateRole.Modified, Value: { Month: 5, Day: 3 } });
    }

    [Theory]
    [InlineData("<span class=\"waktu\" data-timestamp=\"1718773200\">beberapa waktu lalu</span>")]
    [InlineData("<span class=\"ago\" data-time=\"1718773200000\">kemarin</span>")]
    [InlineData("<relative-time datetime=\"2024-06-19T12:00:00+07:00\">tiga bulan lalu</relative-time>")]
    [InlineData("<span class=\"post-date\" title=\"2024-06-19 12:00\">tiga bulan lalu</span>")]
    public void What_a_script_would_print_is_read_from_the_attribute(string stamp) =>
        Assert.Equal(new DateOnly(2024, 6, 19), WebPage.Read(Undated($"<div>{stamp}</div>")).PublishedDay);

    [Fact]
    public void A_stamp_between_headline_and_text_beats_those_of_other_articles()
    {
        var list = string.Concat(Enumerable.Range(1, 3).Select(i => $"<li><time datetime=\"2024-09-0{i}T08:00:00+07:00\">lama</time> <a href=\"/{i}\">Kapal Wisata Rute {i}</a></li>"));

        Assert.Equal(new DateOnly(2024, 6, 19), WebPage.Read($"<ul>{list}</ul>" + Undated("<time datetime=\"2024-06-19T12:00\">lama</time>")).PublishedDay);
    }

    [Fact]
    public void A_day_of_change_serves_where_no_other_is_named()
    {
        var article = WebPage.Read(Undated("", "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"dateModified\":\"2024-07-17T11:20:00+08:00\"}</script>"));

        Assert.Equal((new DateOnly(2024, 7, 17), DatePrecision.Day, ValueOrigin.LinkedData), (article.PublishedDay, article.PublishedPrecision, article.Origins?.Published));
    }

    [Fact]
    public void The_address_beats_todays_date_above_the_headline()
    {
        var page = Undated("").Replace("<main>", "<div>Rabu, 12 Maret 2025</div><main>", StringComparison.Ordinal);

        Assert.Equal(new DateOnly(2024, 5, 15), WebPage.Read(page, "https://kabar.test/2024/05/15/regu-jaga-malam").PublishedDay);
    }

    [Theory]
    [InlineData("https://kabar.test/2024/dec/06/regu-jaga-malam")]
    [InlineData("https://kabar.test/berita/20241206-regu-jaga-malam.html")]
    [InlineData("https://kabar.test/2024/12/6/regu-jaga-malam")]
    public void The_address_names_the_day_in_several_forms(string address) => Assert.Equal(new DateOnly(2024, 12, 6), WebPage.Read(Undated(""), address).PublishedDay);

    [Fact]
    public void The_day_of_the_page_serves_where_its_article_has_none() =>
        Assert.Equal(new DateOnly(2024, 12, 6), WebPage.Read(Undated("", "<script type=\"application/ld+json\">{\"@type\":\"WebPage\",\"datePublished\":\"2024-12-06T09:00:00+07:00\",\"dateModified\":\"2025-01-01\"}</script>")).PublishedDay);

    [Theory]
    [InlineData("12/6/24 9:14 PM")]
    [InlineData("Friday, December 06 2024")]
    public void Short_American_stamps_are_read(string printed) =>
        Assert.Equal(new DateOnly(2024, 12, 6), WebPage.Read(WebPage.Of($"<article><h1>Old Bridge Stays Open to Walkers</h1><div>{printed}</div>{s_english}</article>", "", "en-US")).PublishedDay);

    [Theory]
    [InlineData("2024-12-06T02:14:00Z", "December 5, 2024 9:14 pm", 5)]
    [InlineData("2024-12-06T02:14:00Z", "December 5, 2024", 5)]
    [InlineData("2024-12-06T22:14:00Z", "December 7, 2024", 7)]
    [InlineData("2024-12-06T22:14:00Z", "December 5, 2024", 6)]
    [InlineData("2024-12-06T02:14:00-05:00", "December 5, 2024", 6)]
    public void The_publishers_own_day_is_printed_where_markup_says_world_time(string declared, string printed, int day)
    {
        var page = WebPage.Of($"<article><h1>Old Bridge Stays Open to Walkers</h1><div>{printed}</div>{s_english}</article>", $"<meta property=\"article:published_time\" content=\"{declared}\">", "en");

        Assert.Equal(new DateOnly(2024, 12, day), WebPage.Read(page).PublishedDay);
    }

    [Theory]
    [InlineData("en-US", "", "https://kabar.test/a", 4)]
    [InlineData("en", "<meta property=\"og:locale\" content=\"en_GB\">", "https://kabar.test/a", 3)]
    [InlineData("en", "", "https://kabar.co.uk/a", 3)]
    public void Which_number_is_the_month_depends_on_the_country(string language, string head, string address, int day)
    {
        var page = WebPage.Of($"<article><h1>Old Bridge Stays Open to Walkers</h1><div>Published 03/04/2024</div>{s_english}</article>", head, language);

        Assert.Equal(day, WebPage.Read(page, address).PublishedDay?.Day);
    }

    [Theory]
    [InlineData("dataLayer.push({'page_type':'detail','published_date':'2024-12-06 09:14:00','author':'rina'});", 6)]
    [InlineData("window.dataLayer = [{\"content\":{\"publishDate\":\"06/12/2024\"}}];", 6)]
    [InlineData("var utag_data = {articlePublishTime: \"2024\\/12\\/06 09:14\", section: \"daerah\"};", 6)]
    [InlineData("window.halaman = {\"tanggal_terbit\":\"6 Desember 2024\",\"kanal\":\"daerah\"};", 6)]
    [InlineData("self.isi.push([1,\"{\\\"publishedAt\\\":\\\"2024-12-06T02:14:00Z\\\"}\"])", 6)]
    [InlineData("gtag('config', 'G-1', {'expiry_date':'2024-12-06', 'buildTime':'2024-12-05'});", null)]
    [InlineData("var unrelated = {\"published\": true, \"jumlah\": 20241206};", null)]
    public void A_script_may_be_the_only_one_to_name_the_day(string script, int? day) =>
        Assert.Equal(day, WebPage.Read(Undated("", $"<script>{script}</script>")).PublishedDay?.Day);

    [Fact]
    public void What_the_page_says_itself_beats_its_scripts() =>
        Assert.Equal(new DateOnly(2024, 12, 6), WebPage.Read(Undated("<time datetime=\"2024-12-06\">6/12</time>", "<script>dataLayer.push({'published_date':'2024-12-09'});</script>")).PublishedDay);

    [Theory]
    [InlineData("Jumat, 6 Des '24")]
    [InlineData("06 Desember ’24 | 09.14 WIB")]
    public void A_year_may_be_cut_to_two_digits(string printed) =>
        Assert.Equal(new DateOnly(2024, 12, 6), WebPage.Read(Undated($"<div>{printed}</div>")).PublishedDay);

    /// <summary>The canned article without the day in its first sentence.</summary>
    private static string Undated(string inside, string head = "") =>
        WebPage.Article(inside + WebPage.Paragraphs.Replace("Selasa (14/5/2024) dini hari", "sebelum fajar", StringComparison.Ordinal), head);
}
