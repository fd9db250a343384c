namespace KamtibmasPortal.Web.Texts;

public static class Home
{
    public const string Title = "Berita terbaru";
    public const string Heading = "Berita keamanan terbaru";
    public const string Older = "Berita sebelumnya";
    public const string Topics = "Topik";
    public const string Regions = "Wilayah teramai";
    public const string AllRegions = "Semua wilayah";
    public const string FindPlace = "Cari wilayah";
    public const string NoArticles = "Belum ada berita yang terbit.";
    public const string NoArticlesHint = "Berita muncul di sini setelah sumber pertama dibaca dan, bila perlu, disetujui redaksi.";
}
