using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The page of all acts of the redaksi.</summary>
public static class AuditRoom
{
    public const string Menu = "Audit";
    public const string Heading = "Catatan tindakan";
    public const string Intro = "Setiap tindakan redaksi tercatat selamanya: siapa, kapan, apa, sebelum dan sesudahnya. Catatan tidak dapat diubah atau dihapus.";
    public const string WithoutAccounts = "Tindakan atas akun hanya dapat dibaca administrator.";
    public const string Who = "Siapa";
    public const string Act = "Tindakan";
    public const string AnyAct = "Semua tindakan";
    public const string Subject = "Objek";
    public const string Words = "Kata";
    public const string From = "Sejak";
    public const string To = "Sampai";
    public const string Search = "Cari";
    public const string Reset = "Tampilkan semua";
    public const string Table = "Tabel tindakan";
    public const string When = "Waktu";
    public const string Change = "Sebelum → sesudah";
    public const string Detail = "Keterangan";
    public const string Nothing = "Tidak ada tindakan yang cocok.";
    public const string Older = "Yang lebih lama";
    public const string Newest = "Ke yang terbaru";
    public const string Export = "Unduh CSV";
    public const string None = "—";
    public const string Arrow = "→";

    public static string WhoOf(string editor) => editor switch
    {
        AuditActs.Shell => "perintah di server",
        AuditActs.Configuration => "konfigurasi portal",
        _ => editor,
    };

    /// <summary>An act in words; one of another version of the portal by its stored name.</summary>
    public static string ActOf(string act) => act switch
    {
        AuditActs.Publish => "Menerbitkan berita",
        AuditActs.Reject => "Menolak berita",
        AuditActs.Erase => "Menghapus berita permanen",
        "source.Pause" => "Menjeda sumber",
        "source.Resume" => "Melanjutkan sumber",
        "source.PollNow" => "Membaca sumber sekarang",
        "source.StartBackfill" => "Memulai pembacaan arsip sumber",
        "source.StopBackfill" => "Menghentikan pembacaan arsip sumber",
        AuditActs.SourceAdd => "Menambah sumber",
        AuditActs.SourceChange => "Mengubah sumber",
        AuditActs.SourceWithdraw => "Menarik semua berita sumber",
        AuditActs.SourceWithdrawStop => "Menghentikan penarikan berita sumber",
        AuditActs.SourceWithdrawUndo => "Membatalkan penarikan berita sumber",
        AuditActs.SourceInterval => "Mengubah selang baca sumber",
        AuditActs.SourceRemove => "Menghapus sumber",
        AuditActs.StoryMerge => "Menggabungkan peristiwa",
        AuditActs.StorySplit => "Memisahkan peristiwa",
        AuditActs.StoryMove => "Memindahkan berita ke peristiwa lain",
        AuditActs.Retag => "Menandai ulang arsip",
        AuditActs.RetagUndo => "Membatalkan penandaan ulang",
        RuleActs.Draft => "Mengusulkan aturan",
        RuleActs.Apply => "Menerapkan aturan",
        RuleActs.Undo => "Membatalkan aturan",
        RuleActs.Discard => "Membuang usulan aturan",
        AuditActs.Import => "Memuat berkas dari folder",
        AuditActs.SignIn => "Masuk",
        AuditActs.SignOut => "Keluar",
        AuditActs.Create => "Membuat akun",
        AuditActs.Invite => "Mengundang",
        AuditActs.WithdrawInvitation => "Menarik undangan",
        AuditActs.Join => "Menerima undangan",
        AuditActs.Role => "Mengubah peran",
        AuditActs.Deactivate => "Menonaktifkan akun",
        AuditActs.Reactivate => "Mengaktifkan kembali akun",
        AuditActs.ResetLink => "Membuat tautan kata sandi baru",
        AuditActs.PasswordReset => "Mengganti kata sandi lewat tautan",
        AuditActs.PasswordChange => "Mengganti kata sandi",
        AuditActs.TwoFactorOn => "Menyalakan verifikasi dua langkah",
        AuditActs.TwoFactorOff => "Mematikan verifikasi dua langkah",
        AuditActs.RecoveryCodes => "Membuat kode pemulihan baru",
        AuditActs.PasskeyAdd => "Menambah kunci sandi",
        AuditActs.PasskeyRemove => "Menghapus kunci sandi",
        AuditActs.SessionsEnd => "Mengakhiri sesi",
        _ => DeskActWords.Of(act),
    };

    /// <summary>Stored values that are words of the portal; anything else is shown as it is.</summary>
    public static string? ValueOf(string? value) => value switch
    {
        nameof(ReviewState.Pending) => "menunggu",
        nameof(ReviewState.Published) => "terbit",
        nameof(ReviewState.Rejected) => "ditolak",
        nameof(ReviewState.Withdrawn) => "ditarik",
        "Paused" => "dijeda",
        "Active" => "aktif",
        "Inactive" => "nonaktif",
        nameof(BackfillState.Running) => "berjalan",
        nameof(BackfillState.Stopped) => "berhenti",
        nameof(BackfillState.Done) => "selesai",
        "auto" => "mengikuti kebiasaan",
        EditorRoles.Administrator or EditorRoles.Editor or EditorRoles.Contributor => Account.RoleName(value),
        nameof(EntryWay.Password) => "kata sandi",
        nameof(EntryWay.Code) => "kata sandi dan kode sekali pakai",
        nameof(EntryWay.RecoveryCode) => "kata sandi dan kode pemulihan",
        nameof(EntryWay.Passkey) => "kunci sandi",
        _ => value,
    };
}
