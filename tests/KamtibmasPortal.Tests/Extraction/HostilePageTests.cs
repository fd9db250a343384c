using System.Text;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.Tests.Extraction;

/// <summary>Pages made to hurt. What they cost is bounded by limits on depth and size: a test that hangs here has lost one.</summary>
public sealed class HostilePageTests
{
    private static readonly string Words = string.Concat(Enumerable.Repeat("Petugas memeriksa kapal, lalu mencatat nama awaknya. ", 100_000));

    public static TheoryData<string, string> Pages() => new()
    {
        { "5 MB of one line", $"<article><p>{Words}</p></article>" },
        { "5 MB without a blank", $"<p>{new string('a', 5_000_000)}</p>" },
        { "5 MB of digits", $"<p>{new string('1', 5_000_000)}</p>" },
        { "100,000 short lines", string.Concat(Enumerable.Repeat("Kabar pagi<br>", 100_000)) },
        { "100,000 paragraphs", string.Concat(Enumerable.Repeat("<p>Kapal tiba di dermaga pada pagi hari yang cerah.</p>", 100_000)) },
        { "an attribute without end", "<p class=\"" + new string('x', 3_000_000) },
        { "a script without end", "<script>" + new string('x', 3_000_000) },
        { "200,000 openings", string.Concat(Enumerable.Repeat("<", 200_000)) },
        { "100,000 meta elements", string.Concat(Enumerable.Repeat("<meta name=\"date\" content=\"2024\">", 100_000)) },
        { "nested formatting", string.Concat(Enumerable.Repeat("<b><i><p>", 400)) },
        { "brackets for the regexes", $"<p>{string.Concat(Enumerable.Repeat("Kota (", 50_000))}</p>" },
        { "classes for the vocabulary", string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<i class=\"kelas-{i}-artikel\"></i>")) },
        { "deep data", $"<script>{string.Concat(Enumerable.Repeat("{\"a\":", 100_000))}</script>" },
        { "linked data in rings", "<script type=\"application/ld+json\">{\"@id\":\"a\",\"@type\":\"Article\",\"author\":{\"@id\":\"a\"},\"mainEntity\":[{\"@id\":\"a\"}]}</script>" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_made_to_hurt_does_not(string what, string html)
    {
        Assert.NotEmpty(what);
        Assert.Null(Record.Exception(() => WebPage.Read(WebPage.Of(html))));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<span><div>")]
    [InlineData("<x-y>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<div title='>'>")]
    public void Nesting_without_end_is_refused_before_a_tree_is_built(string element) =>
        Assert.Equal(RejectionReason.NotAnArticle, WebPage.Read(WebPage.Of(string.Concat(Enumerable.Repeat(element, 20_000)) + WebPage.Paragraphs)).Rejection);

    [Fact]
    public void Markup_in_scripts_and_comments_nests_nothing()
    {
        var script = $"<script>document.write('{string.Concat(Enumerable.Repeat("<div>", 2_000))}')</script><!-- {string.Concat(Enumerable.Repeat("<div>", 2_000))} -->";

        Assert.Equal(WebPage.Body, WebPage.Read(WebPage.Article(script + WebPage.Paragraphs)).Body);
    }

    [Fact]
    public void A_script_that_prints_an_article_is_no_text()
    {
        var script = "<script>var contoh = '<article><h1>Judul Palsu</h1><p>Paragraf palsu yang panjang sekali, ditulis agar menyerupai berita sungguhan.</p></article>';</script><style>p::after{content:'<p>Teks gaya yang bukan berita sama sekali.</p>'}</style><template><p>Templat yang menunggu diisi oleh skrip halaman.</p></template>";

        Assert.Equal(WebPage.Body, WebPage.Read(WebPage.Article(script + WebPage.Paragraphs)).Body);
    }

    [Theory]
    [InlineData("utf-8", "windows-1252")]
    [InlineData("utf-8", "iso-8859-1")]
    [InlineData("windows-1252", "utf-8")]
    [InlineData("utf-16", "utf-8")]
    [InlineData("windows-1252", "x-ngawur")]
    public void A_charset_declared_wrongly_does_not_spoil_the_text(string real, string declared)
    {
        // The decoder registers the old code pages.
        TextDecoder.Decode([]);
        var html = WebPage.Article(WebPage.Paragraphs.Replace("Pemilik perahu", "Pemilik café “Bahari”", StringComparison.Ordinal)).Replace("charset=\"utf-8\"", $"charset=\"{declared}\"", StringComparison.Ordinal);

        Assert.Contains("Pemilik café “Bahari” berterima kasih", WebPage.Read(Encoding.GetEncoding(real).GetBytes(html)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_UTF_8_keeps_the_readable_words()
    {
        byte[] torn = [.. Encoding.UTF8.GetBytes(WebPage.Article(WebPage.Paragraphs)), 0xC3, 0x28, 0xFF, 0xE2, 0x82];

        Assert.Contains("Regu jaga malam memergoki dua orang", WebPage.Read(torn).Body, StringComparison.Ordinal);
    }
}
