using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The page of one article.</summary>
public static class Story
{
    public const string Cite = "Kutip berita ini";
    public const string AccessedOn = "diakses";
    public const string Original = "Baca di situs penerbit";
    public const string ExcerptNote = "Penerbit mengizinkan kami memuat cuplikan saja.";
    public const string CaptionLabel = "Keterangan foto";
    public const string TagsHeading = "Dasar penandaan";
    public const string TagsIntro = "Berita ini dipilah secara otomatis. Di bawah setiap tanda tertulis kata-kata yang menjadi dasarnya.";
    public const string Legend = "Sorotan dalam teks:";
    public const string Regions = "Wilayah";
    public const string Agencies = "Instansi";
    public const string Topics = "Topik";
    public const string NoRegions = "Tidak ada wilayah yang dapat dipastikan.";
    public const string NoAgencies = "Tidak ada instansi yang disebut.";
    public const string NoTopics = "Tidak termasuk topik mana pun.";
    public const string MainRegion = "wilayah utama";
    public const string MainTopic = "topik utama";
    public const string ShowInText = "Tunjukkan dalam teks";
    public const string SetByEditor = "ditetapkan redaksi";

    public const string SeeHistory = "lihat riwayat perubahan";

    /// <summary>Stands before <see cref="SeeHistory"/>.</summary>
    public static string Changed(int times) => $"Diubah {IndonesianDates.Number(times)} kali oleh penerbit;";

    public static string Gone(DateTime since) => $"Penerbit telah menghapus berita ini dari situsnya; dilihat terakhir sebelum {IndonesianDates.Moment(since)}.";

    public static string By(string author) => $"Oleh {author}";

    public static string OriginalAt(string publisher) => $"Baca selengkapnya di {publisher}";

    public static string Quotations(int count) => count == 1 ? "1 kutipan" : $"{count} kutipan";

    public static string InParent(string name, string? parent) => parent is null ? name : $"{name}, {parent}";

    public static string Role(EvidenceRole role) => role switch
    {
        EvidenceRole.Title => "judul",
        EvidenceRole.Dateline => "titimangsa",
        EvidenceRole.Lead => "teras berita",
        EvidenceRole.Caption => "keterangan foto",
        _ => "isi berita",
    };

    /// <summary>Where the words stand, and as what they were read.</summary>
    public static string Ground(EvidenceRole role, string rule) => Reading(rule) is { } words ? $"Di {Role(role)}, sebagai {words}" : $"Di {Role(role)}";

    /// <summary>A rule in words; a rule that has none here by its family.</summary>
    private static string? Reading(string rule) => rule switch
    {
        "region.dateline" => "nama wilayah di awal berita",
        "region.agency" => "nama wilayah dalam nama instansi",
        "region.cue" => "nama wilayah dengan tingkatannya",
        "region.chain" => "nama wilayah bersama wilayah di atasnya",
        "agency.head" => "jabatan pada instansi",
        "agency.reference" => "rujukan ke instansi yang sudah disebut",
        _ => rule.Split('.')[0] switch
        {
            "region" => "nama wilayah",
            "agency" => "nama instansi",
            "topic" => "kata kunci topik",
            _ => null,
        },
    };

    public static string Confidence(ArticleTag tag) => tag.Origin is TagOrigin.Editor ? SetByEditor : tag.Confidence switch
    {
        >= 0.9 => "sangat yakin",
        >= 0.75 => "yakin",
        >= 0.5 => "cukup yakin",
        _ => "kurang yakin",
    };

    public static string ArchivedAt(string portal, int version) => $"Diarsipkan di {portal}, versi {IndonesianDates.Number(version)}";
}
