using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Texts;

/// <summary>What a publisher changed in an article.</summary>
public static class History
{
    public const string Heading = "Riwayat perubahan";
    public const string Intro = "Setiap versi yang pernah kami lihat di situs penerbit, yang terbaru paling atas.";
    public const string ExcerptNote = "Penerbit mengizinkan kami memuat cuplikan saja: isi dan keterangan foto hanya dikutip pendek di sekitar perubahan.";
    public const string Unchanged = "Penerbit belum mengubah berita ini sejak pertama kali kami lihat.";
    public const string Removed = "kata yang dihapus";
    public const string Added = "kata yang ditambahkan";
    public const string Legend = "Tanda:";
    public const string Present = "versi yang berlaku";
    public const string First = "Versi pertama yang kami lihat.";
    public const string FirstSeen = "Pertama dilihat";
    public const string Fingerprint = "SHA-256";
    public const string Before = "Sebelumnya";
    public const string After = "Sesudahnya";
    public const string ViewMenu = "Cara menampilkan";
    public const string ByWidth = "Sesuai lebar layar";
    public const string SideBySide = "Berdampingan";
    public const string Inline = "Sebaris";
    public const string Substantive = "Isinya berubah.";
    public const string Cosmetic = "Hanya ejaan, huruf besar, spasi, atau tanda baca.";
    public const string ShowChanges = "Lihat perubahan pada versi ini";
    public const string BackToArticle = "Kembali ke berita";
    public const string Nothing = "(kosong)";

    public static string Title(string article) => $"{Heading}: {article}";

    public static string Version(int number) => $"Versi {Reading.IndonesianDates.Number(number)}";

    public static string SincePrevious(int number) => $"Dibandingkan dengan versi {Reading.IndonesianDates.Number(number - 1)}:";

    public static string Same(int paragraphs) => $"{Reading.IndonesianDates.Number(paragraphs)} paragraf tidak berubah";

    public static string Unquoted(int changes) => $"Masih ada {Reading.IndonesianDates.Number(changes)} perubahan lain yang tidak dikutip.";

    public static string Of(ArticleField field) => field switch
    {
        ArticleField.Title => "Judul",
        ArticleField.Caption => "Keterangan foto",
        ArticleField.Author => "Penulis",
        _ => "Isi berita",
    };

    public static string Verdict(FieldChange change) => change.IsCosmetic ? Cosmetic : Substantive;
}
