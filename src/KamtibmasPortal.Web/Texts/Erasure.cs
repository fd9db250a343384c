using KamtibmasPortal.News.Editing;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The page on which an article is erased for good.</summary>
public static class Erasure
{
    public const string Heading = "Hapus permanen";
    public const string Link = "Hapus permanen …";
    public const string Warning = "Penghapusan ini tidak dapat dibatalkan, juga oleh administrator.";
    public const string LostHeading = "Yang hilang";
    public const string StaysHeading = "Yang tetap disimpan";
    public const string Ground = "Alasan penghapusan";
    public const string Submit = "Hapus permanen";
    public const string Cancel = "Batal";
    public const string Done = "Berita sudah dihapus permanen.";

    public static readonly IReadOnlyList<string> Lost =
    [
        "judul, isi, keterangan foto, nama penulis, dan semua tandanya",
        "semua versi terdahulu beserta riwayat perubahannya",
        "salinan halaman penerbit yang kami arsipkan, beserta alamatnya",
        "catatan pengumuman berita ini oleh sumbernya",
    ];

    public static readonly IReadOnlyList<string> Stays =
    [
        "sidik SHA-256 salinan itu, agar keutuhan arsip tetap dapat diperiksa",
        "waktu penghapusan dan redaktur yang melakukannya",
        "alasan yang Anda tulis di bawah ini",
        "penanda tanpa isi, agar berita yang sama tidak diambil lagi",
    ];

    public static readonly string GroundHint = $"{ErasureDesk.ShortestGround} sampai {ErasureDesk.LongestGround} huruf. Alasan disimpan selamanya: jangan mengutip judul atau isi berita.";

    public static string? FaultOf(ErasureAnswer answer) => answer switch
    {
        ErasureAnswer.NoGround => $"Tulis alasannya, {ErasureDesk.ShortestGround} sampai {ErasureDesk.LongestGround} huruf.",
        ErasureAnswer.QuotesArticle => "Alasan ini mengutip beritanya, padahal alasan disimpan selamanya. Tulis tanpa kata-kata berita itu.",
        _ => null,
    };
}
