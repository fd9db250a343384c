using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>The words around a name that make it a place, or say that it is none. Data, by what they do.</summary>
internal static class PlaceWords
{
    /// <summary>Words for a type of region that a name follows, with what they announce.</summary>
    public static readonly Dictionary<string, RegionLevel> Cues = new(StringComparer.Ordinal)
    {
        ["provinsi"] = RegionLevel.Province,
        ["prov"] = RegionLevel.Province,
        ["propinsi"] = RegionLevel.Province,
        ["kabupaten"] = RegionLevel.Regency,
        ["kab"] = RegionLevel.Regency,
        ["kota"] = RegionLevel.Regency,
        ["kotamadya"] = RegionLevel.Regency,
        ["kecamatan"] = RegionLevel.District,
        ["kec"] = RegionLevel.District,
        ["distrik"] = RegionLevel.District,
        ["kapanewon"] = RegionLevel.District,
        ["kemantren"] = RegionLevel.District,
        ["camat"] = RegionLevel.District,
        ["kua"] = RegionLevel.District,
        ["panwascam"] = RegionLevel.District,
        ["ppk"] = RegionLevel.District,
        ["kelurahan"] = RegionLevel.Village,
        ["kel"] = RegionLevel.Village,
        ["desa"] = RegionLevel.Village,
        ["lurah"] = RegionLevel.Village,
        ["kades"] = RegionLevel.Village,
        ["nagari"] = RegionLevel.Village,
        ["gampong"] = RegionLevel.Village,
        ["pekon"] = RegionLevel.Village,
        ["kepenghuluan"] = RegionLevel.Village,
        ["kalurahan"] = RegionLevel.Village,
        ["kampung"] = RegionLevel.Village,
        ["bhabinkamtibmas"] = RegionLevel.Village,
        ["babinsa"] = RegionLevel.Village,
        ["negeri"] = RegionLevel.Village,
        ["keuchik"] = RegionLevel.Village,
    };

    /// <summary>Cues that also stand before things that are no region ("Kampung Narkoba"): what follows must be found with its surroundings, as always at that level.</summary>
    public static bool GoesOnOverLists(string cue) => cue is "kecamatan" or "kelurahan" or "desa" or "kec" or "kel" or "distrik" or "kabupaten" or "kota" or "kapanewon" or "camat" or "lurah";

    private static readonly HashSet<string> EverydayNames = new(StringComparer.Ordinal)
    {
        "puncak", "batu", "medan", "batang", "serang", "metro", "palu", "pati", "banjar", "malang", "siak", "landak", "alor", "buru", "bone", "toba", "natuna", "kapuas", "kudus", "bima", "sabang",
    };

    /// <summary>Squashed names of regencies that are also everyday words: they need a sign that a place is meant.</summary>
    public static bool IsEveryday(string squashed) => EverydayNames.Contains(squashed);

    /// <summary>Words before a name that make it a road, a river, a school, a club, a hospital.</summary>
    public static readonly HashSet<string> NotAPlaceAfter = new(StringComparer.Ordinal)
    {
        "jalan", "jl", "jln", "jend", "jenderal", "gg", "gang", "gunung", "sungai", "kali", "danau", "pulau", "selat", "teluk", "laut", "tol", "kanal", "banjir",
        "universitas", "univ", "institut", "politeknik", "stie", "stikes", "uin", "iain", "sakit", "rs", "rsud", "rsup", "hotel", "bank", "pt", "cv", "ud", "kapal", "km", "kmp", "kri", "fc", "ps", "psis", "persib", "persija",
        "piala", "liga", "kopi", "soto", "sate", "batik", "suku", "bahasa", "marga", "sma", "smp", "smk", "sd", "sman", "smkn", "smpn", "sdn", "mts", "man", "rutan", "apel", "jeruk", "bakso", "salak", "gudeg", "pempek", "lumpia", "kerupuk", "harian", "radar", "tribun", "antara", "suara", "pos", "ekspres", "rri", "tvri", "viva", "fly", "flyover", "underpass", "bandara", "tugu", "kampus", "ponpes", "stasiun",
        "masjid", "mal", "mall", "plaza", "perumahan", "stadion", "tim", "klub", "pabrik", "gerbang", "simpang", "exit", "samudra", "samudera", "kereta", "ka", "kopda", "operasi", "sandi", "tanggul", "bendungan", "bendung", "waduk", "das", "jembatan",
    };

    /// <summary>Words between "jalan" and the names that a road bears: "Jalan Raya Bogor", "jalan lintas Padang-Solok".</summary>
    public static readonly HashSet<string> RoadKinds = new(StringComparer.Ordinal) { "raya", "nasional", "lintas", "poros", "trans", "layang", "tol", "arteri", "lingkar", "provinsi", "kh", "jenderal", "letjen", "mayjen", "letkol", "kapten", "dr", "ki", "haji", "h", "sultan", "prof", "ir" };

