using System.Text.RegularExpressions;
using KamtibmasPortal.News.Extraction.Metadata;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>Pages that are no article, and what they are instead.</summary>
internal static partial class PageKind
{
    /// <summary>A page that nothing declares an article must at least read like one.</summary>
    private const int FewestWordsUndeclared = 40;

    private const int FewestWords = 12;
    private const int ShortText = 90;

    public static RejectionReason? Refuse(PageTree page, BlockRange body, int words, Found<string>? title, bool isDated, MetaTags meta, LinkedData linked, PageAddress address)
    {
        var path = address.Page?.AbsolutePath ?? "";
        var query = address.Page?.Query ?? "";
        var names = Names(page, title);
        var isDeclared = linked.Article is not null || (meta.First("og:type") ?? "").StartsWith("article", StringComparison.OrdinalIgnoreCase);
        if (words < 200 && names.Exists(n => NotFoundPattern().IsMatch(n)))
        {
            return RejectionReason.NotFound;
        }

        if (names.Exists(n => SearchPattern().IsMatch(n)) || (!isDeclared && words < 150 && (SearchPath().IsMatch(path) || SearchQuery().IsMatch(query))))
        {
            return RejectionReason.SearchResults;
        }

        if (linked.Article is null && !(isDated && words > 120) && names.Exists(n => InformationPattern().IsMatch(n)))
        {
            return RejectionReason.Information;
        }

        if (linked.Article is null && address.Page is not null && HomePath().IsMatch(path) && query.Length == 0 && !isDated)
        {
            return RejectionReason.HomePage;
        }

        if (linked.Article is null && (names.Exists(n => ListPattern().IsMatch(n)) || (ListPath().IsMatch(path) && !isDeclared)) && !(isDated && words > 150 && Excerpts(page, body) < 3))
        {
            return RejectionReason.Listing;
        }

        if (linked.Article is null && (Excerpts(page, body) >= 4 || (page.Cards >= 8 && words < FewestWordsUndeclared && !isDated)))
        {
            return RejectionReason.Listing;
        }

        if (words < ShortText && IsVideo(meta, linked, path))
        {
            return RejectionReason.Video;
        }

        if (words < ShortText && page.Blocks.Exists(b => b.Text.Length < 400 && PaywallPattern().IsMatch(b.Text)))
        {
            return RejectionReason.Paywall;
        }

        if (words < FewestWordsUndeclared && !isDeclared && !isDated)
        {
            return RejectionReason.NotAnArticle;
        }

        return words == 0 ? RejectionReason.NotAnArticle : words < FewestWords ? RejectionReason.TooShort : !isDeclared && !isDated && words < 120 && Cards(page) >= 8 && !HasOwnHeadline(page, body, title) ? RejectionReason.Listing : null;
    }

    private static List<string> Names(PageTree page, Found<string>? title) =>
        [.. page.Nodes.Where(n => n.Tag is "h1").Take(3).Select(n => Text.PlainText.Fold(n.Element.TextContent)).Append(title?.Value ?? "").Append(Text.PlainText.Fold(page.Document.Title ?? "")).Where(n => n.Length is > 0 and < 300)];

    /// <summary>Paragraphs that stand under a linked headline of their own.</summary>
    private static int Excerpts(PageTree page, BlockRange body)
    {
        var excerpts = 0;
        TextBlock? before = null;
        for (var i = Math.Max(0, body.From - 1); i < body.To; i++)
        {
            var block = page.Blocks[i];
            if (block.IsCut && !block.IsHeading)
            {
                continue;
            }

            var isHeadline = before is { Words: >= 4, LinkShare: > 0.8 };
            excerpts += block.IsProse && isHeadline ? 1 : 0;
            before = block.Words <= 3 || PageLines.IsStamp(block.Text) ? before : block;
        }

        var prose = Enumerable.Range(body.From, body.To - body.From).Count(i => page.Blocks[i].IsProse && !page.Blocks[i].IsCut);
        return excerpts * 2 >= prose ? excerpts : 0;
    }

    private static int Cards(PageTree page) => page.Blocks.Count(b => b.Words >= 4 && b.LinkShare > 0.8);

    private static bool HasOwnHeadline(PageTree page, BlockRange body, Found<string>? title) =>
        title is not null && Enumerable.Range(Math.Max(0, body.From - 25), Math.Min(25, body.From)).Concat(Enumerable.Range(body.From, Math.Min(3, body.To - body.From))).Any(i => page.Blocks[i].Tag == "h1" && Wording.SameHeadline(page.Blocks[i].Text, title.Value));

