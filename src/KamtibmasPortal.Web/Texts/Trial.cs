using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The page that shows what a source would give.</summary>
public static class Trial
{
    public const string Nothing = "Tidak ada yang disimpan.";
    public const string TooLong = "Uji ini terlalu lama dan dihentikan. Situsnya mungkin sangat lambat; coba lagi nanti.";
    public const string Empty = "Daftarnya dapat dibaca, tetapi kosong.";
    public const string ReadInFull = "Dibaca sampai isinya";
    public const string Others = "Selebihnya, seperti diumumkan";
    public const string NoTitle = "(tanpa judul)";
    public const string NoDate = "Tanpa tanggal";
    public const string NoTags = "Tidak ada tanda yang dapat dipastikan.";
    public const string Tags = "Tanda dan dasarnya";
    public const string WouldWait = "Akan menunggu redaksi karena isinya peka.";
    public const string Again = "Uji lagi";
    public const string BackToSource = "Kembali ke sumber";

    public static string Heading(string name) => $"Uji “{name}”";

    public static string Announced(int count) => $"{IndonesianDates.Number(count)} butir diumumkan";

    public static string More(int count) => $"… dan {IndonesianDates.Number(count)} butir lagi.";
}
