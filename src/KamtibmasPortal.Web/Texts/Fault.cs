namespace KamtibmasPortal.Web.Texts;

/// <summary>Pages that say why there is nothing to show.</summary>
public static class Fault
{
    public const string GoHome = "Ke beranda";
    public const string FindPlace = "Cari wilayah";

    public const string InsecureHeading = "Redaksi hanya dapat dibuka lewat https";
    public const string InsecureExplanation =
        "Permintaan ini sampai ke portal tanpa https. Bila alamat di peramban Anda sudah berawalan https, proksi di depan portal belum dikenali: "
        + "pengelola perlu mencantumkan alamat proksi itu pada Portal__KnownProxies__0, lalu menyalakan ulang portal.";

    public static string Heading(int status) => status switch
    {
        400 => "Permintaan tidak dapat dibaca",
        403 => "Anda tidak berwenang",
        404 => "Halaman tidak ditemukan",
        405 => "Cara ini tidak dilayani",
        413 => "Kiriman terlalu besar",
        429 => "Terlalu banyak permintaan",
        >= 500 => "Terjadi gangguan di pihak kami",
        _ => "Permintaan tidak dapat dilayani",
    };

    public static string Explanation(int status) => status switch
    {
        400 => "Ada bagian alamat atau formulir yang tidak sah atau sudah kedaluwarsa. Muat ulang halaman sebelumnya, lalu coba lagi.",
        403 => "Akun Anda tidak memiliki izin untuk tindakan ini. Hubungi administrator bila Anda memerlukannya.",
        404 => "Alamat ini tidak ada, atau beritanya tidak lagi kami muat.",
        405 => "Halaman ini hanya dapat dibuka, tidak dapat menerima kiriman.",
        413 => "Ukuran kiriman melebihi batas.",
        429 => "Silakan tunggu sebentar, lalu coba lagi.",
        >= 500 => "Kesalahan ini sudah tercatat. Silakan coba lagi beberapa saat lagi.",
        _ => "Silakan kembali ke beranda.",
    };
}
