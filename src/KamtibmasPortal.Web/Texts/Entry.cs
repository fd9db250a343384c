namespace KamtibmasPortal.Web.Texts;

/// <summary>The sign-in.</summary>
public static class Entry
{
    public const string Title = "Masuk";
    public const string Heading = "Masuk ke redaksi";
    public const string Email = "Alamat e-mail";
    public const string Password = "Kata sandi";
    public const string Submit = "Masuk";

    /// <summary>One answer to every failure: which addresses have an account is nobody's business.</summary>
    public const string Refused = "Alamat e-mail atau kata sandi tidak cocok. Setelah lima kali salah, akun dikunci selama 15 menit.";
}
