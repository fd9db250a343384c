using System.Globalization;
using System.Text;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Sources.Feeds;

namespace KamtibmasPortal.Tests.Sources;

/// <summary>Which of several fields wins, and what a field says in each way of writing it.</summary>
public sealed class FeedDialectTests
{
    private const string Atom = "xmlns=\"http://www.w3.org/2005/Atom\"";
    private const string Old = "xmlns=\"http://purl.org/atom/ns#\" version=\"0.3\"";

    private static readonly Uri Home = new("https://kabar.test/umpan/rss.xml");

    [Theory]
    [InlineData("<title>Ronda &lt;b&gt;malam&lt;/b&gt;</title>", "Ronda malam")]
    [InlineData("<title>Sejarah tag &lt;blink&gt; dan isinya</title>", "Sejarah tag <blink> dan isinya")]
    [InlineData("<title>&lt;b&gt;</title>", "<b>")]
    [InlineData("<title>Suhu 3 &lt; 5 &amp; naik</title>", "Suhu 3 < 5 & naik")]
    [InlineData("<title>Satu &amp;amp; dua &amp;lt;tiga&amp;gt;</title>", "Satu & dua <tiga>")]
    [InlineData("<title>aman<![CDATA[<script>jahat()</script>]]> tertib</title>", "aman tertib")]
    [InlineData("<title><![CDATA[aman<style>b{}</style><iframe src=\"x\"> <b>tertib</b>]]></title>", "aman tertib")]
    [InlineData("<title>&#147;Aman&#148; &#x2014; &amp;#8217;</title>", "“Aman” — ’")]
    [InlineData("<title/><media:title>Foto</media:title>", "Foto")]
    [InlineData("<media:title>Foto</media:title><dc:title>Pustaka</dc:title><title>Berita</title>", "Berita")]
    [InlineData("<media:title>Foto</media:title><dc:title>Pustaka</dc:title>", "Pustaka")]
    [InlineData("<title><b>Ronda</b> <i>malam</i></title>", "Ronda malam")]
    [InlineData("<title><![CDATA[Satu<br>dua]]></title>", "Satu dua")]
    [InlineData("<description>tanpa judul</description>", null)]
    [InlineData("<title>   </title><link>/a</link>", null)]
    public void A_title_of_RSS_is_words(string fields, string? title)
    {
        Assert.Equal(title, Rss(fields).Title);
    }

    [Theory]
    [InlineData(Atom, "<title>Tag &lt;b> apa adanya</title>", "Tag <b> apa adanya")]
    [InlineData(Atom, "<title type=\"text\">AT&amp;amp;T</title>", "AT&amp;T")]
    [InlineData(Atom, "<title type=\"html\">AT&amp;amp;T</title>", "AT&T")]
    [InlineData(Atom, "<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Tag &lt;b> <em>penting</em></div></title>", "Tag <b> penting")]
    [InlineData(Atom, "<title type=\"application/octet-stream\">UGVudGluZyA8Yj5zZWthbGk8L2I+</title>", "Penting sekali")]
    [InlineData(Old, "<title type=\"text/plain\" mode=\"escaped\">Tag &lt;blink&gt;</title>", "Tag <blink>")]
    [InlineData(Old, "<title type=\"text/html\" mode=\"escaped\">Tag &lt;b>penting&lt;/b></title>", "Tag penting")]
    [InlineData(Old, "<title type=\"application/xhtml+xml\">Tag <b>penting</b></title>", "Tag penting")]
    [InlineData(Old, "<title type=\"text/html\" mode=\"base64\">\nUGVudGluZyA8Yj5zZWthbGk8L2I+\n</title>", "Penting sekali")]
    [InlineData("version=\"0.3\"", "<title mode=\"escaped\" type=\"text/html\">Tanpa &lt;i>nama ruang&lt;/i></title>", "Tanpa nama ruang")]
    public void A_title_of_Atom_is_what_its_type_says(string root, string fields, string title)
    {
        Assert.Equal(title, Read($"<feed {root}><title>K</title><entry>{fields}</entry></feed>").Items[0].Title);
    }

