using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Stories;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Texts;

/// <summary>Stories: articles on one event, called peristiwa on pages.</summary>
public static class Events
{
    public const string Kind = "Peristiwa";
    public const string Timeline = "Lini masa pemberitaan";
    public const string First = "paling awal";
    public const string OwnReport = "Laporan mandiri";
    public const string SharedHeading = "Kalimat yang sama";
    public const string Disagreements = "Yang diberitakan berbeda";
    public const string DisagreementsIntro = "Keterangan yang tidak sama antarmedia, dengan kata-kata masing-masing. Kami tidak menentukan mana yang benar.";
    public const string How = "Berita dikelompokkan otomatis menurut tempat, tanggal, instansi, dan rincian yang diceritakan; redaksi dapat membetulkannya.";
    public const string Related = "Berita terkait";
    public const string Elsewhere = "Berita lain dari wilayah ini";
    public const string SameTopic = "Berita lain dalam topik ini";
    public const string RelatedAll = "Seluruh pemberitaan peristiwa ini";

    public static string Outlets(StoryFold story) => story.Publishers > 1 ? $"{IndonesianDates.Number(story.Publishers)} media memberitakan" : $"{IndonesianDates.Number(story.Articles)} berita tentang peristiwa ini";

    /// <summary>"3 media, 2 laporan mandiri".</summary>
    public static string Counts(StoryView story) => $"{IndonesianDates.Number(story.Publishers)} media, {IndonesianDates.Number(story.Reports)} laporan mandiri";

    public static string Shown(StoryView story) => $"{IndonesianDates.Number(story.Members.Count)} dari {IndonesianDates.Number(story.Articles)} berita ditampilkan.";

    public static string Description(StoryView story) => $"{Counts(story)} tentang peristiwa yang sama: {story.Title}";

    /// <summary>Stands before the name of the other outlet.</summary>
    public static string Relation(StoryMember member) => member.Relation switch
    {
        StoryRelation.Identical => "Teks sama persis dengan berita",
        StoryRelation.Reprint => $"Memuat ulang teks yang sama ({Percent(member.Share)}) dengan berita",
        _ => $"Disusun ulang dengan sebagian kalimat yang sama ({Percent(member.Share)}) dari berita",
    };

    public static string About(ToldDisagreement disagreement) => disagreement.Kind switch
    {
        DisagreementKind.Date => "Tanggal kejadian",
        DisagreementKind.Place => "Tempat kejadian",
        _ => Counted(disagreement.About),
    };

    private static string Counted(string about) => about switch
    {
        "tewas" => "Jumlah orang meninggal",
        "luka" => "Jumlah orang terluka",
        "hilang" => "Jumlah orang hilang",
        "mengungsi" => "Jumlah pengungsi",
        "tersangka" => "Jumlah tersangka",
        "ditangkap" => "Jumlah orang yang ditangkap",
        "personel" => "Jumlah personel",
        "peserta" => "Jumlah peserta",
        _ => about.Split(' ') switch
        {
            ["keluarga" or "rumah", var fate] => $"Jumlah {about.Split(' ')[0]} {(fate == "ditangkap" ? "terdampak" : fate)}",
            ["gram", var goods] => $"Berat {goods}",
            ["hektare", var goods] => $"Luas {goods}",
            ["rupiah", "rugi"] => "Nilai kerugian",
            ["rupiah", var what] => $"Nilai {what}",
            [var unit, var goods] => $"Banyaknya {goods} ({unit})",
            _ => about,
        },
    };

    private static string Percent(double share) => $"{Math.Round(share * 100):0}%";
}
