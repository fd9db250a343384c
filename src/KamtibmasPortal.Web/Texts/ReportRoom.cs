using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The public form for mistakes and replies, and what the redaksi does with them.</summary>
public static class ReportRoom
{
    public const string Link = "Laporkan kesalahan / hak jawab";
    public const string Heading = "Laporkan kesalahan atau ajukan hak jawab";
    public const string Intro = "Siapa pun dapat melaporkan kekeliruan pada berita ini. Orang atau lembaga yang diberitakan berhak menanggapi (UU 40/1999 tentang Pers pasal 5 dan 11). Tidak perlu akun.";
    public const string About = "Tentang berita:";
    public const string AboutWithdrawn = "Tentang berita yang sudah ditarik.";
    public const string Kind = "Yang ingin Anda sampaikan";
    public const string Mistake = "Kesalahan: ada fakta, nama, tempat, tanggal, atau tanda yang keliru";
    public const string Reply = "Hak jawab: saya atau lembaga saya diberitakan dan ingin menanggapi";
    public const string Text = "Uraian";
    public const string TextHint = "Sebutkan bagian yang keliru, yang benar menurut Anda, dan buktinya bila ada.";
    public const string Name = "Nama";
    public const string Contact = "Surel atau nomor telepon";
    public const string ContactHint = "Wajib untuk hak jawab, boleh kosong untuk laporan kesalahan. Hanya dibaca redaktur, tidak pernah ditampilkan, dan dihapus bila Anda minta.";
    public const string Trap = "Jangan diisi";
    public const string Send = "Kirim kepada redaksi";
    public const string Received = "Terima kasih. Tanggapan Anda sudah sampai di redaksi.";
    public const string ReceivedHint = "Redaktur akan memeriksanya. Bila ada yang keliru, ralat dimuat di atas berita dan dicatat pada halaman Ralat.";
    public const string BackToArticle = "Kembali ke berita";
    public const string TooMany = "Terlalu banyak kiriman dari alamat Anda. Coba lagi nanti; tulisan Anda masih ada di bawah.";
    public const string Menu = "Tanggapan";
    public const string DeskHeading = "Tanggapan pembaca";
    public const string DeskIntro = "Laporan kesalahan dan hak jawab. Data pengirim hanya untuk menjawabnya; hapus bila tidak diperlukan lagi.";
    public const string Open = "Belum selesai";
    public const string None = "Tidak ada tanggapan di sini.";
    public const string Views = "Status tanggapan";
    public const string Sender = "Pengirim";
    public const string NoSender = "Tidak menyebut nama";
    public const string ContactErased = "Data pengirim sudah dihapus";
    public const string EraseContact = "Hapus data pengirim";
    public const string AnswerField = "Jawaban kepada pengirim, atau catatan penanganan";
    public const string Take = "Sedang ditangani";
    public const string Answered = "Sudah dijawab";
    public const string Close = "Tutup tanpa tindakan";
    public const string WriteCorrection = "Tulis ralat atau hak jawab pada berita ini";
    public const string ToCorrection = "Ralat atau hak jawab yang dimuat";
    public const string ToArticle = "Buka berita";
    public const string Newer = "Halaman sebelumnya";
    public const string Older = "Halaman berikutnya";
    public const string Saved = "Tanggapan diperbarui.";
    public const string ErasedNow = "Data pengirim sudah dihapus.";

    public static string FaultOf(ReportAnswer answer) => answer switch
    {
        ReportAnswer.TextLength => $"Uraian harus {ReaderReport.Shortest} sampai {ReaderReport.Longest} huruf.",
        ReportAnswer.TooLong => $"Nama paling panjang {ReaderReport.LongestName} huruf, kontak paling panjang {ReaderReport.LongestContact} huruf.",
        ReportAnswer.NoContact => "Untuk hak jawab, tulis nama dan surel atau nomor telepon agar redaksi dapat menghubungi Anda.",
        _ => "",
    };

    public static string KindOf(ReportKind kind) => kind is ReportKind.RightOfReply ? "Hak jawab" : "Laporan kesalahan";

    public static string StateOf(ReportState state) => state switch
    {
        ReportState.New => "Baru",
        ReportState.InProgress => "Ditangani",
        ReportState.Answered => "Dijawab",
        _ => "Ditutup",
    };

    public static string HandledBy(ReaderReport report) => $"{StateOf(report.State)} oleh {report.HandledBy}, {Reading.IndonesianDates.Moment(report.HandledAt!.Value)}";
}
