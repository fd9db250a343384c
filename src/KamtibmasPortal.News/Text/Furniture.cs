using System.Text.RegularExpressions;

namespace KamtibmasPortal.News.Text;

/// <summary>What a line does on a page besides being news.</summary>
public enum LineKind
{
    Text,

    /// <summary>Advertisement marks, share bars, links to other articles: dropped wherever it stands.</summary>
    Furniture,

    /// <summary>A heading of links to other articles: the headlines under it go with it.</summary>
    LinksHeading,

    /// <summary>Comments, related posts, imprint: the article has ended before it.</summary>
    Ending,

    Breadcrumb,
}

/// <summary>The furniture phrases of Indonesian news pages.</summary>
public static partial class Furniture
{
    /// <summary>Reads one line by its opening phrase. A full sentence is text unless it is one of the pages' standing sentences.</summary>
    public static LineKind KindOf(string line)
    {
        if (line.Length > 400)
        {
            return LineKind.Text;
        }

        if (BoilerplatePattern().IsMatch(line))
        {
            return LineKind.Ending;
        }

        if (LinkPattern().IsMatch(line) || LetterPattern().IsMatch(line) || NoWords(line))
        {
            return LineKind.Furniture;
        }

        if (PlainText.EndsSentence(line) && line.AsSpan().Count(' ') >= 6)
        {
            return LineKind.Text;
        }

        return EndingPattern().IsMatch(line) ? LineKind.Ending
            : BreadcrumbPattern().IsMatch(line) ? LineKind.Breadcrumb
            : LinksHeadingPattern().IsMatch(line) ? LineKind.LinksHeading
            : FurniturePattern().IsMatch(line) || IsMenu(line) ? LineKind.Furniture
            : LineKind.Text;
    }

    /// <summary>Cuts links to other articles that were glued into a paragraph.</summary>
    public static string CutInline(string paragraph)
    {
        var cut = InlinePattern().Replace(paragraph, " ");
        return cut.Length == paragraph.Length ? paragraph : PlainText.Fold(cut);
    }

