using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The page of sources, public and of the redaksi.</summary>
public static class Outlets
{
    public const string Title = "Sumber";
    public const string Heading = "Sumber berita";
    public const string Intro = "Tempat-tempat yang kami baca, milik siapa, seberapa sering, dan apa yang sedang tidak biasa.";
    public const string None = "Belum ada sumber.";
    public const string NoneYet = "Belum ada sumber.";
    public const string Live = "Dibaca terus-menerus";
    public const string Shelf = "Arsip dan contoh";
    public const string ShelfIntro = "Kumpulan ini tidak bertambah; beritanya tetap dapat dibaca dan dicari.";
    public const string Archive = "Arsip";
    public const string Name = "Sumber";
    public const string Publisher = "Penerbit";
    public const string Kind = "Jenis";
    public const string Area = "Wilayah";
    public const string Shown = "Ditampilkan";
    public const string Articles = "Berita";
    public const string Never = "Belum pernah";
    public const string Sample = "Contoh – artikel fiksi";

    public static string KindOf(SourceKind kind) => kind switch
    {
        SourceKind.Feed => "Umpan RSS/Atom",
        SourceKind.Sitemap => "Peta situs",
        SourceKind.HtmlList => "Halaman daftar",
        SourceKind.Folder => "Folder berkas",
        _ => "Dikenali otomatis",
    };

    public static string DisplayOf(Display display) => display is Display.FullText ? "Teks lengkap" : "Cuplikan";

    public static string TrustOf(Trust trust) => trust is Trust.Publish ? "Terbit langsung" : "Menunggu redaksi";

    /// <summary>Why something could not be read, for readers and editors.</summary>
    public static string FaultOf(FailureReason reason) => reason switch
    {
        FailureReason.FileUnreadable => "Berkas tidak dapat dibuka.",
        FailureReason.FileChanging => "Berkas terus berubah saat dibaca.",
        FailureReason.FolderMissing => "Foldernya tidak ada.",
        FailureReason.Unreachable => "Situs tidak dapat dihubungi.",
        FailureReason.Deadline => "Situs tidak menjawab sampai selesai dalam 20 detik.",
        FailureReason.Throttled => "Situs meminta kami menunggu.",
        FailureReason.ServerError => "Situs sedang mengalami gangguan.",
        FailureReason.RobotsUnavailable => "robots.txt tidak dapat dibaca, jadi situs tidak kami baca.",
        FailureReason.RobotsRefused => "robots.txt situs ini melarang pembacaan.",
        FailureReason.PrivateAddress => "Alamat ini tidak berada di internet publik.",
        FailureReason.BadRedirect => "Situs mengalihkan ke alamat yang tidak dapat diikuti.",
        FailureReason.NotFound => "Alamat ini tidak ada lagi.",
        FailureReason.Forbidden => "Situs menolak permintaan kami.",
        FailureReason.ClientError => "Situs tidak menerima permintaan kami.",
        FailureReason.BadAnswer => "Jawaban situs tidak dapat dipahami.",
        FailureReason.TooLarge => "Jawaban situs terlalu besar.",
        FailureReason.UnknownHost => "Nama situs itu tidak ditemukan. Periksa ejaannya.",
        FailureReason.AFile => "Alamat ini sebuah berkas (PDF, gambar, arsip, atau sejenisnya), bukan daftar berita.",
        FailureReason.NotASource => "Alamat ini bukan umpan, peta situs, atau halaman daftar berita.",
        _ => "Terjadi kesalahan di portal ini.",
    };
}
