using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Texts;

/// <summary>How a source is doing, in words for everybody.</summary>
public static class Pulse
{
    public const string All = "seluruhnya";
    public const string Month = "30 hari terakhir";
    public const string Day = "24 jam terakhir";
    public const string NotYet = "Belum pernah dibaca; segera dibaca untuk pertama kali.";
    public const string LastRead = "Terakhir dibaca";
    public const string TryAgain = "Akan dicoba lagi secara otomatis.";

    /// <summary>"setiap 12 menit"; days and hours without a rest that nobody needs.</summary>
    public static string Every(double minutes) => minutes switch
    {
        < 59.5 => $"setiap {IndonesianDates.Number(Math.Max(1, (int)Math.Round(minutes)))} menit",
        < 90 => "setiap jam",
        < 23.5 * 60 => $"setiap {IndonesianDates.Number((int)Math.Round(minutes / 60))} jam",
        < 36 * 60 => "sekali sehari",
        _ => $"setiap {IndonesianDates.Number((int)Math.Round(minutes / 1440))} hari",
    };

    public static string ReadEvery(double minutes) => $"dibaca kira-kira {Every(minutes)}";

    /// <summary>"12 menit lalu", and the moment itself when it lies more than a day back.</summary>
    public static string Ago(DateTime at, DateTime now) => (now - at).TotalMinutes switch
    {
        < 1 => "baru saja",
        < 60 and var minutes => $"{(int)minutes} menit lalu",
        < 1440 and var minutes => $"{(int)(minutes / 60)} jam lalu",
        _ => IndonesianDates.Moment(at),
    };

    /// <summary>What is odd, for residents.</summary>
    public static string Odd(SourceSign sign, FailureReason? reason) => sign switch
    {
        SourceSign.Broken => $"Saat ini tidak dapat dibaca. {(reason is { } fault ? Outlets.FaultOf(fault) : "")} {TryAgain}",
        SourceSign.Silent => "Sudah jauh lebih lama dari biasanya tidak memuat berita baru.",
        SourceSign.Flooding => "Dalam sehari ini memuat jauh lebih banyak berita daripada biasanya.",
        SourceSign.Dateless => "Hampir semua beritanya tidak bertanggal.",
        _ => "Semua yang diumumkannya belakangan ini sudah pernah dimuat.",
    };
}
