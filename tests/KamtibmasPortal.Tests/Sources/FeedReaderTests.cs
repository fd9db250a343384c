using System.Globalization;
using System.Text;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Sources.Feeds;

namespace KamtibmasPortal.Tests.Sources;

/// <summary>Feeds in the dialects of their makers, and in their makers' faults.</summary>
public sealed class FeedReaderTests
{
    private static readonly Uri Home = new("https://kabar.test/feed/");

    private const string Want = "Ronda Malam Dimulai|https://kabar.test/ronda|2024-05-06T10:15:00+07:00";

    [Theory]
    [InlineData("""<?xml version="1.0"?><rss version="2.0"><channel><title>K</title><link>https://kabar.test</link><item><title>Ronda Malam Dimulai</title><link>https://kabar.test/ronda</link><pubDate>Mon, 06 May 2024 10:15:00 +0700</pubDate></item></channel></rss>""")]
    [InlineData("""<rss version="0.91"><channel><item><title><![CDATA[Ronda Malam Dimulai]]></title><link> https://kabar.test/ronda </link><pubDate>06 May 2024 10:15 +0700</pubDate></item></channel></rss>""")]
    [InlineData("""<rss version="0.92"><channel/><item><title>Ronda &lt;b&gt;Malam&lt;/b&gt; Dimulai</title><guid>https://kabar.test/ronda</guid><pubDate>Monday, 6 May 2024 10:15:00 WIB</pubDate></item></rss>""")]
    [InlineData("""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>K</title></channel><item rdf:about="https://kabar.test/ronda"><title>Ronda Malam Dimulai</title><link>https://kabar.test/ronda</link><dc:date>2024-05-06T10:15:00+07:00</dc:date></item></rdf:RDF>""")]
    [InlineData("""<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title><entry><title type="html">Ronda &lt;i&gt;Malam&lt;/i&gt; Dimulai</title><link rel="self" href="https://kabar.test/self"/><link rel="alternate" href="/ronda"/><id>tag:1</id><published>2024-05-06T10:15:00+07:00</published><updated>2024-06-01T00:00:00Z</updated></entry></feed>""")]
    [InlineData("""<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://kabar.test/x/"><a:entry><a:title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ronda <b>Malam</b> Dimulai</div></a:title><a:link href="../ronda"/><a:updated>2024-05-06T10:15:00+07:00</a:updated></a:entry></a:feed>""")]
    [InlineData("""<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="escaped">Ronda &lt;b>Malam&lt;/b> Dimulai</title><link rel="alternate" type="text/html" href="https://kabar.test/ronda"/><issued>2024-05-06T10:15:00+07:00</issued></entry></feed>""")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"K","items":[{"id":1,"url":"https://kabar.test/ronda","title":"Ronda Malam Dimulai","date_published":"2024-05-06T10:15:00+07:00"}]}""")]
    [InlineData("""<rss version="2.0" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><item><title>Ronda Malam Dimulai</title><link>http://feeds.test/~r/1</link><feedburner:origLink>https://kabar.test/ronda</feedburner:origLink><pubDate>Sen, 06 Mei 2024 10:15:00 +0700</pubDate></item></channel></rss>""")]
    [InlineData("""<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><item><media:title>Foto</media:title><title>Ronda Malam Dimulai</title><link>https://kabar.test/ronda</link><pubDate>Mon, 06 May 24 03:15:00 GMT</pubDate></item></channel></rss>""")]
    [InlineData("""<rss version="2.0"><channel><ITEM><TITLE>Ronda Malam Dimulai</TITLE><LINK>https://kabar.test/ronda</LINK><PUBDATE>2024-05-06 10:15:00 +0700</PUBDATE></ITEM></channel></rss>""")]
    [InlineData("\uFEFF\n \n<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><item><title>Ronda&nbsp;Malam Dimulai</title><link>https://kabar.test/ronda</link><pubDate>Mon, 6 May 2024 10:15:00 +0700</pubDate></item></channel></rss>")]
    [InlineData("""<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>Ronda Malam Dimulai</title><link>https://kabar.test/ronda</link><pubDate>Mon, 6 May 2024 10:15:00 +0700</pubDate></item></channel></rss>""")]
    [InlineData("""<rss version="2.0"><channel><item><title>Ronda Malam Dimulai</title><link>https://kabar.test/ronda</link><pubDate>Mon, 6 May 2024 10:15:00 +0700</pubDate><description>A & B < C</description></item><item><title>terpotong""")]
    [InlineData("""<rss version="2.0"><channel><item><title>Ronda Malam Dimulai</title><dc:creator>Rina</dc:creator><link>https://kabar.test/ronda</link><pubDate>Mon, 6 May 2024 10:15:00 +0700</pubDate></item></channel></rss>""")]
    [InlineData("""<rss version=2.0><channel><item><title>Ronda Malam Dimulai</title><link>https://kabar.test/ronda</link><pubDate>Mon, 6 May 2024 10:15:00 +0700</pubDate></item></channel></rss>""")]
    public void An_item_has_its_title_link_and_date_in_every_dialect(string feed)
    {
        Assert.Equal(Want, Shown(Read(feed).Items[0]));
    }

