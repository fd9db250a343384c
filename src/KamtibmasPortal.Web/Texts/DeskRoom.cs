using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Texts;

/// <summary>Pages of the redaksi.</summary>
public static class DeskRoom
{
    public const string Title = "Redaksi";
    public const string Menu = "Menu redaksi";
    public const string Queue = "Antrean";
    public const string Sources = "Sumber";
    public const string Portal = "Lihat portal";
    public const string SignOut = "Keluar";
    public const string QueueHeading = "Berita yang menunggu";
    public const string QueueEmpty = "Antrean kosong. Semua berita sudah diputuskan.";
    public const string Publish = "Terbitkan";
    public const string Reject = "Tolak";
    public const string BackToQueue = "Kembali ke antrean";
    public const string ReadOnly = "Peran Anda boleh membaca antrean, tetapi tidak memutuskan. Perubahan dapat Anda usulkan pada halaman beritanya.";
    public const string FirstSeen = "Masuk";
    public const string State = "Status";
    public const string SensitiveMark = "Peka";
    public const string Sensitive = "Berita peka: dapat mengungkap identitas anak dalam perkara pidana atau korban kejahatan seksual.";
    public const string SensitiveLifted = "Berita peka yang sudah dibaca dan diterbitkan redaksi.";
    public const string SensitiveHint = "Nama, orang tua, sekolah, alamat, dan foto termasuk identitas (UU 11/2012 pasal 19, UU 12/2022). Kata-kata yang menandainya:";
    public const string Runs = "Pengambilan terakhir";
    public const string Refused = "Yang tidak menjadi berita";
    public const string NoRefused = "Tidak ada.";
    public const string Item = "Butir";
    public const string Reason = "Alasan";
    public const string Seen = "Dilihat";
    public const string Stored = "baru";
    public const string Revised = "berubah";
    public const string Unchanged = "tetap";
    public const string Duplicate = "kembar";
    public const string Rejected = "ditolak";
    public const string Failed = "gagal";
    public const string Address = "Alamat";
    public const string Trust = "Kepercayaan";
    public const string DuplicateReason = "Isinya sama persis dengan berita lain dari penerbit ini.";

    /// <summary>The word for an erasure, in the address that tells of it.</summary>
    public const string Erased = "hapus";

    public static string Waiting(int count) => count == 0 ? "Tidak ada berita yang menunggu" : $"{Reading.IndonesianDates.Number(count)} berita menunggu keputusan";

    public static string SignedIn(string email) => $"Masuk sebagai {email}";

    public static string RefusedCount(int count) => $"{Refused} ({Reading.IndonesianDates.Number(count)})";

    /// <summary>What became of a decision, by the word that the address carries; null for words of somebody else.</summary>
    public static string? Result(string? word) => word switch
    {
        "terbit" => "Berita sudah diterbitkan.",
        "tolak" => "Berita sudah ditolak.",
        "usang" => "Berita ini sudah berubah atau sudah diputuskan orang lain. Tidak ada yang diubah.",
        Erased => Erasure.Done,
        "hilang" => "Berita ini tidak ada lagi.",
        _ => null,
    };

    public static string WordFor(ReviewAnswer answer, ReviewDecision decision) => answer switch
    {
        ReviewAnswer.Done => decision is ReviewDecision.Publish ? "terbit" : "tolak",
        ReviewAnswer.NotFound => "hilang",
        _ => "usang",
    };

    public static string StateOf(ReviewState state) => state switch
    {
        ReviewState.Pending => "Menunggu keputusan",
        ReviewState.Published => "Terbit",
        ReviewState.Rejected => "Ditolak",
        _ => "Ditarik",
    };

    public static string ReasonOf(RejectionReason reason) => reason switch
    {
        RejectionReason.Empty => "Kosong.",
        RejectionReason.TooLarge => "Terlalu besar.",
        RejectionReason.Binary => "Bukan teks.",
        RejectionReason.TooShort => "Teksnya terlalu pendek untuk sebuah berita.",
        RejectionReason.NotAnArticle => "Halaman ini bukan berita.",
        RejectionReason.OutsideFolder => "Berkas ini menunjuk ke luar folder sumber.",
        RejectionReason.TooLongPath => "Nama atau alamatnya terlalu panjang.",
        RejectionReason.RobotsRefused => "robots.txt situs ini melarang halaman itu dibaca.",
        RejectionReason.OptedOut => "Penerbit meminta halaman ini tidak dimuat di tempat lain.",
        RejectionReason.Erased => "Pernah dihapus permanen oleh redaksi.",
        RejectionReason.NoAddress => "Diumumkan tanpa alamat dan tanpa teks lengkap.",
        RejectionReason.NotFound => "Halaman sudah tidak ada pada penerbitnya.",
        RejectionReason.HomePage => "Halaman ini beranda sebuah situs.",
        RejectionReason.Listing => "Halaman ini daftar berita.",
        RejectionReason.SearchResults => "Halaman ini hasil pencarian.",
        RejectionReason.Information => "Halaman ini keterangan tentang situsnya.",
        RejectionReason.Video => "Halaman ini hanya berisi video.",
        RejectionReason.Paywall => "Teksnya hanya untuk pelanggan penerbit.",
        _ => "Ditolak karena alasan lain.",
    };

    public static string FailureOf(FailureReason reason) => $"{Outlets.FaultOf(reason)} {(reason.Kind() is FailureKind.Temporary ? "Akan dicoba lagi." : "Tidak dicoba lagi sampai ada perubahan.")}";
}
