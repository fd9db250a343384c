using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Discovery;

namespace KamtibmasPortal.Tests.Web;

/// <summary>How search engines and browsers find their way.</summary>
public sealed class DiscoveryTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static readonly XNamespace s_sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sitemap_has_large_regions_and_small_ones_with_news()
    {
        await portal.StoreAsync("peta", "Warga Gedong Jaga Malam\n\nJAKARTA TIMUR - Polsek Pasar Rebo dan warga Kelurahan Gedong, Kecamatan Pasar Rebo, Jakarta Timur, ronda malam, Senin (6/5/2024).", Trust.Publish, Display.FullText);
        await portal.StoreAsync("peta-tunggu", "Warga Cijantung Jaga Malam\n\nJAKARTA TIMUR - Polsek Pasar Rebo dan warga Kelurahan Cijantung, Kecamatan Pasar Rebo, Jakarta Timur, ronda malam, Senin (6/5/2024).", Trust.Review, Display.FullText);

        var places = await LocationsAsync("/sitemap.xml");

        var root = portal.Client.BaseAddress!.ToString().TrimEnd('/');
        foreach (var path in new[] { "/", "/wilayah", "/wilayah/31", "/wilayah/31.75", "/wilayah/31.75.05", "/wilayah/31.75.05.1001", "/wilayah/96", "/instansi/polres-metro-jakarta-timur", "/topik/narkotika" })
        {
            Assert.Contains(root + path, places, StringComparer.Ordinal);
        }

        Assert.DoesNotContain(root + "/wilayah/31.75.05.1005", places, StringComparer.Ordinal);
        Assert.DoesNotContain(root + "/wilayah/11.01.01.2001", places, StringComparer.Ordinal);
        Assert.DoesNotContain(places, p => p.Contains("/artikel/", StringComparison.Ordinal) || p.Contains("/redaksi", StringComparison.Ordinal));
        Assert.Equal(places.Count, places.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Client.GetAsync("/sitemap/1.xml", Stop)).StatusCode);
    }

    [Fact]
    public void More_addresses_than_a_file_may_hold_become_an_index()
    {
        var writer = new SitemapWriter("https://contoh.id", 2);
        SitemapEntry[] five = [.. Enumerable.Range(1, 5).Select(i => new SitemapEntry("/p" + i))];

        var index = XDocument.Load(new MemoryStream(writer.First(five, n => $"/sitemap/{n}.xml")));

        Assert.Equal("sitemapindex", index.Root!.Name.LocalName);
        Assert.Equal(["https://contoh.id/sitemap/1.xml", "https://contoh.id/sitemap/2.xml", "https://contoh.id/sitemap/3.xml"], index.Descendants(s_sitemap + "loc").Select(l => l.Value));
        Assert.Equal(["https://contoh.id/p5"], XDocument.Load(new MemoryStream(writer.Part(five, 3)!)).Descendants(s_sitemap + "loc").Select(l => l.Value));
        Assert.Null(writer.Part(five, 4));
        Assert.Null(writer.Part(five, 0));
        Assert.Null(writer.Part(five, int.MaxValue));
        Assert.Equal("urlset", XDocument.Load(new MemoryStream(writer.First(five[..2], n => ""))).Root!.Name.LocalName);
    }

    [Fact]
    public async Task Robots_and_browsers_are_told_where_to_look()
    {
        var robots = await portal.TextAsync("/robots.txt");
        Assert.Contains("Disallow: /redaksi", robots, StringComparison.Ordinal);
        Assert.Contains($"Sitemap: {portal.Client.BaseAddress}sitemap.xml", robots, StringComparison.Ordinal);

        using var answer = await portal.Client.GetAsync("/opensearch.xml", Stop);
        Assert.Equal("application/opensearchdescription+xml", answer.Content.Headers.ContentType?.MediaType);
        var description = XElement.Parse(await answer.Content.ReadAsStringAsync(Stop));
        Assert.All(description.Elements().Where(e => e.Name.LocalName == "Url"), url => Assert.Contains("{searchTerms}", url.Attribute("template")!.Value, StringComparison.Ordinal));
        Assert.Contains("href=\"/opensearch.xml\"", await portal.TextAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pasarebo", "/wilayah/31.75.05")]
    [InlineData("jaktim", "/wilayah/31.75")]
    public async Task Places_are_suggested_while_they_are_typed(string typed, string address)
    {
        using var json = JsonDocument.Parse(await portal.TextAsync("/wilayah/saran.json?cari=" + typed));

        var first = json.RootElement[0];
        Assert.Equal(address, first.GetProperty("address").GetString());
        Assert.Contains("Jakarta", first.GetProperty("within").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?cari=")]
    [InlineData("?cari=a")]
    [InlineData("?cari=%00%00%00")]
    [InlineData("?cari=tidakadatempatini")]
    public async Task Nothing_is_suggested_where_nothing_is_meant(string query) => Assert.Equal("[]", await portal.TextAsync("/wilayah/saran.json" + query));

    private async Task<List<string>> LocationsAsync(string address) =>
        [.. XDocument.Parse(await portal.TextAsync(address)).Descendants(s_sitemap + "loc").Select(l => l.Value)];
}
