using KamtibmasPortal.News.Extraction;

namespace KamtibmasPortal.Tests.Extraction;

public sealed class PageBodyTests
{
    [Theory]
    [InlineData("<div class=\"share-buttons\"><p>Bagikan berita ini kepada teman dan keluarga Anda sekarang juga.</p></div>")]
    [InlineData("<p><strong>Baca juga: <a href=\"/lain\">Harga Cabai Turun Setelah Panen Serentak</a></strong></p>")]
    [InlineData("<p class=\"x\">ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p>")]
    [InlineData("<p>[Gambas:Video 20detik]</p>")]
    [InlineData("<figure><img src=\"/a.jpg\"><figcaption>Petugas berdiri di dermaga pada malam hari. (Foto: Dok. Polairud)</figcaption></figure>")]
    [InlineData("<aside><p>Langganan buletin pagi kami agar tidak tertinggal kabar terbaru.</p></aside>")]
    [InlineData("<ul><li><a href=\"/1\">Nelayan Temukan Botol Surat dari Seberang</a></li><li><a href=\"/2\">Kapal Perintis Kembali Berlayar Pekan Ini</a></li></ul>")]
    [InlineData("<form><label>Surel</label><input><button>Kirim</button></form>")]
    [InlineData("<time datetime=\"2024-05-14\">14 Mei 2024</time>")]
    [InlineData("<noscript><p>Aktifkan skrip pada peramban untuk membaca artikel ini dengan nyaman.</p></noscript>")]
    public void Furniture_between_the_paragraphs_is_cut(string furniture)
    {
        var cut = WebPage.Sentences.Select((s, i) => $"<p>{s}</p>{(i == 2 ? furniture : "")}");

        Assert.Equal(WebPage.Body, WebPage.Read(WebPage.Article($"<div class=\"entry-content\">{string.Concat(cut)}</div>")).Body);
    }

    [Theory]
    [InlineData("<div itemprop=\"articleBody\">{0}</div>")]
    [InlineData("<div class=\"detail__body-text\">{0}</div>")]
    [InlineData("<div class=\"whatever\">{0}</div>")]
    [InlineData("<div class=\"share related sidebar\">{0}</div>")]
    [InlineData("<form id=\"aspnetForm\"><table><tr><td><ul><li><a href=/1>Layanan</a></li></ul></td><td>{0}</td></tr></table></form>")]
    public void The_text_is_found_whatever_its_holder_is_called(string holder) =>
        Assert.Equal(WebPage.Body, WebPage.Read(WebPage.Article(holder.Replace("{0}", WebPage.Paragraphs, StringComparison.Ordinal))).Body);

    [Fact]
    public void Breaks_divide_paragraphs_too() =>
        Assert.Equal(WebPage.Body, WebPage.Read(WebPage.Article($"<div class=\"isi\">{string.Join("<br><br>", WebPage.Sentences)}</div>")).Body);

    [Fact]
    public void Text_pasted_from_Word_loses_its_marks()
    {
        var pasted = string.Concat(WebPage.Sentences.Select(s => $"<p class=MsoNormal><span style='mso-fareast-font-family:Calibri'>{s}<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"));

        Assert.Equal(WebPage.Body, WebPage.Read(WebPage.Article("<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->" + pasted)).Body);
    }

