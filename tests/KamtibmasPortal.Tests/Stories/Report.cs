using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Stories;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.Tests.Stories;

/// <summary>Reports as the matcher is given them, tagged by hand.</summary>
internal static class Report
{
    private static readonly StoryProfiler Profiler = new(new WordReader());

    public const string Release =
        "GARUT – Polsek Tarogong Kidul menangkap pencuri pompa air berinisial DN (33) di Desa Mekarwangi, Senin (3/3/2025) pukul 02.15 WIB. Pelaku membawa tiga pompa dalam gerobak sayur."
        + "\n\nKapolsek Tarogong Kidul Kompol Asep Wiraguna menyebut pompa milik kelompok tani itu dilepas dengan kunci pipa, lalu ditutup daun singkong."
        + "\n\n\"Gerobaknya berat, padahal daun saja. Anggota curiga lalu menghentikan,\" ujar Asep, Selasa (4/3/2025)."
        + "\n\nKerugian petani ditaksir Rp14 juta. DN mengaku hendak menjual pompa ke bengkel di Leles dan kini ditahan di Mapolsek.";

    public const string Own =
        "Nana Suryana, ketua kelompok tani di Mekarwangi, Garut, mengenali pompanya dari goresan cat hijau. Mesin itu lenyap dari saluran irigasi ketika warga sahur."
        + "\n\nPencurinya, DN, kepergok patroli saat mendorong gerobak penuh daun singkong di jalan desa, Senin dini hari. Di bawah daun tersimpan tiga mesin pengisap air."
        + "\n\nKepada petugas Tarogong Kidul lelaki itu menyebut sebuah bengkel di Leles sebagai pembeli. Petani berharap sawah mereka segera teraliri lagi.";

    public static StoryText Text(string body, string title = "Pencuri Pompa Air Ditangkap", string? day = "2025-03-04", params string[] regions) =>
        new(title, body, day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), [.. (regions.Length == 0 ? ["32.05"] : regions).Where(r => r.Length > 0).Select((r, i) => new ArticleTag { Kind = TagKind.Region, Key = r, IsMain = i == 0 })]);

    public static StoryProfile Profile(StoryText text) => Profiler.Read(text);

    public static StoryProfile Profile(string body, string title = "Pencuri Pompa Air Ditangkap", string? day = "2025-03-04", params string[] regions) => Profile(Text(body, title, day, regions));

    /// <summary>An article with a number for an id, so that later ones sort behind earlier ones.</summary>
    public static StoryArticle Article(int number, StoryProfile profile, Guid? story = null, bool pinned = false) => new(Id(number), profile.PublishedDay ?? 0, profile, story, pinned);

    public static Guid Id(int number) => Guid.Parse($"00000000-0000-7000-8000-{number:D12}");

    public static string[] Paragraphs(string body) => body.Split("\n\n");

    public static string Body(params string[] paragraphs) => string.Join("\n\n", paragraphs);
}