    /// <summary>Words that somebody speaks by: a town right behind is where he spoke.</summary>
    public static readonly HashSet<string> Speech = new(StringComparer.Ordinal) { "kata", "katanya", "ujar", "ujarnya", "ucap", "ucapnya", "tutur", "tuturnya", "jelas", "jelasnya", "ungkap", "ungkapnya", "pers", "keterangan", "keterangannya", "menyampaikan", "mengatakan", "gedung", "kantor", "mabes", "diskusi", "dihubungi", "tertulis" };

    /// <summary>Ranks, titles and forms of address: a person's name follows.</summary>
    public static readonly HashSet<string> PersonBefore = new(StringComparer.Ordinal)
    {
        "kombes", "pol", "akbp", "kompol", "akp", "iptu", "ipda", "aiptu", "aipda", "bripka", "brigadir", "briptu", "bripda", "brigjen", "irjen", "komjen", "jenderal", "letjen", "mayjen", "letkol", "kolonel", "mayor", "kapten",
        "lettu", "letda", "serma", "serka", "sertu", "serda", "peltu", "pelda", "kopda", "praka", "h", "hj", "bapak", "pak", "bu", "saudara", "sdr", "drs", "ir", "dr", "ustaz", "ustad", "kh", "kiai", "pendeta", "pdt", "romo", "uskup", "prof", "almarhum", "bernama", "inisial", "berinisial", "alias",
    };

    /// <summary>Words that make a name somebody's origin or somebody's way.</summary>
    public static readonly HashSet<string> OriginBefore = new(StringComparer.Ordinal) { "asal", "kelahiran", "beralamat", "berdomisili", "domisili", "menuju", "tujuan", "jurusan", "arah", "mudik", "dapil", "rute", "perantau", "berasal", "pulang", "lewat", "via", "melalui", "transit" };

    /// <summary>What somebody or something does at a place all its life: "lahir di Garut", "berkantor di Jakarta".</summary>
    public static readonly HashSet<string> BiographyBefore = new(StringComparer.Ordinal) { "lahir", "dilahirkan", "dibesarkan", "bersekolah", "kuliah", "mengontrak", "indekos", "berkantor", "bermarkas", "berdomisili", "beralamat" };

    /// <summary>What is done with somebody before "ke" and the town he is brought to.</summary>
    public static readonly HashSet<string> BroughtTo = new(StringComparer.Ordinal) { "dibawa", "membawa", "diterbangkan", "dipulangkan", "dirujuk", "bertolak", "terbang", "kabur", "diekstradisi", "dipindahkan" };

    /// <summary>Waters and mountains that bear the names of districts on their way.</summary>
    public static readonly HashSet<string> Landforms = new(StringComparer.Ordinal) { "sungai", "kali", "gunung", "danau", "tanggul", "bendungan", "bendung", "waduk", "krueng", "bukit" };

    /// <summary>Callings, in small letters: what follows is a person's name, though its last part be a town's.</summary>
    public static readonly HashSet<string> Callings = new(StringComparer.Ordinal) { "penyanyi", "artis", "aktor", "aktris", "komedian", "pesohor", "selebgram", "polisi", "perwira", "pengacara", "advokat", "terdakwa", "tersangka", "mendiang", "dokter", "novelis", "penulis", "sutradara", "musisi", "gitaris", "petinju", "pembalap", "atlet", "striker", "kiper", "pelatih", "peneliti", "pengamat", "penceramah", "pemilik" };

    /// <summary>Words of a press conference: the town of the house it is held in is not that of the matter.</summary>
    public static readonly HashSet<string> PressShow = new(StringComparer.Ordinal) { "kata", "katanya", "ujar", "ujarnya", "ucap", "ucapnya", "tutur", "tuturnya", "jelas", "jelasnya", "ungkap", "ungkapnya", "pers", "keterangan", "keterangannya", "menyampaikan", "mengatakan", "memamerkan", "dipamerkan", "dipertontonkan", "merilis", "dirilis", "rilis", "mapolda", "dihubungi" };

    /// <summary>Names that put an article abroad when nothing Indonesian is named.</summary>
    public static readonly HashSet<string> Abroad = new(StringComparer.Ordinal)
    {
        "korea", "seoul", "malaysia", "singapura", "thailand", "bangkok", "filipina", "manila", "vietnam", "myanmar", "kamboja", "jepang", "tokyo", "china", "tiongkok", "beijing", "hongkong", "taiwan", "india", "pakistan",
        "bangladesh", "dhaka", "nepal", "arab", "mekkah", "iran", "irak", "israel", "palestina", "gaza", "suriah", "turki", "mesir", "amerika", "washington", "inggris", "london", "prancis", "paris", "jerman", "berlin",
        "italia", "spanyol", "belanda", "rusia", "moskow", "ukraina", "australia", "sydney", "brasil", "meksiko", "kenya", "nigeria", "kolombia", "ekuador",
    };

    /// <summary>Words between cue and name that belong to neither.</summary>
    public static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "administrasi", "adm", "desa", "kelurahan", "kel", "binaan" };
}