    [Fact]
    public void Subheadings_lists_and_quotations_belong_to_the_text()
    {
        var body = WebPage.Read(WebPage.Article($"<div class=\"entry-content\"><p>{WebPage.Sentences[0]}</p><h2>Isi Kesepakatan</h2><ul><li>Pos jaga dibuka sampai subuh.</li><li>Setiap perahu diberi nomor.</li></ul><blockquote><p>Kami hanya ingin tidur tenang di darat.</p></blockquote><p>{WebPage.Sentences[1]}</p><p>{WebPage.Sentences[2]}</p></div>")).Body;

        Assert.Contains("Isi Kesepakatan\n\nPos jaga dibuka sampai subuh.\n\nSetiap perahu diberi nomor.\n\nKami hanya ingin tidur tenang di darat.", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_endless_page_only_the_first_article_is_read()
    {
        var follow = string.Concat(Enumerable.Range(1, 3).Select(i => $"<div class=\"post-item\"><h1>Kabar Lanjutan Nomor {i} tentang Pasar Ikan</h1><div class=\"post-isi\">{string.Concat(Enumerable.Range(1, 6).Select(j => $"<p>Paragraf {j} dari kabar lain nomor {i} yang membahas harga ikan di pasar lelang, pembelinya, dan ongkos angkutnya.</p>"))}</div></div>"));

        Assert.Equal(WebPage.Body, WebPage.Read(WebPage.Of($"<div class=\"post-item\"><h1>{WebPage.Headline}</h1><div class=\"post-isi\">{WebPage.Paragraphs}</div></div>{follow}", $"<title>{WebPage.Headline}</title>")).Body);
    }

    [Fact]
    public void A_body_printed_in_pieces_is_put_together()
    {
        var pieces = string.Concat(WebPage.Sentences.Select((s, i) => $"<div class=\"article-body-text\"><p>{s}</p></div>{(i == 1 ? "<div class=\"ad-slot\"><p>Iklan</p></div>" : "")}"));

        Assert.Equal(WebPage.Body, WebPage.Read(WebPage.Article(pieces)).Body);
    }

    [Fact]
    public void Comments_longer_than_the_article_stay_out()
    {
        var comments = string.Concat(Enumerable.Range(1, 30).Select(i => $"<div class=\"comment\"><p>Pembaca ke-{i} menulis panjang lebar, mengulang keluhan lama, dan tidak menyinggung isi berita sama sekali.</p></div>"));

        Assert.Equal(WebPage.Body, WebPage.Read(WebPage.Article($"<div class=\"entry-content\">{WebPage.Paragraphs}</div><div id=\"comments\">{comments}</div>")).Body);
    }

    [Theory]
    [InlineData("<script id=\"__NEXT_DATA__\" type=\"application/json\">{\"props\":{\"article\":{\"title\":\"TITLE\",\"content\":\"BODY\"},\"related\":[{\"title\":\"Lain\",\"excerpt\":\"Cuplikan berita lain yang tidak penting.\"}]}}</script>")]
    [InlineData("<script>window.__NUXT__=(function(a,b){return {data:[{judul:\"TITLE\",isi:\"BODY\",id:a,ada:b}]}}(1,null));</script>")]
    [InlineData("<script>self.__next_f.push([1,\"6:{\\\"title\\\":\\\"TITLE\\\",\\\"body\\\":\\\"BODY\\\"}\"])</script>")]
    public void Text_that_stands_only_in_data_is_read_from_there(string script)
    {
        var filled = script.Replace("TITLE", WebPage.Headline, StringComparison.Ordinal).Replace("BODY", WebPage.Paragraphs, StringComparison.Ordinal);
        var article = WebPage.Read(WebPage.Of($"<div id=app><h1>{WebPage.Headline}</h1><p>Memuat artikel.</p></div>{filled}", $"<title>{WebPage.Headline}</title>"));

        Assert.Equal((WebPage.Body, ValueOrigin.EmbeddedData), (article.Body, article.Origins?.Body));
    }

    [Fact]
    public void Linked_data_rescues_a_text_that_is_not_shown()
    {
        var head = $"<script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"{WebPage.Headline}\",\"articleBody\":\"{string.Join("\\n", WebPage.Sentences)}\"}}</script>";
        var article = WebPage.Read(WebPage.Of($"<h1>{WebPage.Headline}</h1><p>{WebPage.Sentences[0]}</p><p><a href=\"/app\">Buka di aplikasi</a></p>", head));

        Assert.Equal((WebPage.Body, ValueOrigin.LinkedData), (article.Body, article.Origins?.Body));
    }

    [Fact]
    public void Further_pages_are_named()
    {
        var pages = "<div class=\"pagination\"><b>1</b> <a href=\"?page=2\">2</a> <a href=\"?page=3\">3</a></div><p><a href=\"/daerah/berita-lain?page=2\">Lain</a></p>";

        Assert.Equal(["https://kabar.test/daerah/regu-jaga-malam?page=2", "https://kabar.test/daerah/regu-jaga-malam?page=3"], WebPage.Read(WebPage.Article($"<div class=\"entry-content\">{WebPage.Paragraphs}{pages}</div>")).NextPages);
        Assert.Equal(["https://kabar.test/daerah/regu-jaga-malam?page=all"], WebPage.Read(WebPage.Article($"<div class=\"entry-content\">{WebPage.Paragraphs}{pages.Replace("?page=3", "?page=all", StringComparison.Ordinal)}</div>")).NextPages);
        Assert.Empty(WebPage.Read(WebPage.Article($"<div class=\"entry-content\">{WebPage.Paragraphs}</div>", "<link rel=next href=\"/daerah/kabar-sesudahnya\">")).NextPages);
    }
}
