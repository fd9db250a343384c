using System.Globalization;
using System.Text;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Sources.Discovery;
using KamtibmasPortal.News.Sources.Feeds;
using KamtibmasPortal.News.Sources.Sitemaps;

namespace KamtibmasPortal.Tests.Sources;

/// <summary>Feeds made to exhaust their reader. Each would take minutes or gigabytes if anything grew faster than the feed.</summary>
public sealed class HostileFeedTests
{
    private const int Size = 2_000_000;
    private static readonly Uri Home = new("https://kabar.test/rss.xml");

    public static TheoryData<string, string, string> Fillers => new()
    {
        { "<rss><channel><item><title>", "<", "" },
        { "<rss><channel><item><title>", "&", "" },
        { "<rss><channel><item><title>", "&amp;lt;b ", "" },
        { "<rss><channel><item>", "<a b=\"", "" },
        { "<rss><channel><item>", "<a b='x", "" },
        { "<rss><channel>", "<!-- ", "" },
        { "<rss><channel>", "<![CDATA[ ", "" },
        { "<rss><channel>", "<!", "" },
        { "<rss><channel>", "<? ", "" },
        { "<rss><channel>", "</x>", "" },
        { "<rss><channel>", "<x>", "" },
        { "<rss><channel>", "<x:y>", "" },
        { "<rss><channel>", "<item>", "" },
        { "<rss><channel><item>", "<pubDate>Mon, 99 Xyz 2024 99:99:99 ABCDE</pubDate>", "" },
        { "<rss><channel><item>", "<link rel='x'/>", "" },
        { "<rss><channel><item>", "<title/>", "</item></channel></rss>" },
        { "<rss><channel>", "<item><pubDate>1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 aaa aaa aaa aaa aaa</pubDate></item>", "</channel></rss>" },
        { "", "<rss ", "" },
        { "<!DOCTYPE rss [", "<!ENTITY a 'b'>", "]><rss/>" },
        { "{\"items\":[", "{\"a\":[", "" },
        { "{\"items\":[", "{},", "]}" },
        { "<urlset>", "<url><loc>", "" },
    };

    [Theory]
    [MemberData(nameof(Fillers))]
    public void Nothing_grows_faster_than_the_feed(string start, string filler, string end)
    {
        var bytes = Encoding.UTF8.GetBytes(new StringBuilder(start).Insert(start.Length, filler, Size / filler.Length).Append(end).ToString());

        Within(TimeSpan.FromMinutes(2), () =>
        {
            Assert.All(new FeedReader().Read(bytes, null, Home).Items, i => Assert.True((i.Title?.Length ?? 0) <= 1000));
            new SitemapReader().Read(bytes, Home);
            SourceSniffer.Of(bytes, null);
        });
    }

    [Fact]
    public void A_hundred_thousand_items_of_one_mark_are_cut_not_joined()
    {
        var feed = "<rss version=\"2.0\"><channel>" + string.Concat(Enumerable.Range(0, 100_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<item><guid>sama</guid><title>Judul {i}</title></item>"))) + "</channel></rss>";

        var items = Read(feed).Items;

        Assert.Equal(FeedReader.ItemLimit, items.Count);
        Assert.Equal("Judul 9999", items[^1].Title);
        Assert.All(items, i => Assert.Equal("sama", i.FeedId));
    }

    [Fact]
    public void An_outer_entity_is_never_read()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "rahasia");
            var feed = Read($"<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://{path}\"><!ENTITY y PUBLIC \"-//A\" \"file://{path}\">]><rss><channel><item><title>a &x; &y;</title></item></channel></rss>");

            Assert.DoesNotContain("rahasia", feed.Items[0].Title, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Entities_that_name_entities_are_left_alone()
    {
        var bomb = "<!DOCTYPE rss [<!ENTITY a \"haha\">" + string.Concat("bcdefghij".Select((c, i) => $"<!ENTITY {c} \"{string.Concat(Enumerable.Repeat($"&{(char)(c - 1)};", 10))}\">")) + "]><rss><channel><item><title>&j;</title></item></channel></rss>";

        Assert.True(Read(bomb).Items[0].Title!.Length < 100);
    }

    [Fact]
    public void A_packed_feed_that_never_ends_is_refused()
    {
        using var packed = new MemoryStream();
        using (var stream = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest))
        {
            stream.Write(new byte[60 * 1024 * 1024]);
        }

        Assert.NotNull(new FeedReader().Read(packed.ToArray(), null, Home).Fault);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0000-00-00")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 +1400")]
    [InlineData("9999-12-31T23:59:59-12:00")]
    [InlineData("Fri, 31 Dec 9999 99:99:99 GMT")]
    [InlineData("9999-W53-7")]
    [InlineData("9999-366")]
    public void A_year_out_of_this_world_is_no_date(string date)
    {
        Assert.Null(Read($"<rss><channel><item><title>a</title><pubDate>{date}</pubDate></item></channel></rss>").Items[0].PublishedAt);
    }

    private static FeedReading Read(string text) => new FeedReader().Read(Encoding.UTF8.GetBytes(text), null, Home);

    /// <summary>Generous on purpose: it tells what never ends from what is slow.</summary>
    private static void Within(TimeSpan limit, Action act) => Assert.True(Task.Run(act).Wait(limit), "still reading");
}
