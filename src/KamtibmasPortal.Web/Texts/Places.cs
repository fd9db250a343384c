using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Texts;

/// <summary>Pages of regions.</summary>
public static class Places
{
    public const string Title = "Wilayah";
    public const string Heading = "Berita menurut wilayah";
    public const string Intro = "Tiga puluh delapan provinsi beserta seluruh kabupaten, kota, kecamatan, kelurahan, dan desanya.";
    public const string SearchLabel = "Cari kecamatan, kelurahan, desa, kota, atau kode wilayah";
    public const string SearchHint = "Misalnya: Pasar Rebo";
    public const string SearchButton = "Cari wilayah";
    public const string SearchTooShort = "Ketik sedikitnya dua huruf.";
    public const string Suggestions = "Saran wilayah";
    public const string Provinces = "Provinsi";
    public const string Topics = "Topik di wilayah ini";
    public const string Agencies = "Instansi dalam berita";
    public const string Code = "Kode Kemendagri";
    public const string More = "Hanya sebagian hasil yang ditampilkan. Perjelas nama yang dicari, misalnya dengan nama kotanya.";
    public const string Follow = "Jadikan wilayah saya";
    public const string Following = "Wilayah saya";
    public const string FeedLink = "Langganan wilayah ini (Atom)";
    public const string Stay = "Ikuti wilayah ini";
    public const string StayHint = "Pilihan disimpan di peramban ini saja, tanpa akun.";

    public const string Map = "Peta berita";
    public const string MapHint = "Setiap kotak satu provinsi, kira-kira menurut letaknya. Makin gelap, makin banyak berita.";
    public const string MapWest = "Peta provinsi: Sumatra, Jawa, Kalimantan";
    public const string MapEast = "Peta provinsi: Sulawesi, Bali, Nusa Tenggara, Maluku, Papua";
    public const string MapTopic = "Topik";
    public const string MapPeriod = "Waktu";
    public const string MapShow = "Tampilkan";
    public const string AllTopics = "Semua topik";
    public const string Province = "Provinsi";
    public const string Articles = "Berita";
    public const string Less = "sedikit";
    public const string Most = "banyak";

    public const string Trend = "Enam bulan terakhir";
    public const string TrendTable = "Lihat angka per bulan";
    public const string TrendTopic = "Topik";
    public const string TrendTotal = "Jumlah";
    public const string NoTrend = "Tidak ada berita dalam enam bulan terakhir.";

    public const string Uncounted = "Terlalu banyak untuk dihitung saat ini; beritanya tetap ada di bawah.";

    public static string Found(int count, bool more, string text) => count == 0
        ? $"Tidak ada wilayah untuk “{text}”"
        : $"{(more ? "Lebih dari " : "")}{IndonesianDates.Number(count)} wilayah untuk “{text}”";

    /// <summary>"Kecamatan di Kota Depok, Jawa Barat"; a province lies in nothing.</summary>
    public static string Within(string level, string path) => path.Length == 0 ? level : $"{level} di {path}";

    public static string HeadingOf(string region) => $"Berita {region}";

    public static string DescriptionOf(string region) => $"Berita keamanan dan ketertiban masyarakat di {region}.";

    public static string Level(RegionLevel level, bool city) => level switch
    {
        RegionLevel.Province => "Provinsi",
        RegionLevel.Regency => city ? "Kota" : "Kabupaten",
        RegionLevel.District => "Kecamatan",
        _ => "Kelurahan atau desa",
    };

    public static string Below(RegionLevel level) => level switch
    {
        RegionLevel.Province => "Kabupaten dan kota",
        RegionLevel.Regency => "Kecamatan",
        _ => "Kelurahan dan desa",
    };

    /// <summary>Units of the same parent. Borders are not in the official list, so nothing is said of who touches whom.</summary>
    public static string Siblings(RegionLevel level, string? parent) => level switch
    {
        RegionLevel.Province => "Provinsi lain",
        RegionLevel.Regency => $"Kabupaten dan kota lain di {parent}",
        RegionLevel.District => $"Kecamatan lain di {parent}",
        _ => $"Kelurahan dan desa lain di {parent}",
    };

    public const string SiblingsNote = "Satu induk menurut daftar Kemendagri; belum tentu berbatasan langsung.";

    /// <summary>Stands above the news of what lies above.</summary>
    public static string Borrowed(string region, string from) => $"Belum ada berita dari {region}. Yang berikut berita dari {from}.";

    public static string BorrowedListing(string from) => $"Berita dari {from}";

    /// <summary>Begins with what the tile shows: "Sumut 1 berita, Sumatera Utara".</summary>
    public static string Tile(string brief, string province, int count) => $"{brief} {IndonesianDates.Number(count)} {Site.CountUnit}{(brief == province ? "" : $", {province}")}";

    public static string Period(int? days) => days switch
    {
        null => "Sepanjang arsip",
        365 => "Setahun terakhir",
        _ => $"{IndonesianDates.Number(days.Value)} hari terakhir",
    };

    /// <summary>"Narkotika, 30 hari terakhir: 120 berita".</summary>
    public static string MapSummary(string topic, int? days, int count) => $"{topic}, {Period(days).ToLowerInvariant()}: {IndonesianDates.Number(count)} berita yang menyebut provinsi.";
}
