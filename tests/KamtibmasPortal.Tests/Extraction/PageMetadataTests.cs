using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Tests.Extraction;

public sealed class PageMetadataTests
{
    [Theory]
    [InlineData("<meta name=\"publishdate\" content=\"2024/05/14 09:05:00\">", 420, "2024-05-14 02:05")]
    [InlineData("<meta name=\"dtk:publishdate\" content=\"2024/05/14 09:05:00\">", 420, "2024-05-14 02:05")]
    [InlineData("<meta name=\"content_PublishedDate\" content=\"2024-05-14 09:05:00\">", 420, "2024-05-14 02:05")]
    [InlineData("<meta property=\"article:published_time\" content=\"2024-05-14T09:05:00+08:00\">", 480, "2024-05-14 01:05")]
    [InlineData("<meta property=\"article:published_time\" content=\"2024-05-13T23:30:00Z\">", 420, "2024-05-13 23:30")]
    [InlineData("<meta name=\"sailthru.date\" content=\"Tue, 14 May 2024 09:05:00 +0700\">", 420, "2024-05-14 02:05")]
    [InlineData("<script type=\"application/ld+json\">[{\"@type\":\"WebSite\"},{\"@graph\":[{\"@type\":[\"Article\",\"NewsArticle\"],\"datePublished\":\"2024-05-14T09:05:00+07:00\"}]}]</script>", 420, "2024-05-14 02:05")]
    public void The_time_is_read_from_what_publishers_declare(string head, int zone, string utc)
    {
        var article = WebPage.Read(WebPage.Article(WebPage.Paragraphs, head));

        Assert.Equal((zone, DatePrecision.Minute, new DateOnly(2024, 5, 14)), (article.ZoneMinutes, article.PublishedPrecision, article.PublishedDay));
        Assert.Equal(utc, article.PublishedAt?.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_zone_in_print_beats_an_offset_that_the_system_put_on()
    {
        var article = WebPage.Read(WebPage.Article("<div class=\"post-date\">Selasa, 14 Mei 2024 - 09:14 WITA</div>" + WebPage.Paragraphs, "<meta property=\"article:published_time\" content=\"2024-05-14T09:14:00+07:00\">"));

        Assert.Equal((480, new DateTime(2024, 5, 14, 1, 14, 0, DateTimeKind.Utc)), (article.ZoneMinutes, article.PublishedAt));
    }

    [Fact]
    public void The_day_that_most_witnesses_name_wins()
    {
        var article = WebPage.Read(WebPage.Article("<div class=\"post-date\">Selasa, 14 Mei 2024 | 09:14 WIB</div>" + WebPage.Paragraphs, "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-11-02T10:00:00+07:00\"}</script>"), "https://kabar.test/2024/05/14/regu-jaga-malam");

        Assert.Equal(new DateOnly(2024, 5, 14), article.PublishedDay);
    }

    [Fact]
    public void The_address_is_the_last_resort()
    {
        var article = WebPage.Read(WebPage.Article(WebPage.Paragraphs), "https://kabar.test/2024/05/15/regu-jaga-malam");

        Assert.Equal((new DateOnly(2024, 5, 15), DatePrecision.Day, ValueOrigin.Address), (article.PublishedDay, article.PublishedPrecision, article.Origins?.Published));
    }

    [Fact]
    public void Foreign_pages_keep_their_own_clock()
    {
        var text = string.Concat(Enumerable.Range(1, 4).Select(i => $"<p>The council said on day {i} that the old bridge would stay open to walkers while crews repair the deck and the railings.</p>"));
        var article = WebPage.Read(WebPage.Of($"<article><h1>Old Bridge Stays Open to Walkers</h1><p>By Jane Porter and Tom Reed, Staff Writers</p>{text}</article>", "<meta property=\"article:published_time\" content=\"2019-03-14T22:05:00-05:00\">", "en"));

        Assert.Equal((new DateOnly(2019, 3, 14), -300, "en"), (article.PublishedDay, article.ZoneMinutes, article.Language));
        Assert.Equal("Jane Porter, Tom Reed", article.Author);
    }

    [Theory]
    [InlineData("<p>Penulis: Rini Astari | Editor: Budi Harsono</p>", "", "Rini Astari")]
    [InlineData("<p>Laporan wartawan Kabar, Joko Setiadi</p>", "", "Joko Setiadi")]
    [InlineData("<p>Pewarta: Yunus Kaka<br>Editor: Sri Handayani<br>Copyright © 2024</p>", "<meta name=\"author\" content=\"Kabar\">", "Yunus Kaka")]
    [InlineData("", "<meta name=\"author\" content=\"admin\">", null)]
    [InlineData("", "<meta name=\"author\" content=\"Tim Redaksi\">", null)]
    [InlineData("", "<meta name=\"author\" content=\"Kabar Pagi\"><meta property=\"og:site_name\" content=\"Kabar Pagi\">", null)]
    [InlineData("", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"Sinar Laut\"}}</script>", null)]
    [InlineData("", "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Ayu Lestari\"},{\"@type\":\"NewsArticle\",\"author\":[{\"@id\":\"#p\"},{\"@type\":\"Person\",\"name\":\"Dedi Karim\"}]}]}</script>", "Ayu Lestari, Dedi Karim")]
    [InlineData("<div class=\"comments\"><span class=\"comment-author\">Budi88</span><p>Mantap sekali beritanya, lanjutkan terus ya bapak-bapak semua.</p></div>", "", null)]
    public void The_author_is_a_person(string line, string head, string? author) =>
        Assert.Equal(author, WebPage.Read(WebPage.Article($"<div class=\"entry-content\">{WebPage.Paragraphs}</div>{line}", head)).Author);

    [Theory]
    [InlineData("<title>TITLE - Kabar Pagi</title>", "")]
    [InlineData("<title>TITLE | Daerah | Kabar Pagi</title><meta property=\"og:site_name\" content=\"Kabar Pagi\">", "")]
    [InlineData("<title>Kabar Pagi: TITLE</title><meta property=\"og:title\" content=\"TITLE\">", "<h1>Kabar Pagi</h1>")]
    [InlineData("<title>Kabar Pagi</title><meta property=\"og:site_name\" content=\"Kabar Pagi\">", "<h1>TITLE</h1>")]
    [InlineData("<title>Kabar Pagi</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"TITLE\"}</script>", "")]
    public void The_title_is_the_headline_without_the_site(string head, string above)
    {
        var page = WebPage.Of($"{above}<div class=\"entry-content\">{WebPage.Paragraphs}</div>", head).Replace("TITLE", WebPage.Headline, StringComparison.Ordinal);

        Assert.Equal(WebPage.Headline, WebPage.Read(page).Title);
    }

    [Fact]
    public void The_lead_image_brings_its_caption_and_its_maker()
    {
        var article = WebPage.Read(WebPage.Article($"<figure><img src=\"/foto/1.jpg\"><figcaption>Dermaga rakyat pada pagi hari. (Foto: Dok. Polairud)</figcaption></figure><div class=\"entry-content\">{WebPage.Paragraphs}</div>"));

        Assert.Equal("https://kabar.test/foto/1.jpg", article.ImageUrl);
        Assert.Equal("Dermaga rakyat pada pagi hari. (Foto: Dok. Polairud)", article.Caption);
        Assert.Equal("Dok. Polairud", article.ImageCredit);
    }

    [Fact]
    public void A_home_page_is_no_canonical_address() =>
        Assert.Null(WebPage.Read(WebPage.Article(WebPage.Paragraphs, "<link rel=canonical href=\"https://kabar.test/\">")).CanonicalUrl);
}
