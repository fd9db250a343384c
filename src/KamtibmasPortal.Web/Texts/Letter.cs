using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Texts;

/// <summary>What is mailed.</summary>
public static class Letter
{
    public static (string Subject, string Text) For(AccountLink link, string where, string portal) => link.Purpose is LinkPurpose.Invitation
        ? ($"Undangan ke redaksi {portal}", $"""
            Anda diundang ke redaksi {portal} sebagai {Account.RoleName(link.Role!).ToLowerInvariant()}.

            Buka tautan ini untuk membuat kata sandi Anda:
            {where}

            {AccountRoom.Until(link.ExpiresAt)} Tautan hanya dapat dipakai sekali.
            Bila Anda tidak mengenal undangan ini, abaikan saja surat ini.
            """)
        : ($"Kata sandi baru untuk redaksi {portal}", $"""
            Ada yang meminta kata sandi baru untuk akun Anda di redaksi {portal}.

            Buka tautan ini untuk membuatnya:
            {where}

            {AccountRoom.Until(link.ExpiresAt)} Tautan hanya dapat dipakai sekali.
            Bila bukan Anda yang meminta, abaikan surat ini: kata sandi Anda tidak berubah.
            """);
}
