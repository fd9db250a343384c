using System.IO.Compression;
using System.Text;
using KamtibmasPortal.News.Sources.Sitemaps;

namespace KamtibmasPortal.Tests.Sources;

public sealed class SitemapReaderTests
{
    private const string News = """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://kabar.test/ronda</loc><lastmod>2024-06-01</lastmod><news:news><news:publication_date>2024-05-06T10:15:00+07:00</news:publication_date><news:title>Ronda &amp; Kopi</news:title></news:news></url>
        <url><loc>javascript:alert(1)</loc></url><url><loc>https://kabar.test/lama</loc><lastmod>2020-01-01</lastmod></url></urlset>
        """;

    private static readonly Uri Home = new("https://kabar.test/sitemap.xml");

    [Fact]
    public void A_news_sitemap_gives_title_and_date_and_a_change_is_no_publication()
    {
        var map = Read(Encoding.UTF8.GetBytes(News));

        Assert.Equal(["https://kabar.test/ronda", "https://kabar.test/lama"], map.Items.Select(i => i.Url));
        Assert.Equal(("Ronda & Kopi", new DateTimeOffset(2024, 5, 6, 10, 15, 0, TimeSpan.FromHours(7))), (map.Items[0].Title, map.Items[0].PublishedAt));
        Assert.Null(map.Items[1].PublishedAt);
    }

    [Fact]
    public void A_packed_map_is_unpacked()
    {
        Assert.Equal(2, Read(Packed(Encoding.UTF8.GetBytes(News))).Items.Count);
    }

    [Fact]
    public void An_index_names_its_maps()
    {
        var map = Read("<sitemapindex><sitemap><loc>/a.xml</loc></sitemap><sitemap><loc>https://kabar.test/b.xml.gz</loc></sitemap></sitemapindex>"u8.ToArray());

        Assert.Equal(["https://kabar.test/a.xml", "https://kabar.test/b.xml.gz"], map.Maps);
    }

    [Fact]
    public void A_map_that_unpacks_without_end_is_refused()
    {
        Assert.NotNull(Read(Packed(new byte[60 * 1024 * 1024])).Fault);
    }

    [Fact]
    public void A_plain_list_of_addresses_is_a_map()
    {
        Assert.Equal(["https://kabar.test/a", "https://kabar.test/b"], Read("https://kabar.test/a\r\nhttps://kabar.test/b\n"u8.ToArray()).Items.Select(i => i.Url));
    }

    [Theory]
    [InlineData("""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><image:loc>https://kabar.test/a.jpg</image:loc><image:image><image:loc>https://kabar.test/b.jpg</image:loc></image:image><xhtml:link rel="alternate" hreflang="en" href="https://kabar.test/en"/><loc> https://kabar.test/ronda </loc><lastmod>2024-05-06</lastmod></url></urlset>""")]
    [InlineData("""<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc>https://kabar.test/ronda</s:loc><s:lastmod>2024-05-06T00:00Z</s:lastmod></s:url></s:urlset>""")]
    [InlineData("""<URLSET><URL><LOC><![CDATA[https://kabar.test/ronda]]></LOC><LASTMOD>2024-05-06</LASTMOD></URL></URLSET>""")]
    [InlineData("""<urlset><url><loc>https://kabar.test/ronda<lastmod>2024-05-06</url><url><loc>https://kabar.test/ron""")]
    [InlineData("""galat basis data<?xml version="1.0"?><urlset><url><loc>/ronda</loc><lastmod>2024-05-06</lastmod></url></urlset>""")]
    public void A_map_is_read_in_every_dress(string text)
    {
        var item = Read(Encoding.UTF8.GetBytes(text)).Items[0];

        Assert.Equal(("https://kabar.test/ronda", new DateTimeOffset(2024, 5, 6, 0, 0, 0, TimeSpan.Zero)), (item.Url, item.ModifiedAt));
        Assert.Null(item.PublishedAt);
    }

    [Fact]
    public void An_ampersand_nobody_escaped_stays_in_the_address()
    {
        Assert.Equal("https://kabar.test/baca?id=1&hal=2", Read("<urlset><url><loc>https://kabar.test/baca?id=1&hal=2</loc></url></urlset>"u8.ToArray()).Items[0].Url);
    }

    [Fact]
    public void A_packed_map_that_broke_off_is_read_as_far_as_it_came()
    {
        var packed = Packed(Encoding.UTF8.GetBytes("<urlset>" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"<url><loc>https://kabar.test/{i * 7919}</loc></url>")) + "</urlset>"));

        Assert.True(Read(packed[..(packed.Length / 2)]).Items.Count > 100);
    }

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(plain);
        }

        return packed.ToArray();
    }

    private static SitemapReading Read(byte[] bytes) => new SitemapReader().Read(bytes, Home);
}
