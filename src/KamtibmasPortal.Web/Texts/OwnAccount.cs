using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The pages on which somebody looks after the own account.</summary>
public static class OwnAccount
{
    public const string Menu = "Akun saya";
    public const string Heading = "Akun saya";
    public const string PasswordHeading = "Kata sandi";
    public const string Present = "Kata sandi sekarang";
    public const string Wanted = "Kata sandi baru";
    public const string Again = "Kata sandi baru sekali lagi";
    public const string Change = "Ganti kata sandi";
    public const string WrongPresent = "Kata sandi sekarang tidak cocok, atau sudah terlalu sering dicoba. Tunggu 15 menit bila perlu.";
    public const string NotAlike = "Kedua isian kata sandi baru tidak sama.";
    public const string TwoFactorHeading = "Verifikasi dua langkah";
    public const string TwoFactorOn = "Menyala. Selain kata sandi, Anda diminta kode dari aplikasi autentikator.";
    public const string TwoFactorOff = "Belum menyala. Siapa pun yang tahu kata sandi Anda dapat masuk.";
    public const string TwoFactorSetUp = "Siapkan verifikasi dua langkah";
    public const string TwoFactorLook = "Kelola verifikasi dua langkah";
    public const string TwoFactorNeeded = "Portal ini mewajibkan verifikasi dua langkah. Siapkan dahulu; setelah itu semua halaman redaksi terbuka. Bila sudah punya kunci sandi, keluar lalu masuk dengan kunci itu.";
    public const string ScanHeading = "1. Pindai kode ini";
    public const string ScanHint = "Buka aplikasi autentikator di ponsel (misalnya Aegis, FreeOTP, atau Google Authenticator), lalu pindai gambar ini.";
    public const string ScanAlt = "Kode QR untuk aplikasi autentikator";
    public const string TypeHint = "Tidak dapat memindai? Ketik kunci ini di aplikasi:";
    public const string CodeHeading = "2. Ketik kode dari aplikasi";
    public const string Code = "Kode enam angka";
    public const string TurnOn = "Nyalakan";
    public const string WrongCode = "Kode itu tidak cocok. Periksa jam di ponsel, lalu ketik kode yang baru muncul.";
    public const string TurnOff = "Matikan";
    public const string TurnOffHeading = "Matikan verifikasi dua langkah";
    public const string CodesHeading = "Kode pemulihan";
    public const string CodesIntro = "Simpan atau cetak kode ini sekarang: hanya ditampilkan sekali. Tiap kode menggantikan ponsel Anda satu kali.";
    public const string CodesNew = "Buat kode pemulihan baru";
    public const string CodesNewHint = "Kode yang lama tidak berlaku lagi.";
    public const string CodesDone = "Kode sudah saya simpan";
    public const string PasskeyHeading = "Kunci sandi";
    public const string PasskeyHint = "Dengan kunci sandi Anda masuk memakai sidik jari, wajah, atau PIN perangkat, tanpa kata sandi dan tanpa kode.";
    public const string PasskeyNeedsScript = "Menambah kunci sandi memerlukan JavaScript dan peramban yang mendukungnya. Semua yang lain di redaksi berjalan tanpa itu.";
    public const string PasskeyName = "Nama kunci";
    public const string PasskeyNameHint = "Misalnya: ponsel, laptop kantor.";
    public const string PasskeyAdd = "Tambah kunci sandi";
    public const string PasskeyRemove = "Hapus";
    public const string PasskeyNone = "Belum ada kunci sandi.";
    public const string PasskeyFailed = "Kunci sandi tidak jadi ditambahkan. Silakan coba lagi.";
    public const string PasskeyUnnamed = "Tanpa nama";
    public const string SessionsHeading = "Sesi yang sedang masuk";
    public const string SessionsTable = "Tabel sesi";
    public const string Device = "Perangkat";
    public const string Address = "Alamat IP";
    public const string Way = "Cara masuk";
    public const string Since = "Sejak";
    public const string Seen = "Terakhir terlihat";
    public const string ThisOne = "sesi ini";
    public const string End = "Akhiri";
    public const string EndOthers = "Akhiri semua sesi lain";
    public const string UnknownDevice = "Peramban tak dikenal";
    public const string BackToAccount = "Kembali ke akun saya";

    public static string CodesLeft(int count) => $"Kode pemulihan yang tersisa: {count}.";

    public static string RoleLine(string role) => $"Peran: {Account.RoleName(role)}";

    public static string EndSession(string device) => $"Akhiri sesi {device}";

    public static string RemoveKey(string name) => $"Hapus kunci sandi {name}";

    public static string MadeAt(DateTime at) => $"dibuat {Reading.IndonesianDates.Moment(at)}";

    public static string WayOf(EntryWay way) => AuditRoom.ValueOf(way.ToString())!;

    /// <summary>What became of a form, by the word that the address carries; null for words of somebody else.</summary>
    public static string? Result(string? word) => word switch
    {
        "sandi" => "Kata sandi sudah diganti. Semua sesi lain sudah diakhiri.",
        "mati" => "Verifikasi dua langkah sudah dimatikan.",
        "kunci" => "Kunci sandi sudah ditambahkan.",
        "kunci-hapus" => "Kunci sandi sudah dihapus.",
        "sesi" => "Sesi sudah diakhiri.",
        "sesi-tiada" => "Tidak ada sesi lain.",
        _ => null,
    };
}
