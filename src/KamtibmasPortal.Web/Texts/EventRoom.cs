using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The redaksi's pages on stories.</summary>
public static class EventRoom
{
    public const string Menu = "Peristiwa";
    public const string Heading = "Tanggal yang bertentangan";
    public const string Intro = "Tanggal pada berita ini berbeda dari berita lain tentang peristiwa yang sama.";
    public const string NoConflicts = "Tidak ada tanggal yang bertentangan.";
    public const string StoryHeading = "Susunan peristiwa";
    public const string Hint = "Keputusan redaksi di sini final: tidak akan diubah oleh mesin.";
    public const string Public = "Lihat halaman publik";
    public const string Pinned = "ditetapkan redaksi";
    public const string Choose = "Pilih berita";
    public const string Target = "Alamat atau ID peristiwa lain";
    public const string Split = "Pisahkan yang dipilih menjadi peristiwa sendiri";
    public const string Move = "Pindahkan yang dipilih ke peristiwa itu";
    public const string Merge = "Gabungkan dengan peristiwa itu";
    public const string ReadOnly = "Peran Anda boleh melihat susunan ini, tetapi tidak mengubahnya.";
    public const string OfArticle = "Peristiwa berita ini";
    public const string Open = "Buka susunan peristiwa";

    public static string Conflict(DeskMember member) =>
        member is { ConflictDay: { } own, AgreedDay: { } others } ? $"Menyebut {IndonesianDates.Day(own)}, sedangkan yang lain {IndonesianDates.Day(others)}." : "";

    public static string WordFor(StoryDecision answer) => answer switch
    {
        StoryDecision.Done => "selesai",
        StoryDecision.NotFound => "tiada",
        _ => "tetap",
    };

    /// <summary>What became of a decision, by the word that the address carries; null for words of somebody else.</summary>
    public static string? Result(string? word) => word switch
    {
        "selesai" => "Susunan peristiwa sudah diubah.",
        "tiada" => "Peristiwa atau berita itu tidak ditemukan. Tidak ada yang diubah.",
        "tetap" => "Tidak ada yang perlu diubah.",
        _ => null,
    };
}
