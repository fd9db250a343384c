namespace KamtibmasPortal.Web.Texts;

public static class Home
{
    public const string Title = "Berita terbaru";
    public const string Heading = "Berita keamanan terbaru";
    public const string Topics = "Topik";
    public const string Regions = "Wilayah teramai";
    public const string AllRegions = "Semua wilayah";
    public const string NoArticles = "Belum ada berita yang terbit.";
    public const string NoSources = "Portal ini belum membaca sumber mana pun. Pengelola menambahkan sumber pertama lewat konfigurasi, lalu menyalakan ulang portal:";
    public const string SourceExample = "Sources__0__Name=\"Humas Polres\"\nSources__0__Kind=Folder\nSources__0__Address=/srv/rilis\nSources__0__Publisher=\"Polres Singkawang\"\nSources__0__Trust=Publish";
    public const string NoArticlesHint = "Berita muncul di sini setelah sumber pertama dibaca dan, bila perlu, disetujui redaksi.";
}
