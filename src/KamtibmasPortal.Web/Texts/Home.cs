using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

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
    public const string Lead = "Berita utama";
    public const string Today = "Hari ini";
    public const string Yesterday = "Kemarin";
    public const string Strips = "Menurut topik";
    public const string Rising = "Sedang naik";
    public const string RisingHint = "Lebih ramai daripada biasanya dalam 48 jam terakhir.";

    public const string Mine = "Wilayah saya";
    public const string MineInvitation = "Baca dulu kabar dari kecamatan atau kelurahan Anda. Pilihannya disimpan di peramban ini saja.";
    public const string MineChange = "Ganti wilayah";
    public const string MineForget = "Hapus pilihan";
    public const string MineEmpty = "Belum ada berita dari wilayah ini.";
    public const string MineUnread = "Berita wilayah ini belum dapat dimuat.";

    public static string AllOf(string topic) => $"Semua berita {topic}";

    /// <summary>"7 berita, biasanya 2".</summary>
    public static string Risen(Rise rise) => $"{IndonesianDates.Number(rise.Recent)} berita, biasanya {(rise.Usual < 0.5 ? "hampir tidak ada" : IndonesianDates.Number((int)Math.Round(rise.Usual)))}";
}
