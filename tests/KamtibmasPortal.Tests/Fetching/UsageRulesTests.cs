using System.Text;
using KamtibmasPortal.News.Fetching.Web;

namespace KamtibmasPortal.Tests.Fetching;

public sealed class UsageRulesTests
{
    [Theory]
    [InlineData("<meta name=\"robots\" content=\"noindex, nofollow\">", true, false, false)]
    [InlineData("<META CONTENT='none' NAME=ROBOTS>", true, false, false)]
    [InlineData("<meta name=robots content=\"index,noarchive\">", false, true, false)]
    [InlineData("<meta name=\"robots\" content=\"noai, noimageai\">", false, false, true)]
    [InlineData("<meta name=\"tdm-reservation\" content=\"1\">", false, false, true)]
    [InlineData("<meta name=\"kamtibmasportal\" content=\"noindex\">", true, false, false)]
    [InlineData("<meta name=\"googlebot\" content=\"noindex\">", false, false, false)]
    [InlineData("<meta name=\"robots\" content=\"index, follow, max-image-preview:large\">", false, false, false)]
    [InlineData("<meta name=\"description\" content=\"noindex\">", false, false, false)]
    [InlineData("<p>noindex</p>", false, false, false)]
    public void A_page_says_how_it_may_be_used(string html, bool noIndex, bool noArchive, bool noMachines) =>
        Assert.Equal(new UsageRules(noIndex, noArchive, noMachines), UsageRules.Read("", Encoding.UTF8.GetBytes("<html><head>" + html)));

    [Theory]
    [InlineData("X-Robots-Tag: noindex\n", true, false, false)]
    [InlineData("x-robots-tag: noarchive, nosnippet\n", false, true, false)]
    [InlineData("X-Robots-Tag: otherbot: noindex, nofollow\n", false, false, false)]
    [InlineData("X-Robots-Tag: KamtibmasPortal: noindex\n", true, false, false)]
    [InlineData("X-Robots-Tag: unavailable_after: 25 Jun 2030 15:00:00 PST\nX-Robots-Tag: noai\n", false, false, true)]
    [InlineData("TDM-Reservation: 1\n", false, false, true)]
    [InlineData("TDM-Reservation: 0\n", false, false, false)]
    public void So_do_its_headers(string headers, bool noIndex, bool noArchive, bool noMachines) =>
        Assert.Equal(new UsageRules(noIndex, noArchive, noMachines), UsageRules.Read(headers, []));

    [Fact]
    public void A_head_without_end_is_read_in_bounded_time() =>
        Assert.Equal(UsageRules.None, UsageRules.Read("", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<meta name=", 400_000)))));
}
