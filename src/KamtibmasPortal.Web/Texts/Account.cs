namespace KamtibmasPortal.Web.Texts;

/// <summary>Refusals about accounts and passwords.</summary>
public static class Account
{
    public const string Unknown = "Terjadi kesalahan yang tidak dikenali.";
    public const string ChangedMeanwhile = "Akun ini baru saja diubah di tempat lain. Silakan ulangi.";
    public const string WrongPassword = "Kata sandi salah.";
    public const string InvalidToken = "Kode tidak berlaku atau sudah kedaluwarsa.";
    public const string LoginTaken = "Cara masuk ini sudah dipakai akun lain.";
    public const string HasPassword = "Akun ini sudah memiliki kata sandi.";
    public const string NoLockout = "Penguncian tidak berlaku untuk akun ini.";
    public const string NeedsSign = "Kata sandi harus memuat sedikitnya satu tanda baca.";
    public const string NeedsDigit = "Kata sandi harus memuat sedikitnya satu angka.";
    public const string NeedsLower = "Kata sandi harus memuat sedikitnya satu huruf kecil.";
    public const string NeedsUpper = "Kata sandi harus memuat sedikitnya satu huruf kapital.";

    public const string CommonPassword = "Kata sandi ini termasuk yang pertama dicoba orang. Pilih yang tidak lazim, misalnya beberapa kata yang tidak berkaitan.";
    public const string PersonalPassword = "Kata sandi ini dibuat dari alamat e-mail Anda atau nama portal. Pilih yang lain.";

    public static string InvalidEmail(string? email) => $"“{email}” bukan alamat e-mail yang sah.";

    public static string EmailTaken(string email) => $"Sudah ada akun dengan alamat {email}.";

    public static string InvalidRole(string? role) => $"Peran “{role}” tidak sah.";

    public static string RoleTaken(string role) => $"Peran “{role}” sudah ada.";

    public static string InRole(string role) => $"Akun ini sudah berperan sebagai {role}.";

    public static string NotInRole(string role) => $"Akun ini tidak berperan sebagai {role}.";

    public static string TooShort(int length) => $"Kata sandi harus terdiri atas sedikitnya {length} karakter.";

    public static string TooUniform(int unique) => $"Kata sandi harus memuat sedikitnya {unique} karakter yang berbeda.";

    public static string RoleName(string role) => role switch
    {
        News.Model.EditorRoles.Administrator => "Administrator",
        News.Model.EditorRoles.Editor => "Redaktur",
        _ => "Kontributor",
    };
}
