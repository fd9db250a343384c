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
