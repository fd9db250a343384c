using System.Text;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Sources.Discovery;
using KamtibmasPortal.News.Sources.Feeds;
using KamtibmasPortal.News.Sources.Sitemaps;

namespace KamtibmasPortal.Tests.Sources;

public sealed class ArchivePagesTests
{
    [Theory]
    [InlineData("https://kabar.test/feed/", "https://wordpress.org/?v=6.5", "https://kabar.test/feed/?paged=2 https://kabar.test/feed/?paged=3")]
    [InlineData("https://kabar.test/?feed=rss2", "", "https://kabar.test/?feed=rss2&paged=2 https://kabar.test/?feed=rss2&paged=3")]
    [InlineData("https://kabar.test/feed/?paged=7", "WordPress", "https://kabar.test/feed/?paged=8 https://kabar.test/feed/?paged=9")]
    [InlineData("https://kabar.blogspot.test/feeds/posts/default?alt=rss", "Blogger", "https://kabar.blogspot.test/feeds/posts/default?alt=rss&start-index=26&max-results=50 https://kabar.blogspot.test/feeds/posts/default?alt=rss&start-index=76&max-results=50")]
    [InlineData("https://kabar.test/rss.xml", "Drupal", "")]
    public void Software_that_counts_pages_is_counted_on(string feed, string generator, string pages)
    {
        var reading = new FeedReading(null, null, []) { Generator = generator };

        Assert.Equal(pages, string.Join(' ', ArchivePages.Older(new Uri(feed), reading).Take(2)));
    }

    [Theory]
    [InlineData("""<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="/umpan?hal=2"/><link rel="prev-archive" href="/arsip/2024-04.xml"/><entry><title>a</title></entry></feed>""", "https://kabar.test/arsip/2024-04.xml")]
    [InlineData("""<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link rel="next" href="https://kabar.test/umpan?hal=2"/><item><title>a</title></item></channel></rss>""", "https://kabar.test/umpan?hal=2")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","next_url":"/umpan.json?hal=2","items":[]}""", "https://kabar.test/umpan.json?hal=2")]
    [InlineData("""<rss version="2.0"><channel><link>https://kabar.test/</link><item><title>a</title></item></channel></rss>""", "")]
    public void A_feed_that_names_its_older_page_is_followed(string text, string page)
    {
        var feed = new Uri("https://kabar.test/umpan");

        Assert.Equal(page, string.Join(' ', ArchivePages.Older(feed, new FeedReader().Read(Encoding.UTF8.GetBytes(text), null, feed))));
    }

    [Fact]
    public void A_sitemap_index_is_its_own_archive_newest_first()
    {
        var index = new SitemapReader().Read("""<sitemapindex><sitemap><loc>https://kabar.test/1.xml</loc><lastmod>2023-01-01</lastmod></sitemap><sitemap><loc>https://kabar.test/2.xml</loc><lastmod>2024-05-06</lastmod></sitemap></sitemapindex>"""u8.ToArray(), new Uri("https://kabar.test/sitemap.xml"));

        Assert.Equal(["https://kabar.test/2.xml", "https://kabar.test/1.xml"], ArchivePages.Older(index));
    }
}
