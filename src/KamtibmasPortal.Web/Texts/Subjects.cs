namespace KamtibmasPortal.Web.Texts;

/// <summary>Pages of topics.</summary>
public static class Subjects
{
    public const string Title = "Topik";
    public const string Heading = "Berita menurut topik";
    public const string Intro = "Sebuah berita masuk ke suatu topik hanya bila isinya melaporkan perkara itu, bukan sekadar menyebutnya.";
    public const string Regions = "Provinsi dalam topik ini";
    public const string Agencies = "Instansi yang menangani";
    public const string Trend = "Dua belas bulan terakhir";
    public const string OnMap = "Lihat di peta provinsi";
    public const string FeedLink = "Langganan topik ini (Atom)";
    public const string Guide = "Tentang topik ini";

    public static string InMonth(string month, int count) => $"{month}: {Reading.IndonesianDates.Number(count)} berita";

    public static string HeadingOf(string topic) => topic;
}
