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

    public const string OpenAgain = "Buka halaman itu lagi di tab baru";
    public const string KeptHeading = "Yang Anda ketik";
    public const string KeptHint = "Salin sebelum menutup halaman ini.";

    public static string FieldName(string name) => name switch
    {
        "cells" => "Isian aturan",
        "note" => "Alasan",
        "Title" => "Judul",
        "Summary" => "Teras berita",
        "Note" => "Catatan redaksi",
        "reason" or "ground" => "Alasan",
        "answer" => "Jawaban",
        "publisher" => "Penerbit",
        "address" => "Alamat",
        "name" => "Nama",
        "selector" => "Pemilih CSS",
        _ => "Isi",
    };

    public static string Heading(int status) => status switch
    {
        400 => "Permintaan tidak dapat dibaca",
        401 => "Sesi Anda sudah berakhir",
        403 => "Anda tidak berwenang",
        404 => "Halaman tidak ditemukan",
        405 => "Cara ini tidak dilayani",
        413 => "Kiriman terlalu besar",
        429 => "Terlalu banyak permintaan",
        503 => "Penyimpanan sedang tidak dapat dihubungi",
        >= 500 => "Terjadi gangguan di pihak kami",
        _ => "Permintaan tidak dapat dilayani",
    };

    public static string Explanation(int status) => status switch
    {
        400 => "Ada bagian alamat atau formulir yang tidak sah atau sudah kedaluwarsa. Muat ulang halaman sebelumnya, lalu coba lagi.",
        401 => "Tidak ada yang disimpan, tetapi yang Anda ketik tidak hilang. Masuk lagi di tab baru, lalu salin isian di bawah ini ke sana.",
        403 => "Akun Anda tidak memiliki izin untuk tindakan ini. Hubungi administrator bila Anda memerlukannya.",
        404 => "Alamat ini tidak ada, atau beritanya tidak lagi kami muat.",
        405 => "Halaman ini hanya dapat dibuka, tidak dapat menerima kiriman.",
        413 => "Ukuran kiriman melebihi batas.",
        503 => "Tidak ada yang disimpan. Silakan coba lagi beberapa saat lagi; yang Anda ketik masih ada di bawah ini.",
        429 => "Silakan tunggu sebentar, lalu coba lagi.",
        >= 500 => "Kesalahan ini sudah tercatat. Silakan coba lagi beberapa saat lagi.",
        _ => "Silakan kembali ke beranda.",
    };
}
