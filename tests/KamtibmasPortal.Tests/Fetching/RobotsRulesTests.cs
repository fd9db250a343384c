using System.Text;
using KamtibmasPortal.News.Fetching.Web;

namespace KamtibmasPortal.Tests.Fetching;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/berita", false)]
    [InlineData("User-agent: *\nDisallow:", "/berita", true)]
    [InlineData("", "/berita", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: KamtibmasPortal\nAllow: /", "/berita", true)]
    [InlineData("User-agent: kamtibmasportal/2.0\nDisallow: /x\n\nUser-agent: *\nDisallow: /", "/berita", true)]
    [InlineData("User-agent: lain\nUser-agent: *\nDisallow: /tutup", "/tutup/a", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /*?s=", "/?s=apa", false)]
    [InlineData("User-agent: *\nDisallow: /caf%C3%A9", "/café", false)]
    [InlineData("User-agent: *\nDisallow: /a # catatan", "/a", false)]
    [InlineData("\uFEFFuser-AGENT : *\r\nDISALLOW : /a\r\n", "/a", false)]
    [InlineData("Disallow: /\nUser-agent: *\nAllow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    public void The_longest_rule_of_the_right_group_decides(string robots, string path, bool allowed)
    {
        Assert.Equal(allowed, RobotsRules.Parse(Encoding.UTF8.GetBytes(robots), "KamtibmasPortal").Decide(path).Allowed);
    }

    [Fact]
    public void Delay_sitemaps_and_the_deciding_rule_are_told()
    {
        var rules = RobotsRules.Parse("User-agent: *\nCrawl-delay: 2.5\nDisallow: /a\nSitemap: https://kabar.test/s.xml"u8, "KamtibmasPortal");

        Assert.Equal(TimeSpan.FromSeconds(2.5), rules.CrawlDelay);
        Assert.Equal(["https://kabar.test/s.xml"], rules.Sitemaps);
        Assert.Equal((false, "Disallow: /a"), rules.Decide("/a/b"));
    }

    [Fact]
    public void A_file_of_junk_is_no_trouble()
    {
        var junk = new byte[2_000_000];
        new Random(1).NextBytes(junk);

        Assert.True(RobotsRules.Parse(junk, "KamtibmasPortal").Decide("/" + new string('a', 10_000)).Allowed);
        Assert.True(RobotsRules.Parse(Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 5_000)) + "b"), "KamtibmasPortal").Decide("/" + new string('a', 10_000)).Allowed);
    }
}