    [Theory]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21+00:00")]
    [InlineData("Thu, 01 Jan 04 19:48:21 EST", "2004-01-01T19:48:21-05:00")]
    [InlineData("1 Jan 2004 19:48 +0100", "2004-01-01T19:48:00+01:00")]
    [InlineData("Sun Jan  4 16:29:06 2004", "2004-01-04T16:29:06+00:00")]
    [InlineData("Sun Jan 4 16:29:06 PDT 2004", "2004-01-04T16:29:06-07:00")]
    [InlineData("January 4, 2004 4:29 PM", "2004-01-04T16:29:00+00:00")]
    [InlineData("2003", "2003-01-01T00:00:00+00:00")]
    [InlineData("2003-12", "2003-12-01T00:00:00+00:00")]
    [InlineData("20031231", "2003-12-31T00:00:00+00:00")]
    [InlineData("2003-12-31", "2003-12-31T00:00:00+00:00")]
    [InlineData("2003-335", "2003-12-01T00:00:00+00:00")]
    [InlineData("2004-W01-1", "2003-12-29T00:00:00+00:00")]
    [InlineData("2003-12-31T10:14:55Z", "2003-12-31T10:14:55+00:00")]
    [InlineData("2003-12-31T10:14:55-08:00", "2003-12-31T10:14:55-08:00")]
    [InlineData("2003-12-31T10:14:55.500-0800", "2003-12-31T10:14:55-08:00")]
    [InlineData("20031231T101455", "2003-12-31T10:14:55+00:00")]
    [InlineData("2004-07-08 23:56:58.7", "2004-07-08T23:56:58+00:00")]
    [InlineData("Sel, 12 Des 2023 10:15:00 WIB", "2023-12-12T10:15:00+07:00")]
    [InlineData("Selasa, 12 Desember 2023 | 10:15 WITA", "2023-12-12T10:15:00+08:00")]
    [InlineData("Fri, 31 Feb 2004 10:00:00 GMT", "2004-03-02T10:00:00+00:00")]
    [InlineData("Fri, 32 Jan 2004 10:00:00 GMT", null)]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData("9999-12-31T23:59:59Z", null)]
    [InlineData("kemarin", null)]
    public void Dates_of_every_habit_are_read_and_never_invented(string text, string? date)
    {
        var item = Read($"<rss version=\"2.0\"><channel><item><title>a</title><pubDate>{text}</pubDate></item></channel></rss>").Items[0];

        Assert.Equal(date, item.PublishedAt?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<html><body><p>Halaman tidak ditemukan</p></body></html>")]
    [InlineData("{\"a\":1}")]
    [InlineData("{rusak")]
    [InlineData("bukan apa-apa")]
    public void What_is_no_feed_says_so(string text)
    {
        Assert.NotNull(Read(text).Fault);
    }

    [Fact]
    public void Only_web_addresses_leave_a_feed()
    {
        var feed = Read("""<rss version="2.0"><channel><item><title>a</title><link>javascript:alert(1)</link><guid>data:text/html,x</guid></item></channel></rss>""");

        Assert.Null(feed.Items[0].Url);
    }

    [Fact]
    public void Entities_that_multiply_are_not_expanded()
    {
        var bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a \"ha\">");
        for (var i = 0; i < 30; i++)
        {
            bomb.Append(CultureInfo.InvariantCulture, $"<!ENTITY {(char)('b' + (i % 20))}{i} \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">");
        }

        bomb.Append("]><rss version=\"2.0\"><channel><item><title>&b0;&c1;</title></item></channel></rss>");

        Assert.All(Read(bomb.ToString()).Items, i => Assert.True((i.Title?.Length ?? 0) < 100));
    }

    [Fact]
    public void A_feed_without_end_is_read_to_a_limit()
    {
        var many = "<rss version=\"2.0\"><channel>" + string.Concat(Enumerable.Repeat("<item><title>a</title></item>", 100_000)) + "</channel></rss>";
        var deep = "<rss><channel>" + string.Concat(Enumerable.Repeat("<x>", 100_000));
        var wide = $"<rss><channel><item><title>{new string('a', 2_000_000)}</title></item></channel></rss>";

        Assert.Equal(FeedReader.ItemLimit, Read(many).Items.Count);
        Assert.Empty(Read(deep).Items);
        Assert.True(Read(wide).Items[0].Title!.Length <= 1000);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    [InlineData("utf-8")]
    public void The_charset_of_a_feed_is_found(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?><rss version=\"2.0\"><channel><item><title>Café é Jumat</title></item></channel></rss>";

        var feed = new FeedReader().Read(encoding.GetPreamble().Concat(encoding.GetBytes(text)).ToArray(), null, Home);

        Assert.Equal("Café é Jumat", feed.Items[0].Title);
    }

    private static FeedReading Read(string text) => new FeedReader().Read(Encoding.UTF8.GetBytes(text), null, Home);

    private static string Shown(AnnouncedItem item) =>
        $"{item.Title}|{item.Url}|{item.PublishedAt?.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)}";
}
