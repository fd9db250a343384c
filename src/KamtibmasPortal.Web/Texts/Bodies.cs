namespace KamtibmasPortal.Web.Texts;

/// <summary>Pages of agencies.</summary>
public static class Bodies
{
    public const string Title = "Instansi";
    public const string Heading = "Berita menurut instansi";
    public const string Intro = "Kepolisian, TNI, pemerintah daerah, penyelenggara pemilu, dan lembaga lain yang disebut dalam berita.";
    public const string InTheNews = "Paling sering diberitakan";
    public const string All = "Semua instansi";
    public const string None = "Belum ada instansi yang disebut dalam berita.";
    public const string Parent = "Di bawah";
    public const string Area = "Wilayah";
    public const string Topics = "Topik yang ditangani";
    public const string Jurisdiction = "Wilayah kerja";
    public const string Except = "kecuali";
    public const string Nationwide = "Seluruh Indonesia";
    public const string Under = "Satuan di bawahnya";
    public const string Places = "Wilayah dalam beritanya";
    public const string FeedLink = "Langganan instansi ini (Atom)";
    public const string About = "Tentang instansi ini";
    public const string Assumed = "Nama ini dibentuk dari jenis instansi dan wilayahnya; satuannya tidak tercantum dalam daftar kami.";

    private static readonly Dictionary<string, string> s_kinds = new(StringComparer.Ordinal)
    {
        ["mabes-polri"] = "Mabes Polri (Markas Besar Kepolisian)",
        ["polda"] = "Kepolisian Daerah (Polda)",
        ["polres"] = "Kepolisian Resor (Polres)",
        ["polsek"] = "Kepolisian Sektor (Polsek)",
        ["tni"] = "Mabes TNI dan matra",
        ["kodam"] = "Komando Daerah Militer (Kodam)",
        ["korem"] = "Komando Resor Militer (Korem)",
        ["kodim"] = "Komando Distrik Militer (Kodim)",
        ["koramil"] = "Komando Rayon Militer (Koramil)",
        ["lantamal"] = "Pangkalan TNI Angkatan Laut (Lantamal, Lanal)",
        ["lanud"] = "Pangkalan TNI Angkatan Udara (Lanud)",
        ["bnn"] = "Badan Narkotika Nasional (BNN)",
        ["bnnp"] = "BNN Provinsi",
        ["bnnk"] = "BNN Kabupaten/Kota",
        ["kejagung"] = "Kejaksaan Agung",
        ["kejati"] = "Kejaksaan Tinggi",
        ["kejari"] = "Kejaksaan Negeri",
        ["pt"] = "Pengadilan Tinggi",
        ["pn"] = "Pengadilan Negeri",
        ["pa"] = "Pengadilan Agama",
        ["kpu"] = "Komisi Pemilihan Umum (KPU)",
        ["bawaslu"] = "Badan Pengawas Pemilu (Bawaslu)",
        ["ppk"] = "Panitia Pemilihan Kecamatan (PPK)",
        ["panwascam"] = "Panitia Pengawas Pemilihan Kecamatan (Panwascam)",
        ["pemprov"] = "Pemerintah Provinsi",
        ["pemkot"] = "Pemerintah Kota",
        ["pemkab"] = "Pemerintah Kabupaten",
        ["pemda"] = "Pemerintah Daerah",
        ["dprd"] = "Dewan Perwakilan Rakyat Daerah (DPRD)",
        ["satpol-pp"] = "Satuan Polisi Pamong Praja (Satpol PP)",
        ["kesbangpol"] = "Kesatuan Bangsa dan Politik (Kesbangpol)",
        ["bnpb"] = "Badan Nasional Penanggulangan Bencana (BNPB)",
        ["bpbd"] = "Badan Penanggulangan Bencana Daerah (BPBD)",
        ["basarnas"] = "Badan Nasional Pencarian dan Pertolongan (Basarnas)",
        ["bmkg"] = "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)",
        ["damkar"] = "Pemadam Kebakaran",
        ["dinas-pppa"] = "Dinas Pemberdayaan Perempuan dan Perlindungan Anak",
        ["kpad"] = "Komisi Perlindungan Anak Daerah",
        ["kpai"] = "Komisi Perlindungan Anak Indonesia (KPAI)",
        ["dinsos"] = "Dinas Sosial",
        ["dinkes"] = "Dinas Kesehatan",
        ["dishub"] = "Dinas Perhubungan",
        ["disdik"] = "Dinas Pendidikan",
        ["disnaker"] = "Dinas Tenaga Kerja",
        ["diskominfo"] = "Dinas Komunikasi dan Informatika",
        ["dinas-pmd"] = "Dinas Pemberdayaan Masyarakat dan Desa",
        ["bkpsdm"] = "Badan Kepegawaian dan Pengembangan SDM (BKPSDM)",
        ["inspektorat"] = "Inspektorat Daerah",
        ["rsud"] = "Rumah Sakit Umum Daerah (RSUD)",
        ["rs-bhayangkara"] = "Rumah Sakit Bhayangkara",
        ["kemenag"] = "Kementerian Agama dan kantornya",
        ["kua"] = "Kantor Urusan Agama (KUA)",
        ["lapas"] = "Lembaga Pemasyarakatan (Lapas)",
        ["rutan"] = "Rumah Tahanan Negara (Rutan)",
        ["bapas"] = "Balai Pemasyarakatan (Bapas)",
        ["kanwil-hukum"] = "Kantor Wilayah Kementerian Hukum",
        ["kanwil-ditjenpas"] = "Kantor Wilayah Pemasyarakatan",
        ["imigrasi"] = "Imigrasi dan kantornya",
        ["bea-cukai"] = "Bea dan Cukai",
        ["bpom"] = "Badan Pengawas Obat dan Makanan (BPOM)",
        ["ombudsman"] = "Ombudsman Republik Indonesia",
        ["syahbandar"] = "Kesyahbandaran dan Otoritas Pelabuhan (KSOP)",
        ["pmi"] = "Palang Merah Indonesia (PMI)",
        ["mui"] = "Majelis Ulama Indonesia (MUI)",
        ["mpu"] = "Majelis Permusyawaratan Ulama (MPU)",
        ["fkub"] = "Forum Kerukunan Umat Beragama (FKUB)",
        ["pwi"] = "Persatuan Wartawan Indonesia (PWI)",
        ["kementerian"] = "Kementerian dan kementerian koordinator",
        ["lembaga"] = "Lembaga negara",
    };

    /// <summary>What readers call a kind of agency; a kind that is not among those of the reference table is shown by its own short form.</summary>
    public static string Kind(string kind) => s_kinds.GetValueOrDefault(kind) ?? kind.Replace('-', ' ').ToUpperInvariant();

    public static string HeadingOf(string agency) => $"Berita {agency}";

    public static string DescriptionOf(string agency) => $"Berita yang menyebut {agency}.";
}
