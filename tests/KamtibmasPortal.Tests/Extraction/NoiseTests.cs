using System.Globalization;
using System.Text;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Architecture;

namespace KamtibmasPortal.Tests.Extraction;

/// <summary>What surrounds an article changes at every visit; only the article itself may count as changed.</summary>
public sealed class NoiseTests
{
    private const int Changes = 1000;

    private static readonly (string Name, Func<string, int, string> Change)[] s_noise =
    [
        ("related", (html, n) => BeforeEnd(html, $"<div class=\"related-posts\"><h3>Berita Terkait</h3><ul><li><a href=\"/b/{n}\">Judul lain nomor {n} tentang kemacetan</a></li><li><a href=\"/b/{n + 1}\">Wali kota tinjau pasar ke-{n}</a></li></ul></div>")),
        ("comments", (html, n) => BeforeEnd(html, $"<div id=\"comments\" class=\"comments-area\"><h3>{n} Komentar</h3><div class=\"comment\"><p>Semoga cepat tertangkap, sudah {n} kali terjadi di kampung saya.</p></div></div>")),
        ("counter", (html, n) => AfterHeadline(html, $"<span class=\"post-views\">Dibaca {n} kali</span>")),
        ("shares", (html, n) => AfterHeadline(html, $"<div class=\"share-buttons\"><a href=\"#\">Facebook {n}</a><a href=\"#\">WhatsApp {n * 2}</a></div>")),
        ("updated", (html, n) => AfterHeadline(html, $"<span class=\"last-updated\">Terakhir diperbarui {n % 60} menit lalu</span>")),
        ("ad", (html, n) => BetweenParagraphs(html, $"<div class=\"ads\"><p>ADVERTISEMENT</p><a href=\"https://iklan.test/{n}\"><img src=\"https://iklan.test/{n}.gif\" alt=\"Diskon {n}%\"></a></div>")),
        ("baca juga", (html, n) => BetweenParagraphs(html, $"<p><strong>Baca juga: <a href=\"/b/{n}\">Warga temukan {n} butir peluru di kebun</a></strong></p>")),
        ("banner", (html, n) => AfterBody(html, $"<div class=\"cookie-banner\">Kami memakai kuki, versi {n}. <button>Setuju</button></div>")),
        ("script", (html, n) => BeforeEnd(html, $"<script>var hit = {n}; document.write('<p>' + hit + '</p>');</script><!-- cache {n} -->")),
        ("trending", (html, n) => BeforeEnd(html, $"<aside class=\"sidebar\"><h4>Terpopuler</h4><ol><li><a href=\"/p/{n}\">Harga cabai naik {n} rupiah</a></li></ol></aside>")),
    ];

    [Fact]
    public void A_thousand_changes_around_articles_change_none_of_them()
    {
        var pages = Pages();
        var changed = new List<string>();
        for (var n = 0; n < Changes; n++)
        {
            var (file, html, hash, _) = pages[n % pages.Count];
            var (name, change) = s_noise[n / pages.Count % s_noise.Length];
            var noisy = change(html, n);
            if (noisy != html && HashOf(noisy) != hash)
            {
                changed.Add($"{file} {name}");
            }
        }

        Assert.True(changed.Count == 0, $"{changed.Count} of {Changes}: {string.Join("; ", changed.Distinct().Take(20))}");
    }

    [Fact]
    public void A_thousand_edits_of_articles_are_all_seen()
    {
        var pages = Pages();
        var missed = new List<string>();
        for (var n = 0; n < Changes; n++)
        {
            var (file, html, hash, article) = pages[n % pages.Count];
            var words = article.Body.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 4 && w.All(char.IsAsciiLetter)).Distinct(StringComparer.Ordinal).Where(w => Count(html, w) == 1).ToList();
            if (words.Count == 0)
            {
                continue;
            }

            var word = words[(n * 7) % words.Count];
            var edited = html.Replace(word, (n % 3) switch { 0 => "dibantah", 1 => word + " kemarin", _ => "" }, StringComparison.Ordinal);
            if (HashOf(edited) == hash)
            {
                missed.Add($"{file}: {word}");
            }
        }

        Assert.True(missed.Count == 0, $"{missed.Count} of {Changes}: {string.Join("; ", missed.Distinct().Take(20))}");
    }

    /// <summary>The pages of the tuned half that hold an article in their markup.</summary>
    private static List<(string File, string Html, string Hash, ExtractedArticle Article)> Pages() =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Corpus", "pages", "dev"), "*.html").Order(StringComparer.Ordinal)
            .Select(f => (File: Path.GetFileName(f), Html: File.ReadAllText(f)))
            .Select(p => (p.File, p.Html, Hash: HashOf(p.Html), Article: Read(p.Html)))
            .Where(p => p.Article.Rejection is null && Count(p.Html, "<p") > 3 && Count(p.Html, "</h1>") == 1)];

    private static ExtractedArticle Read(string html) =>
        new ArticleExtractor().Extract(new FetchedPage(Encoding.UTF8.GetBytes(html), "", IsHtml: true, "https://situs.test/2024/01/10/berita"));

    private static string HashOf(string html) => ArticleStore.ContentHash(Read(html));

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    private static string BeforeEnd(string html, string block) => Insert(html, html.LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase), block);

    private static string AfterBody(string html, string block) => html.IndexOf("<body", StringComparison.OrdinalIgnoreCase) is >= 0 and var body ? Insert(html, html.IndexOf('>', body) + 1, block) : html;

    private static string AfterHeadline(string html, string block) => Insert(html, html.IndexOf("</h1>", StringComparison.Ordinal) + 5, block);

    private static string BetweenParagraphs(string html, string block)
    {
        var from = html.IndexOf("</h1>", StringComparison.Ordinal);
        var first = html.IndexOf("</p>", from, StringComparison.Ordinal);
        var second = first < 0 ? -1 : html.IndexOf("</p>", first + 4, StringComparison.Ordinal);
        return second < 0 ? html : Insert(html, second + 4, block);
    }

    private static string Insert(string html, int at, string block) => at < 0 ? html : string.Create(CultureInfo.InvariantCulture, $"{html[..at]}{block}{html[at..]}");
}