    private static bool IsVideo(MetaTags meta, LinkedData linked, string path) =>
        (meta.First("og:type") ?? "").StartsWith("video", StringComparison.OrdinalIgnoreCase) || (linked.Article is null && linked.Has("VideoObject")) || VideoPath().IsMatch(path);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^\W*(error )?404\b|\b404\b.{0,12}(not found|error|tidak)|\b(halaman|laman|page|artikel|berita|konten|url|article|content)\b.{0,40}\b(tidak (dapat |bisa )?(ditemukan|tersedia|ada)|not (be )?found|(does not|doesn['’]t|no longer) exist|no longer available|(telah|sudah) (dihapus|dipindahkan)|isn['’]t available|is unavailable|can['’]t be found)\b|^\W*(not found|page missing|oops|ups|halaman hilang)\b.{0,60}$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NotFoundPattern();

    [GeneratedRegex(@"^\W*(hasil (pencarian|penelusuran|cari)|search results?|results for|pencarian( untuk|\s*:)|you searched for|search for|cari berita\b)", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SearchPattern();

    [GeneratedRegex(@"^/(search|cari|pencarian)(/|$)", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SearchPath();

    [GeneratedRegex(@"[?&](s|q|query|keyword|kata_kunci|search)=", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SearchQuery();

    [GeneratedRegex(@"^(kontak( kami| redaksi)?|hubungi( kami| redaksi)?|contacts?( us)?|get in touch|tentang( kami)?|about( us)?|profil( redaksi| kami| perusahaan)?|redaksi|susunan redaksi|tim redaksi|box redaksi|pedoman( pemberitaan)?( media)? siber|pedoman|kode etik( jurnalistik)?|privacy( policy| notice)?|kebijakan( privasi)?|disclaimer|terms( of (use|service))?( (and|&) conditions)?|syarat( dan | & )ketentuan|ketentuan layanan|karier|karir|careers|pasang iklan|info iklan|advertise( with us)?|cookie policy|sitemap|peta situs|faq|our team|staff|imprint|impressum|media kit)(\s*[-–—|•:].{0,60})?$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex InformationPattern();

    [GeneratedRegex(@"^/?((index|home|beranda|default)(\.\w{3,5})?|[a-z]{2}(-[a-z]{2})?)?/?$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex HomePath();

    [GeneratedRegex(@"^\W*(tags?|kategori|category|categories|topik|topic|rubrik|kanal|arsip|archives?|indeks|index|label|author|penulis)\s*[:#]|^(category|tag|author|monthly) archives?\b|^(indeks|arsip|kumpulan|daftar) (berita|artikel)\b|^berita (terkini|terbaru|hari ini|populer)\b|^(kategori|kanal|rubrik|topik|tag|label|arsip|indeks|archives?)( \S+){0,2}$|\barchives\s*[-–|]", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ListPattern();

    [GeneratedRegex(@"^/(tags?|kategori|category|categories|topik|topics?|rubrik|kanal|indeks|index|author|authors|label|arsip|archives?|latest|terpopuler|section|sections)(/|$)|^(/[^/]+)?/page/\d+/?$|/search/label/", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ListPath();

    [GeneratedRegex(@"/(videos?|tv|watch|live|galeri-video|20detik)(/|$)", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex VideoPath();

    [GeneratedRegex(@"\b(berlangganan|langganan)\b.{0,80}\b(untuk|agar|lanjut\w*|membaca|akses|selengkapnya)|\b(untuk|lanjut\w*|selengkapnya|akses)\b.{0,60}\b(berlangganan|langganan)\b|(konten|artikel|berita) (ini )?(khusus|hanya|eksklusif)\b.{0,40}\b(pelanggan|member|anggota)|\b(subscribe|sign in|log in|register)\b.{0,60}\b(to (continue|keep) reading|to read|for (full|unlimited) access|to unlock)|\b(continue reading|full story|full access|rest of (this|the) (article|story))\b.{0,80}\b(subscri\w+|sign in|log in|register)|(this|the) (article|content|story) is (only |exclusively )?(for|available to) (our )?(subscribers|members)|subscriber[- ]only|already a subscriber", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PaywallPattern();
}
