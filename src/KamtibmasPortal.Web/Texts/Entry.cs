namespace KamtibmasPortal.Web.Texts;

/// <summary>The ways in: sign-in, second step, links that work once.</summary>
public static class Entry
{
    public const string Title = "Masuk";
    public const string Heading = "Masuk ke redaksi";
    public const string Email = "Alamat e-mail";
    public const string Password = "Kata sandi";
    public const string Submit = "Masuk";
    public const string Passkey = "Masuk dengan kunci sandi";
    public const string PasskeyRefused = "Kunci sandi itu tidak dikenal di sini, atau waktunya habis. Silakan coba lagi atau masuk dengan kata sandi.";
    public const string PasskeyFailed = "Peramban tidak memberikan kunci sandi.";
    public const string Forgotten = "Lupa kata sandi?";
    public const string ForgottenHeading = "Lupa kata sandi";
    public const string ForgottenHow = "Hubungi administrator redaksi Anda. Ia membuat tautan sekali pakai di halaman Akun dan menyerahkannya langsung kepada Anda; lewat tautan itu Anda membuat kata sandi baru.";
    public const string ForgottenWhy = "Portal ini sengaja tidak mengirim tautan kepada siapa pun yang mengetik alamat e-mail, dan tidak memberi tahu alamat mana yang punya akun.";
    public const string ForgottenMail = "Ketik alamat e-mail Anda. Bila ada akun dengan alamat itu, kami mengirim tautan untuk membuat kata sandi baru.";
    public const string ForgottenSubmit = "Kirim tautan";
    public const string ForgottenAsked = "Bila ada akun dengan alamat itu, tautannya sedang dikirim. Periksa juga folder spam. Tautan berlaku dua jam; permintaan berulang dalam sepuluh menit tidak dikirim lagi.";
    public const string ForgottenShell = "Administrator terakhir yang lupa kata sandinya dapat membuat akun administrator baru dengan perintah create-editor di server.";
    public const string BackToSignIn = "Kembali ke halaman masuk";
    public const string CodeHeading = "Langkah kedua";
    public const string CodeHint = "Ketik kode enam angka dari aplikasi autentikator, atau salah satu kode pemulihan.";
    public const string Code = "Kode";
    public const string CodeRefused = "Kode itu tidak cocok. Setelah lima kali salah, akun dikunci selama 15 menit.";
    public const string InvitationHeading = "Selamat datang di redaksi";
    public const string ResetHeading = "Kata sandi baru";
    public const string DeadHeading = "Tautan tidak berlaku";
    public const string Dead = "Tautan ini sudah dipakai, ditarik, atau lewat waktunya. Mintalah tautan baru kepada administrator redaksi.";
    public const string NewPassword = "Kata sandi baru";
    public const string NewPasswordAgain = "Kata sandi baru sekali lagi";
    public const string Join = "Buat akun";
    public const string Replace = "Simpan kata sandi";
    public const string PasswordHint = "Sedikitnya 12 karakter. Beberapa kata yang tidak berkaitan lebih kuat dan lebih mudah diingat daripada satu kata dengan angka.";

    /// <summary>One answer to every failure: which addresses have an account is nobody's business.</summary>
    public const string Refused = "Alamat e-mail atau kata sandi tidak cocok. Setelah lima kali salah, akun dikunci selama 15 menit.";

    public static string InvitedAs(string email, string role) => $"Anda diundang sebagai {Account.RoleName(role).ToLowerInvariant()} dengan alamat {email}. Buat kata sandi Anda.";

    public static string ResetFor(string email) => $"Untuk akun {email}. Semua sesi yang sedang masuk akan berakhir.";

    /// <summary>What happened before, by the word that the address carries; null for words of somebody else.</summary>
    public static string? Result(string? word) => word switch
    {
        "akun" => "Akun sudah dibuat. Silakan masuk.",
        "sandi" => "Kata sandi sudah diganti. Silakan masuk.",
        "langkah" => "Waktu untuk langkah kedua habis. Silakan masuk lagi.",
        _ => null,
    };
}
