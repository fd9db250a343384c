namespace KamtibmasPortal.Web.Texts;

/// <summary>What stands around every page.</summary>
public static class Site
{
    public const string Tagline = "Berita keamanan dan ketertiban masyarakat, terpilah menurut wilayah, instansi, dan topik";
    public const string SkipToContent = "Langsung ke isi";
    public const string MainMenu = "Menu utama";
    public const string FooterMenu = "Tentang situs ini";
    public const string Home = "Beranda";
    public const string Regions = "Wilayah";
    public const string Agencies = "Instansi";
    public const string Topics = "Topik";
    public const string Sources = "Sumber";
    public const string About = "Tentang";
    public const string Desk = "Redaksi";
    public const string Feed = "Langganan (Atom)";
    public const string OpenData = "Data terbuka (API)";
    public const string Promise = "Setiap tanda pada berita disertai kata-kata yang menjadi dasarnya.";
    public const string Breadcrumb = "Jejak halaman";
    public const string CountUnit = "berita";

    public static string PageTitle(string title, string portal) => $"{title} – {portal}";

    public static string PublishedBy(string publisher) => $"Diterbitkan oleh {publisher}";

    public static string ArticleCount(int count) => count == 0 ? "Belum ada berita" : $"{Reading.IndonesianDates.Number(count)} berita";
}