    [Theory]
    [InlineData("<link>baru/a.html</link>", "https://kabar.test/umpan/baru/a.html")]
    [InlineData("<link>//cermin.test/a</link>", "https://cermin.test/a")]
    [InlineData("<link>https://kabar.test/satu\n    /dua</link>", "https://kabar.test/satu/dua")]
    [InlineData("<link>https://kabar.test/a?x=1&amp;y=2#isi</link>", "https://kabar.test/a?x=1&y=2#isi")]
    [InlineData("<link>https://kabar.test/dengan spasi</link>", "https://kabar.test/dengan%20spasi")]
    [InlineData("<guid>https://kabar.test/g</guid><link>https://kabar.test/l</link>", "https://kabar.test/l")]
    [InlineData("<guid>https://kabar.test/g</guid>", "https://kabar.test/g")]
    [InlineData("<guid isPermaLink=\"true\">g.html</guid>", "https://kabar.test/umpan/g.html")]
    [InlineData("<guid isPermaLink=\"false\">abc</guid>", null)]
    [InlineData("<guid>12345</guid>", null)]
    [InlineData("<guid>tag:kabar.test,2024:1/2</guid>", null)]
    [InlineData("<link>https://iklan.test/1</link><feedburner:origLink>https://kabar.test/asli</feedburner:origLink>", "https://kabar.test/asli")]
    [InlineData("<atom:link rel=\"self\" href=\"https://kabar.test/diri\"/><link>https://kabar.test/l</link>", "https://kabar.test/l")]
    [InlineData("<image><link>https://kabar.test/gambar</link></image><link>https://kabar.test/l</link>", "https://kabar.test/l")]
    [InlineData("<link/>https://kabar.test/l", "https://kabar.test/l")]
    [InlineData("<link>mailto:x@y.test</link>", null)]
    [InlineData("<link>https://kabár.test/</link>", "https://xn--kabr-7na.test/")]
    public void A_link_of_RSS_is_the_page_of_the_item(string fields, string? link)
    {
        Assert.Equal(link, Rss("<title>a</title>" + fields).Url);
    }

    [Theory]
    [InlineData("<link rel=\"self\" href=\"/s\"/><link href=\"/a\"/>", "https://kabar.test/a")]
    [InlineData("<link rel=\"alternate\" type=\"application/json\" href=\"/j\"/><link rel=\"alternate\" type=\"text/html\" href=\"/a\"/>", "https://kabar.test/a")]
    [InlineData("<link rel=\"enclosure\" href=\"/lagu.mp3\"/><link rel=\"http://www.iana.org/assignments/relation/alternate\" href=\"/a\"/>", "https://kabar.test/a")]
    [InlineData("<link xml:base=\"http://lain.test/x/\" href=\"../a\"/>", "http://lain.test/a")]
    [InlineData("<source><link href=\"/sumber\"/></source><link href=\"/a\"/>", "https://kabar.test/a")]
    [InlineData("<id>https://kabar.test/id</id>", "https://kabar.test/id")]
    public void A_link_of_Atom_is_its_alternate(string fields, string link)
    {
        Assert.Equal(link, Read($"<feed {Atom}><entry><title>a</title>{fields}</entry></feed>").Items[0].Url);
    }

    [Theory]
    [InlineData("<dc:date>2003-01-01</dc:date><pubDate>Mon, 06 May 2024 03:15:00 GMT</pubDate>")]
    [InlineData("<dcterms:modified>2025-01-01</dcterms:modified><dcterms:issued>2024-05-06T03:15:00Z</dcterms:issued><dcterms:created>2001-01-01</dcterms:created>")]
    [InlineData("<dcterms:modified>2024-05-06T03:15:00Z</dcterms:modified>")]
    [InlineData("<pubDate>entah</pubDate><dc:date>2024-05-06T10:15:00+07:00</dc:date>")]
    [InlineData("<expirationDate>Mon, 06 May 2030 03:15:00 GMT</expirationDate><pubDate><![CDATA[ Mon, 06 May 2024 03:15:00 GMT ]]></pubDate>")]
    public void A_date_is_that_of_publication_before_any_other(string fields)
    {
        Assert.Equal("2024-05-06T03:15:00Z", Utc(Rss("<title>a</title>" + fields)));
    }

