namespace KamtibmasPortal.Web.Texts;

/// <summary>Pages of regions.</summary>
public static class Places
{
    public const string Title = "Wilayah";
    public const string Heading = "Berita menurut wilayah";
    public const string Intro = "Tiga puluh delapan provinsi beserta seluruh kabupaten, kota, kecamatan, kelurahan, dan desanya.";
    public const string SearchLabel = "Nama provinsi, kabupaten, kota, kecamatan, kelurahan, desa, atau kode wilayah";
    public const string SearchHint = "Misalnya: Pasar Rebo";
    public const string SearchButton = "Cari wilayah";
    public const string SearchTooShort = "Ketik sedikitnya dua huruf.";
    public const string Provinces = "Provinsi";
    public const string Topics = "Topik di wilayah ini";
    public const string Agencies = "Instansi dalam berita";
    public const string Code = "Kode Kemendagri";
    public const string More = "Hanya sebagian hasil yang ditampilkan. Perjelas nama yang dicari.";

    public static string Found(int count, bool more, string text) => count == 0
        ? $"Tidak ada wilayah untuk “{text}”"
        : $"{(more ? "Lebih dari " : "")}{Reading.IndonesianDates.Number(count)} wilayah untuk “{text}”";

    /// <summary>"Kecamatan di Jawa Barat, Kota Depok"; a province lies in nothing.</summary>
    public static string Within(string level, string path) => path.Length == 0 ? level : $"{level} di {path}";

    public static string HeadingOf(string region) => $"Berita {region}";

    public static string DescriptionOf(string region) => $"Berita keamanan dan ketertiban masyarakat di {region}.";

    public static string Level(News.Model.RegionLevel level, bool city) => level switch
    {
        News.Model.RegionLevel.Province => "Provinsi",
        News.Model.RegionLevel.Regency => city ? "Kota" : "Kabupaten",
        News.Model.RegionLevel.District => "Kecamatan",
        _ => "Kelurahan atau desa",
    };

    public static string Below(News.Model.RegionLevel level) => level switch
    {
        News.Model.RegionLevel.Province => "Kabupaten dan kota",
        News.Model.RegionLevel.Regency => "Kecamatan",
        _ => "Kelurahan dan desa",
    };
}
