namespace KamtibmasPortal.Web.Texts;

/// <summary>Lists of articles, wherever they stand.</summary>
public static class Listing
{
    public const string Articles = "Berita";
    public const string Older = "Berita lebih lama";
    public const string Newest = "Kembali ke yang terbaru";
    public const string Empty = "Belum ada berita di halaman ini.";
    public const string Sample = "Contoh – artikel fiksi";
    public const string TitleDerived = "Judul dibuat otomatis dari kalimat pertama";
    public const string Search = "Cari di";
    public const string Feed = "Umpan berita halaman ini";
}
