using KamtibmasPortal.News.Editing;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Texts;

/// <summary>Withdrawing everything of a source.</summary>
public static class WithdrawRoom
{
    public const string Heading = "Tarik semua berita";
    public const string Hint = "Semua berita sumber ini yang sedang terbit tidak lagi ditampilkan, dengan satu alasan untuk publik. Dapat dibatalkan.";
    public const string Samples = "Di antaranya";
    public const string Nothing = "Tidak ada berita yang sedang terbit dari sumber ini.";
    public const string Reason = "Alasan untuk publik";
    public const string ReasonHint = "Tampil pada alamat setiap berita dan pada halaman ralat; 15 sampai 1.000 huruf.";
    public const string ReasonWrong = "Tulis alasannya, 15 sampai 1.000 huruf.";
    public const string Pause = "Jeda sumber ini juga, agar tidak ada berita baru yang terbit";
    public const string Confirm = "Tarik semuanya";
    public const string Running = "Penarikan sedang berjalan dan terus berlanjut di latar belakang. Muat ulang halaman ini untuk melihat kemajuannya.";
    public const string Undoing = "Berita sedang dikembalikan dan terus berlanjut di latar belakang. Muat ulang halaman ini untuk melihat kemajuannya.";
    public const string Reload = "Muat ulang";
    public const string Stop = "Hentikan";
    public const string StopHint = "Yang sudah ditarik tetap ditarik; sesudah dihentikan semuanya dapat dibatalkan.";
    public const string BackToSource = "Kembali ke sumber";

    public static string HeadingFor(string name) => $"Tarik semua berita “{name}”?";

    public static string Count(WithdrawalPreview found)
    {
        var text = $"{IndonesianDates.Number(found.Published)} berita yang sedang terbit akan ditarik.";
        text += found.Waiting > 0 ? $" {IndonesianDates.Number(found.Waiting)} berita yang menunggu tetap dalam antrean." : "";
        return text + (found.Withdrawn > 0 ? $" {IndonesianDates.Number(found.Withdrawn)} sudah ditarik sebelumnya." : "");
    }

    public static string Done(int count) => $"{IndonesianDates.Number(count)} berita ditarik.";

    public static string SoFar(int count) => $"{IndonesianDates.Number(count)} berita sudah ditarik sejauh ini.";

    public static string Undone(int back, int left) =>
        left == 0 ? $"{IndonesianDates.Number(back)} berita dikembalikan." : $"{IndonesianDates.Number(back)} berita dikembalikan; {IndonesianDates.Number(left)} dibiarkan karena sudah diubah orang lain sesudahnya.";

    public static string UndoneSoFar(int back, int left) => $"{IndonesianDates.Number(back)} berita sudah dikembalikan, {IndonesianDates.Number(left)} lagi menunggu.";
}