    [Theory]
    [InlineData("Mon, 26 January 2004 16:31:00 ET", "2004-01-26T21:31:00Z")]
    [InlineData("Mon, 06 May 2024 10:15:00 GMT+0700", "2024-05-06T03:15:00Z")]
    [InlineData("Mon, 06 May 2024 24:00:00 GMT", "2024-05-07T00:00:00Z")]
    [InlineData("2003-12-31T25:14:55Z", "2004-01-01T01:14:55Z")]
    [InlineData("2003-12-31T10:61:55Z", "2003-12-31T11:01:55Z")]
    [InlineData("2003-12-31T10:14:61Z", "2003-12-31T10:15:01Z")]
    [InlineData("Thu, 31 Jun 2004 19:48:21 GMT", "2004-07-01T19:48:21Z")]
    [InlineData("-03-12", "2003-12-01T00:00:00Z")]
    [InlineData("-0312", "2003-12-01T00:00:00Z")]
    [InlineData("-03-12-31", "2003-12-31T00:00:00Z")]
    [InlineData("031231", "2003-12-31T00:00:00Z")]
    [InlineData("03335", "2003-12-01T00:00:00Z")]
    [InlineData("2004-05-25 오후 11:23:17", "2004-05-25T23:23:17Z")]
    [InlineData("2004년 05월 28일  01:31:15", "2004-05-28T01:31:15Z")]
    [InlineData("2004年5月28日 下午1:31", "2004-05-28T13:31:00Z")]
    [InlineData("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z")]
    [InlineData("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z")]
    [InlineData("Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T12:19:53Z")]
    [InlineData("mar., 07 mai 2024 10:15:00 +0200", "2024-05-07T08:15:00Z")]
    [InlineData("Pon, 06 Maj 2024 10:15:00 +0200", "2024-05-06T08:15:00Z")]
    [InlineData("Senin, 06 Mei 2024 10:15:00", "2024-05-06T03:15:00Z")]
    [InlineData("Jum'at, 10 Mei 2024 10:15 WITA", "2024-05-10T02:15:00Z")]
    [InlineData("06/05/2024 10:15", "2024-05-06T03:15:00Z")]
    [InlineData("05/06/2024 10:15:00 AM", "2024-05-06T10:15:00Z")]
    [InlineData("Diterbitkan 6 Mei 2024 pukul 10.15 WIB oleh redaksi", "2024-05-06T03:15:00Z")]
    [InlineData("Monday 6th of May 2024 at 10:15", "2024-05-06T10:15:00Z")]
    [InlineData("2024-05-06T10:15:00.1234567+07:00", "2024-05-06T03:15:00Z")]
    [InlineData("20240506101500", "2024-05-06T10:15:00Z")]
    [InlineData("1714965300", "2024-05-06T03:15:00Z")]
    [InlineData("Sun, 31 Dec 9999 23:59:59 -9999", null)]
    [InlineData("0001-01-01T00:00:00+14:00", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("Minggu depan", null)]
    public void A_date_is_read_in_every_language_and_decay(string text, string? date)
    {
        Assert.Equal(date, Utc(Rss($"<title>a</title><pubDate>{text}</pubDate>")));
    }

    [Fact]
    public void A_channel_of_Microsoft_says_all_in_attributes()
    {
        var item = Read("""<?xml version="1.0"?><CHANNEL HREF="https://kabar.test/"><TITLE>K</TITLE><ITEM HREF="/ronda" LASTMOD="2024-05-06T03:15Z"><TITLE>Ronda</TITLE><ABSTRACT>x</ABSTRACT></ITEM></CHANNEL>""").Items.Single();

        Assert.Equal(("Ronda", "https://kabar.test/ronda", "2024-05-06T03:15:00Z", "x"), (item.Title, item.Url, Utc(item), item.Summary));
    }

    [Fact]
    public void An_entry_quoted_within_an_entry_is_no_news()
    {
        var feed = Read($"<feed {Atom}><entry><title>luar</title><content type=\"application/atom+xml\"><feed><entry><title>dalam</title></entry></feed></content></entry><entry><title>dua</title></entry></feed>");

        Assert.Equal(["luar", "dua"], feed.Items.Select(i => i.Title));
    }

    [Fact]
    public void Of_equal_names_the_feeds_own_vocabulary_wins()
    {
        var item = Read("""<r:rss xmlns:r="http://backend.userland.com/rss2" xmlns="http://lain.test/"><r:channel><r:item><title>lain</title><link>/lain</link><r:title>milik</r:title><r:link>/milik</r:link></r:item></r:channel></r:rss>""").Items[0];

        Assert.Equal(("milik", "https://kabar.test/milik"), (item.Title, item.Url));
    }

    private static AnnouncedItem Rss(string fields) => Read($"""
        <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
        <channel><title>K</title><link>https://kabar.test/</link><item>{fields}</item></channel></rss>
        """).Items[0];

    private static string? Utc(AnnouncedItem item) => item.PublishedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static FeedReading Read(string text) => new FeedReader().Read(Encoding.UTF8.GetBytes(text), null, Home);
}
