using System.Text;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Sources.Feeds;

namespace KamtibmasPortal.Tests.Sources;

/// <summary>XML that is none: whatever was meant is read, and the fault of one item costs no other.</summary>
public sealed class BrokenFeedTests
{
    private static readonly Uri Home = new("https://kabar.test/rss.xml");

    [Theory]
    [InlineData("<rss><channel><item><title>Satu & dua</title><link>/1</link></item><item><title>Tiga<empat</title><link>/2</link></item></channel></rss>", "Satu & dua|/1 Tiga<empat|/2")]
    [InlineData("<rss><channel><item><title>Satu<link>/1</link><item><title>Dua</title><link>/2</channel>", "Satu|/1 Dua|/2")]
    [InlineData("<rss><channel><item><title>Satu</title><description><p>a<br>b<img src=x><link>/1</link></description><link>/1</link></item></rss>", "Satu|/1")]
    [InlineData("<rss><channel><item><title><![CDATA[Satu</title><link>/1</link></item><item><title><![CDATA[Dua]]></title><link>/2</link></item></channel></rss>", "Satu|/1 Dua|/2")]
    [InlineData("<rss><channel><item><title><![CDATA[Satu]]></title><link>/1</link></item><item><title><![CDATA[Dua dan ti", "Satu|/1 Dua dan ti|")]
    [InlineData("<!-- <rss><item><title>contoh</title></item></rss> --><rss version=2.0><channel><item><title>Satu</title><link>/1</link></item></channel></rss>", "Satu|/1")]
    [InlineData("<?xml version='1.0'?><!-- a -- b --><rss><channel><item><title>Satu</title><link>/1</link></item></channel></rss>", "Satu|/1")]
    [InlineData("galat: sambungan putus\n<?xml version='1.0'?><rss><channel><item><title>Satu</title><link>/1</link></item></channel></rss><b>jejak</b>", "Satu|/1")]
    [InlineData("<rss><channel><item><title>&ldquo;Satu&rdquo; &hellip; &entah;</title><link>/1</link></item></channel></rss>", "“Satu” … &entah;|/1")]
    [InlineData("<!DOCTYPE rss [<!ENTITY kota \"Singkawang\"><!ENTITY % x SYSTEM \"http://jahat.test/\">%x;]><rss><channel><item><title>Kota &kota;</title><link>/1</link></item></channel></rss>", "Kota Singkawang|/1")]
    [InlineData("<rss><channel><item><dc:title>Satu</dc:title><x:y z:w='1'/><link>/1</link></item></channel></rss>", "Satu|/1")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type=html>Satu &amp;amp; dua</title><link href=/1></entry><entry><title>Dua</title><link href='/2' rel=alternate/></entry>", "Satu & dua|/1 Dua|/2")]
    [InlineData("<html><body><rss><channel><item><title>Satu</title><link>/1</link></item></channel></rss></body></html>", "Satu|/1")]
    [InlineData("<rss><channel><item><title>Satu</title><link>/1?a=1&b=2</link></item></channel></rss>", "Satu|/1?a=1&b=2")]
    [InlineData("<rss><channel><item><title>Sa\u0001tu\u0000</title><link>/1</link></item></channel></rss>", "Satu|/1")]
    [InlineData("<rss a='1' a='2'><channel><item><title>Satu</title><link>/1</link></item></channel></rss>", "Satu|/1")]
    [InlineData("<rss><channel><item><title>Satu</title><link>/1</link></item></channel><channel><item><title>Dua</title><link>/2</link></item></channel></rss>", "Satu|/1 Dua|/2")]
    [InlineData("<channel><item><title>Satu</title><link>/1</link></item></channel>", "Satu|/1")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":1,\"title\":\"Satu\",\"url\":\"/1\"},{\"id\":2,\"title\":\"Du", "Satu|/1")]
    public void What_was_meant_is_read(string text, string items)
    {
        Assert.Equal(items, string.Join(' ', Read(text).Select(i => $"{i.Title}|{i.Url?.Replace("https://kabar.test", "", StringComparison.Ordinal)}")));
    }

    [Theory]
    [InlineData("utf-8", "utf-8", "Café Ségur")]
    [InlineData("utf-16", "utf-16", "Café Ségur")]
    [InlineData("utf-32", "utf-32", "Café Ségur")]
    [InlineData("windows-1252", "iso-8859-1", "“Café”")]
    [InlineData("windows-1252", "cp1252", "“Café”")]
    [InlineData("windows-1252", "utf-8", "Café")]
    [InlineData("utf-8", "iso-8859-1", "Café Ségur")]
    [InlineData("windows-1251", "windows-1251", "Ночной дозор")]
    [InlineData("koi8-r", "KOI8-R", "Ночной дозор")]
    [InlineData("gb2312", "gb2312", "夜间巡逻开始")]
    [InlineData("big5", "big5", "夜間巡邏開始")]
    [InlineData("shift_jis", "Shift_JIS", "夜回りが始まる")]
    [InlineData("euc-jp", "x-euc-jp", "夜回りが始まる")]
    [InlineData("euc-kr", "ks_c_5601-1987", "야간 순찰 시작")]
    [InlineData("iso-8859-7", "iso8859_7", "Νυχτερινή")]
    [InlineData("windows-1256", "windows-1256", "دورية ليلية")]
    [InlineData("IBM037", "IBM037", "Cafe")]
    public void A_charset_is_found_or_forgiven(string real, string declared, string title)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(real);
        var text = $"<?xml version=\"1.0\" encoding=\"{declared}\"?><rss version=\"2.0\"><channel><item><title>{title}</title></item></channel></rss>";

        foreach (var mark in new[] { true, false })
        {
            var items = new FeedReader().Read((mark ? encoding.GetPreamble() : []).Concat(encoding.GetBytes(text)).ToArray(), null, Home).Items;

            Assert.Equal(title, items[0].Title);
        }
    }

    [Fact]
    public void A_charset_of_the_transport_comes_before_that_of_the_document()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("koi8-r").GetBytes("<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><title>Дозор</title></item></channel></rss>");

        Assert.Equal("Дозор", new FeedReader().Read(bytes, "koi8-r", Home).Items[0].Title);
    }

    [Fact]
    public void One_bad_byte_does_not_spoil_the_letters_around_it()
    {
        byte[] bytes = [.. "<rss><channel><item><title>Café "u8, 0xC3, .. " Ségur "u8, 0x93, .. "</title></item></channel></rss>"u8];

        Assert.Equal("Café Ã Ségur “", new FeedReader().Read(bytes, null, Home).Items[0].Title);
    }

    private static IReadOnlyList<AnnouncedItem> Read(string text) => new FeedReader().Read(Encoding.UTF8.GetBytes(text), null, Home).Items;
}
