using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Accounts;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The pages on which administrators look after accounts.</summary>
public static class AccountRoom
{
    public const string Menu = "Akun";
    public const string Heading = "Akun redaksi";
    public const string InviteHeading = "Undang orang baru";
    public const string Email = "Alamat e-mail";
    public const string Role = "Peran";
    public const string Invite = "Buat undangan";
    public const string InviteHint = "Portal ini tidak mengirim e-mail: salin atau cetak tautannya, lalu serahkan sendiri kepada orangnya.";
    public const string InviteMailed = "Tautannya dikirim lewat e-mail dan ditampilkan di sini, sehingga dapat juga disalin atau dicetak.";
    public const string ContributorHint = "Kontributor boleh membaca dan mengusulkan; hanya redaktur dan administrator yang memutuskan.";
    public const string WaitingHeading = "Undangan yang menunggu";
    public const string Withdraw = "Tarik undangan";
    public const string Table = "Tabel akun";
    public const string Account = "Akun";
    public const string Protection = "Pengaman";
    public const string LastSeen = "Terakhir terlihat";
    public const string Guesses = "Percobaan salah (1 jam)";
    public const string State = "Status";
    public const string Active = "aktif";
    public const string Inactive = "nonaktif";
    public const string TwoFactor = "dua langkah";
    public const string Passkey = "kunci sandi";
    public const string PasswordOnly = "kata sandi saja";
    public const string Never = "belum pernah";
    public const string RoleHeading = "Peran";
    public const string RoleHint = "Peran baru berlaku seketika: semua sesi akun ini berakhir dan orangnya masuk lagi.";
    public const string ChangeRole = "Ubah peran";
    public const string ResetHeading = "Kata sandi lupa";
    public const string ResetHint = "Tautan sekali pakai untuk membuat kata sandi baru. Serahkan sendiri kepada pemilik akun setelah Anda yakin siapa dia.";
    public const string MakeReset = "Buat tautan kata sandi baru";
    public const string TwoFactorHeading = "Ponsel dan kode pemulihan hilang";
    public const string TwoFactorHint = "Setelah dimatikan, kata sandi saja membuka akun ini sampai pemiliknya menyiapkan lagi.";
    public const string RemoveTwoFactor = "Matikan verifikasi dua langkah";
    public const string SessionsHeading = "Sesi";
    public const string EndSessions = "Akhiri semua sesi";
    public const string CloseHeading = "Penonaktifan";
    public const string CloseHint = "Akun nonaktif langsung keluar dari semua perangkat dan tidak dapat masuk. Catatan tindakannya tetap ada.";
    public const string Deactivate = "Nonaktifkan akun";
    public const string Reactivate = "Aktifkan kembali";
    public const string Back = "Semua akun";
    public const string LinkHeading = "Tautan sekali pakai";
    public const string LinkOnce = "Tautan ini hanya ditampilkan sekarang. Salin atau cetak halaman ini.";
    public const string AuditLink = "Catatan tindakan atas akun ini";

    public static string LinkFor(AccountLink link) => link.Purpose is LinkPurpose.Invitation
        ? $"Undangan untuk {link.Email} sebagai {Texts.Account.RoleName(link.Role!)}"
        : $"Kata sandi baru untuk {link.Email}";

    public static string Until(DateTime at) => $"Berlaku sampai {Reading.IndonesianDates.Moment(at)}.";

    public static string WithdrawOf(string email) => $"{Withdraw} untuk {email}";

    public static string SessionsNow(int count) => count == 0 ? "Sedang tidak masuk di mana pun." : $"Sedang masuk di {Reading.IndonesianDates.Number(count)} tempat.";

    /// <summary>What became of an act, by the word that the address carries; null for words of somebody else.</summary>
    public static string? Result(string? word) => word switch
    {
        "peran" => "Peran sudah diubah.",
        "nonaktif" => "Akun sudah dinonaktifkan.",
        "aktif" => "Akun sudah aktif kembali.",
        "dua-langkah" => "Verifikasi dua langkah sudah dimatikan.",
        "sesi" => "Semua sesi sudah diakhiri.",
        "tarik" => "Undangan sudah ditarik.",
        "tetap" => "Tidak ada yang perlu diubah.",
        "terakhir" => "Ditolak: ini administrator aktif yang terakhir. Angkat administrator lain dahulu.",
        _ => null,
    };

    public static string WordFor(AccountAnswer answer, string done) => answer switch
    {
        AccountAnswer.Done => done,
        AccountAnswer.LastAdministrator => "terakhir",
        _ => "tetap",
    };
}