    private static readonly HashSet<string> MenuWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "beranda", "home", "profil", "profile", "nasional", "daerah", "regional", "ekonomi", "ekobis", "bisnis", "bola", "olahraga", "sport", "sports", "hiburan", "entertainment", "tekno", "teknologi", "terkini", "berita", "news",
        "politik", "hukum", "kriminal", "internasional", "dunia", "lifestyle", "gaya", "hidup", "otomotif", "opini", "kolom", "video", "foto", "indeks", "index", "kontak", "layanan", "publik", "ppid", "galeri", "pengumuman",
        "regulasi", "redaksi", "headline", "login", "masuk", "daftar", "megapolitan", "metropolitan", "nusantara", "pendidikan", "kesehatan", "wisata", "budaya", "satuan", "satker", "informasi", "agenda", "artikel", "podcast",
        "live", "streaming", "epaper", "e-paper", "more", "lainnya", "menu", "cari", "search", "tentang", "contact", "about", "travel", "kuliner", "peristiwa", "umum", "tni", "polri", "pemerintahan", "desa", "potensi", "hubungi", "kami", "posting", "lama", "baru", "oleh", "tim", "indonesia", "kota", "kabupaten", "media", "siber", "pers", "hak", "jawab", "iklan", "karier", "disclaimer",
    };

    /// <summary>Whether a word belongs to the menus of pages, so that no name can hold it.</summary>
    public static bool IsMenuWord(string word) => MenuWords.Contains(word);

    /// <summary>Items set apart by bars or dots, or a row of the words that menus are made of.</summary>
    private static bool IsMenu(string line)
    {
        var items = line.Split(" | ").Length > 1 ? line.Split(" | ") : line.Split(" • ");
        if (items.Length > 2 || (items.Length == 2 && Array.TrueForAll(items, i => i.Count(c => c == ' ') < 3)))
        {
            return true;
        }

        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 3 && words.Count(MenuWords.Contains) * 5 >= words.Length * 3;
    }

    private static bool NoWords(string line) => !line.Any(char.IsLetterOrDigit);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"^(related (posts?|articles?|news)|(berita|artikel|konten|topik|tulisan|pos|kabar|info|baca) (terkait|lainnya|lain|serupa|sejenis|pilihan|rekomendasi|terpopuler|terbaru|terkini|populer)\b.{0,20}|(terkait|terpopuler|terbaru|terkini|populer|pilihan editor)(\s*[:|].*)?|paling (banyak )?(dibaca|populer)|trending( now| topik| topic)?|most (read|popular)|recommended( for you)?|rekomendasi( untuk anda)?\W*|anda mungkin (juga )?(suka|tertarik).{0,20}|you (may|might) also like.{0,20}|leave a (comment|reply)|post a comment|(\d+ )?comments?|(\d+ )?komentar( \(\d+\)| pembaca)?|komentar ?kirim|komentar (ini )?(ditutup|dinonaktifkan)\.?|(tulis|beri|tinggalkan|kirim)(kan)? (komentar|balasan)( anda)?|posting komentar|arsip( blog| berita)?|tags?|label|kategori|categories|topik|baca berita lainnya|navigasi pos|post navigation|halaman\s*:?( \d+)+( dari \d+)?( tampilkan semua)?|tampilkan semua|(selanjutnya|berikutnya|sebelumnya|previous|next)( post| article| artikel| berita)?\W*(selanjutnya|berikutnya|next)?|tentang penulis|about the author|redaksi(\s*\|.*)?|pedoman media siber.*|ikuti (kami|berita|whatsapp|channel|saluran).*|follow (us|kami).*|join (channel|grup).*|gabung (di )?(channel|saluran|grup).*|subscribe.*|(ber)?langganan.*|referensi\s*:.*|sumber artikel\s*:.*|(nilai|beri nilai|rating) (tulisan|artikel|berita).*|(yang membuat|hormat kami|ttd\.?|lembar ke-?\d+|mengetahui,?)|proudly powered by.*)$",
        Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex EndingPattern();

    /// <summary>Standing sentences of pages: they end the article even where they read like prose.</summary>
    [GeneratedRegex(
        @"^(your email address will not be|alamat email anda tidak akan|copyright\b|©|\(c\) ?\d{4}|hak cipta\b.{0,40}(\d{4}|dilindungi)|all rights reserved|dilarang (keras )?(mengambil|mengutip|menyalin|memperbanyak|menyebarluaskan)|(pewarta|editor|penyunting|uploader|redaktur)\s*:|dapatkan (update|informasi|berita|notifikasi)\b.{0,80}(whatsapp|telegram|google|aplikasi|kanal|channel|kompas|setiap hari|pilihan)|(cek|simak|baca|ikuti|dapatkan|temukan) (juga )?(berita|artikel|update|informasi)\b.{0,60}(google news|whatsapp channel|saluran whatsapp)|cek berita dan artikel|terima kasih (telah|sudah) membaca|artikel ini (telah|sudah|pernah) (tayang|terbit|dimuat)|berita ini (telah|sudah) tayang|(isi|seluruh isi) (tulisan|artikel|komentar|konten) (ini )?(sepenuhnya|menjadi|adalah|merupakan)\b.{0,40}tanggung jawab|komentar (yang )?(tampil|muncul|ditulis|masuk)\b|konten ini (adalah|merupakan) (iklan|kiriman)|ikuti (juga )?(kami|berita lainnya|saluran|channel|akun))",
        Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex BoilerplatePattern();

    [GeneratedRegex(@"^(anda (berada )?di sini\s*:?\s*)?(beranda|home|depan)\b(\s*([>»›/|→:-]|::)\s*\S.*|$)|^([^\s.]+( [^\s.]+){0,3}\s*[>»›→]\s*){1,5}\S.{0,120}$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex BreadcrumbPattern();

    [GeneratedRegex(@"^(baca|simak|lihat|tonton)( juga| pula| selengkapnya)?\s*:?$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LinksHeadingPattern();

    /// <summary>Links to other articles and embeds: sentences or not, they are never text.</summary>
    [GeneratedRegex(@"^\W{0,3}((baca|simak|lihat|tonton|saksikan)( juga| pula| selengkapnya)?( video| juga video| artikel| berita)?( di sini| lainnya)?\s*[:：].*|(berita|artikel|kabar) (lain|lainnya|terkait|sebelumnya|sesudahnya)\s*[:：].*|kabar (sebelumnya|sesudahnya)\s*:.*|(simak|lihat|tonton|saksikan)( juga)? video (selengkapnya|berikut|di bawah|['‘""“]).*|\[?gambas\s*:.*)$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LinkPattern();

    /// <summary>What surrounds a text that came by mail or messenger, out of a search page or from a portal's ticker.</summary>
    [GeneratedRegex(
        @"^((dari|kepada|tanggal|subjek|subject|perihal|lampiran|from|to|date|cc)\s*:\s.{0,160}|yth\.?\s.{0,120}|(assalam|wassalam).{0,60}|.{0,60}\bizin (berbagi|share)\b.{0,20}|mohon bantuan (pemuatan|publikasi).{0,60}|(siaran pers|press release|rilis pers)|untuk (di)?(siarkan|terbitkan) segera|narahubung\b.{0,120}|(forwarded|diteruskan)\b.{0,30}|https?://\S+.*|www\.\S+.*|sekitar [\d.]+ hasil.*|.{0,160}\s(\.\.\.|…)|\d+ (detik|menit|jam|hari|minggu) (yang )?lalu.*|(breaking news|running text|sekilas info|on air|terpopuler|sorotan|mungkin anda suka|rekomendasi|trending|populer|headline|topik hangat|kabar terkini)\s*:.*|lanjut ke halaman.*|putar (audio|video).*|telepon darurat.*|(berikan|tulis|beri) tanggapan.*|tanggapan pembaca.*|captcha.*|.{2,40} :: .{2,60}|pilihan redaksi|.*\d+ ?°C.*|(polling|jajak pendapat)\b.*|kirim suara|scroll ke bawah.*|iklan - .*|artikel lain\s*:.*|[▶►].*|anda dapat mendengarkan.*|loncat ke.*|.{0,80}forgot your password.*|sudah berlangganan\?.*|bersambung ke h.*|sambungan dari h.*|hal(aman)?\.? \d+( dari \d+)?)$",
        Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LetterPattern();

    [GeneratedRegex(
        @"^((baca|simak|lihat|tonton) (juga|pula)\b.*|(simak|lihat|tonton|saksikan)( juga)? video\b.*|(advertisement|iklan|adv|sponsored|promoted|pariwara)+( (atas|bawah|tengah|samping|baris))?( scroll to.*)?|scroll to (continue|resume).*|lanjutkan membaca.*|continue reading.*|(bagikan|share|sebarkan|berbagi|bagi|kirim)( (ini|artikel|berita|ke|this|on|via|it|berita ini|artikel ini))*\s*[:.]?(\s*(facebook|fb|twitter|tw|x|whatsapp|wa|telegram|tele|ig|line|email|e-mail|surel|copy( link)?|salin( tautan)?|tautan|linkedin|pinterest|tweet|cetak|print|instagram|threads|google|pin it)[,|/]?)*|((facebook|twitter|x|whatsapp|telegram|line|email|e-mail|copy link|salin tautan|linkedin|pinterest|tweet|tweet it|share|print|cetak|instagram|youtube|tiktok|threads|pin|bagikan|like|suka|google news|rss)[\s|/,·•-]*)+|(dibaca|dilihat|views?|hits?|pembaca|tayangan)\s*:?\s*[\d.,]+\s*(kali|x|views?|orang|k)?|[\d.,]+\s*(views?|kali dibaca|kali|dibaca|pembaca|tayangan|shares?|hits?|dilihat|komentar|comments?|likes?)|(waktu baca|estimasi baca|reading time)\s*:?.*|\d+ (menit|min(ute)?s?)( waktu)?( baca| membaca| read).*|(loading|memuat)\W*|cetak( halaman)?( ini)?|perbesar( gambar)?|ukuran (font|huruf).*|a-|a\+|audio|dengarkan.{0,30}|skip to content|menu|search|cari( berita)?\W*( masuk)?|login( untuk.*)?|masuk|daftar|tutup|close|lihat foto|foto|video|klik (di sini|untuk).*|(kunjungi|kontak|hubungi redaksi|laporkan).{0,12}(kanal|akun|redaksi|media).*|tags?\s*[:：].*|label\s*:.*|topik( terkait)?\s*:.*|kategori\s*:.*|kata kunci\s*:.*|(#[\w]+[\s,]*)+|[-_=*•·~]{3,}.*|download aplikasi.*|unduh aplikasi.*|by using this.*|situs ini menggunakan cookie.*|newsletter|swipe.*|geser .{0,20}|.{0,40}\d+ (comments?|min read)\b.{0,30})$",
        Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex FurniturePattern();

    /// <remarks>Only with a colon, or glued to a full stop: "Baca juga" can also be a sentence's own words.</remarks>
    [GeneratedRegex(@"(?<=[.!?”""’)]|^)\s*(baca juga|baca pula|simak juga|lihat juga|simak video|lihat video)\s*[:：]\s*.*$|(?<=[.!?”""’])(baca juga|simak juga|lihat juga)\s+(?=[\p{Lu}\d]).*$|\[gambas:[^\]]{0,40}\]|\(?scroll to (continue|resume) with content\)?|(?<=[.!?”""’])\s*\badvertisement\b", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex InlinePattern();
}
