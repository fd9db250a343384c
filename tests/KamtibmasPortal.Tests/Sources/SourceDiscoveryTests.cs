using System.Text;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources.Discovery;

namespace KamtibmasPortal.Tests.Sources;

public sealed class SourceDiscoveryTests
{
    private static readonly Uri Home = new("https://kabar.test/");

    [Fact]
    public void A_declared_feed_comes_first_and_the_page_itself_last()
    {
        var found = Candidates("""
            <html><head><link rel="alternate" type="application/rss+xml" title="Kabar &raquo; Umpan Komentar" href="/comments/feed/">
            <link rel="alternate" type="application/rss+xml" href="https://kabar.test/feed/"><link rel="alternate" type="application/json+oembed" href="/wp-json/oembed"></head><body></body></html>
            """);

        Assert.Equal(new SourceCandidate(SourceKind.Feed, "https://kabar.test/feed/", CandidateReason.DeclaredFeed), found[0]);
        Assert.Equal(SourceKind.HtmlList, found[^1].Kind);
        Assert.Equal(CandidateReason.NarrowFeed, found.Single(c => c.Address.EndsWith("/comments/feed/", StringComparison.Ordinal)).Why);
        Assert.DoesNotContain(found, c => c.Address.Contains("oembed", StringComparison.Ordinal));
        Assert.Equal(found.Count, found.Select(c => c.Address).Distinct().Count());
    }

    [Theory]
    [InlineData("application/atom+xml", "atom.xml")]
    [InlineData("application/feed+json", "umpan.json")]
    [InlineData("application/rss+xml; charset=utf-8", "?format=rss")]
    [InlineData("text/xml", "rss.php")]
    public void Feeds_of_every_type_are_declared(string type, string href)
    {
        Assert.Equal(CandidateReason.DeclaredFeed, Candidates($"<base href='https://kabar.test/x/'><link href='{href}' type='{type}' rel='ALTERNATE'>")[0].Why);
    }

    [Theory]
    [InlineData("<meta name='generator' content='WordPress 6.5'>", "https://kabar.test/feed/")]
    [InlineData("<script src='/wp-content/themes/a.js'></script>", "https://kabar.test/feed/")]
    [InlineData("<meta name='Generator' content='Blogger'>", "https://kabar.test/feeds/posts/default?alt=rss")]
    [InlineData("<meta name='generator' content='Joomla! - Open Source Content Management'>", "https://kabar.test/?format=feed&type=rss")]
    [InlineData("<meta name='Generator' content='Drupal 10'>", "https://kabar.test/rss.xml")]
    [InlineData("<meta name='generator' content='Ghost 5'>", "https://kabar.test/rss/")]
    [InlineData("<a href='/rss/berita'>RSS</a>", "https://kabar.test/rss/berita")]
    public void What_made_the_page_tells_where_its_feed_is(string head, string address)
    {
        Assert.Equal(address, Candidates($"<html><head>{head}</head><body></body></html>")[0].Address);
    }

    [Fact]
    public void News_maps_of_robots_come_before_plain_maps()
    {
        var found = Candidates("<p>kosong</p>", "https://kabar.test/sitemap-web.xml", "https://kabar.test/peta-news.xml").Select(c => c.Address).ToList();

        Assert.Equal("https://kabar.test/peta-news.xml", found[0]);
        Assert.True(found.IndexOf("https://kabar.test/sitemap-web.xml") > found.IndexOf("https://kabar.test/feed/"));
    }

    [Fact]
    public void A_feed_below_one_article_is_no_feed_of_the_site()
    {
        Assert.NotEqual(CandidateReason.DeclaredFeed, Candidates("<link rel='alternate' type='application/rss+xml' href='/2024/05/ronda-malam-digiatkan-lagi/feed/'>").First(c => c.Address.Contains("ronda", StringComparison.Ordinal)).Why);
    }

    [Theory]
    [InlineData("<?xml version='1.0'?><!-- a > b --><?xml-stylesheet href='x'?><rss version='2.0'/>", SourceDocument.Feed)]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'/>", SourceDocument.Feed)]
    [InlineData("<rdf:RDF>", SourceDocument.Feed)]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}", SourceDocument.Feed)]
    [InlineData("<br /><b>Warning</b>: x in y <rss version='2.0'>", SourceDocument.Feed)]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>", SourceDocument.Sitemap)]
    [InlineData("<?xml version='1.0'?><sitemapindex>", SourceDocument.Sitemap)]
    [InlineData("https://kabar.test/a\nhttps://kabar.test/b", SourceDocument.Sitemap)]
    [InlineData("\uFEFF<!DOCTYPE html><html>", SourceDocument.Html)]
    [InlineData("<div><a href='/rss'>rss</a></div>", SourceDocument.Html)]
    [InlineData("bukan apa-apa", SourceDocument.Unknown)]
    [InlineData("{\"galat\":404}", SourceDocument.Unknown)]
    [InlineData("", SourceDocument.Unknown)]
    public void Bytes_tell_what_they_are(string text, SourceDocument kind)
    {
        Assert.Equal(kind, SourceSniffer.Of(Encoding.UTF8.GetBytes(text), null));
    }

    private static IReadOnlyList<SourceCandidate> Candidates(string page, params string[] robots) => SourceDiscovery.Candidates(Encoding.UTF8.GetBytes(page), null, Home, robots);
}
