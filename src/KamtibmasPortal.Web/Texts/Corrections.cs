using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Texts;

/// <summary>Public corrections, replies and withdrawals.</summary>
public static class Corrections
{
    public const string Title = "Ralat";
    public const string Description = "Catatan ralat, hak jawab, dan penarikan berita pada portal ini.";
    public const string Intro = "Setiap kekeliruan yang kami perbaiki, setiap hak jawab, dan setiap berita yang kami tarik dicatat di sini beserta alasannya. Catatan ini tidak dihapus diam-diam.";
    public const string None = "Belum ada ralat.";
    public const string OnArticle = "Ralat dan hak jawab";
    public const string InLog = "Lihat pada catatan ralat";
    public const string WithdrawnArticle = "Berita yang sudah ditarik";
    public const string WithdrawnHeading = "Berita ini sudah ditarik";
    public const string Newer = "Yang lebih baru";
    public const string Older = "Yang lebih lama";
    public const string BackOnline = "Berita ini kemudian terbit kembali.";

    public const string WholeSource = "Penarikan seluruh berita satu sumber";

    public static string SourceCount(int count) => $"{Reading.IndonesianDates.Number(count)} berita tidak lagi ditampilkan.";

    public static string SourceBack(DateTime at) => $"Penarikan ini dibatalkan pada {Reading.IndonesianDates.Moment(at)}; beritanya terbit kembali.";

    public static string KindOf(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Correction => "Ralat",
        CorrectionKind.Reply => "Hak jawab",
        _ => "Penarikan",
    };

    public static string WithdrawnOn(string publisher, DateTime at) => $"Berita dari {publisher} ini ditarik redaksi pada {Reading.IndonesianDates.Moment(at)}.";
}
