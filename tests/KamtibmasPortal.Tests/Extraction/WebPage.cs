using System.Text;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;

namespace KamtibmasPortal.Tests.Extraction;

/// <summary>Pages made of pieces, and what the extractor finds in them.</summary>
internal static class WebPage
{
    public const string Headline = "Regu Jaga Malam Gagalkan Pencurian Mesin Perahu di Kuala Tungkal";

    public static readonly string[] Sentences =
    [
        "Kuala Tungkal - Regu jaga malam memergoki dua orang yang sedang melepas mesin perahu di dermaga rakyat, Selasa (14/5/2024) dini hari.",
        "Kepala regu mengatakan suara kunci pas yang jatuh ke papan dermaga membuat mereka menoleh dan menyalakan senter besar.",
        "Kedua orang itu terjun ke air, tetapi salah satunya tersangkut jaring yang dijemur pemiliknya di bawah tangga.",
        "Polisi perairan menyita sebuah gerobak, tiga kunci, dan catatan nama pembeli mesin bekas dari kabupaten lain.",
        "Pemilik perahu berterima kasih lalu menyumbang kopi dan lampu badai untuk pos jaga selama sebulan penuh.",
    ];

    public static string Paragraphs => string.Concat(Sentences.Select(s => $"<p>{s}</p>"));

    public static string Body => string.Join("\n\n", Sentences);

    public static string Of(string body, string head = "", string lang = "id") =>
        $"<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">{head}</head><body><nav><a href=/>Beranda</a> <a href=/bola>Bola</a></nav>{body}<footer><p>Hak cipta dilindungi undang-undang oleh penerbit surat kabar ini.</p></footer></body></html>";

    public static string Article(string inside, string head = "") => Of($"<main><article><h1>{Headline}</h1>{inside}</article></main>", head);

    public static ExtractedArticle Read(string html, string? address = "https://kabar.test/daerah/regu-jaga-malam") => Read(Encoding.UTF8.GetBytes(html), address);

    public static ExtractedArticle Read(byte[] bytes, string? address = null) => new ArticleExtractor().Extract(new FetchedPage(bytes, "", IsHtml: true, address));
}
