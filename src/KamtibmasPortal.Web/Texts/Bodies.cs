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
    public const string OtherKind = "Instansi lain";

    private static readonly (string Kind, string Name)[] s_kinds =
    [
        ("mabes-polri", "Mabes Polri"), ("polda", "Kepolisian Daerah (Polda)"), ("polres", "Kepolisian Resor (Polres)"), ("polsek", "Kepolisian Sektor (Polsek)"),
        ("mabes-tni", "Mabes TNI"), ("kodam", "Komando Daerah Militer (Kodam)"), ("korem", "Komando Resor Militer (Korem)"), ("kodim", "Komando Distrik Militer (Kodim)"), ("koramil", "Komando Rayon Militer (Koramil)"),
        ("bnn", "Badan Narkotika Nasional"), ("bnnp", "BNN Provinsi"), ("bnnk", "BNN Kabupaten/Kota"),
        ("pemprov", "Pemerintah Provinsi"), ("pemkab", "Pemerintah Kabupaten"), ("pemkot", "Pemerintah Kota"), ("satpol-pp", "Satuan Polisi Pamong Praja"),
        ("kpu", "Komisi Pemilihan Umum"), ("bawaslu", "Badan Pengawas Pemilu"), ("kejagung", "Kejaksaan Agung"), ("kejati", "Kejaksaan Tinggi"), ("kejari", "Kejaksaan Negeri"),
        ("bnpb", "Badan Nasional Penanggulangan Bencana"), ("bpbd", "Badan Penanggulangan Bencana Daerah"), ("basarnas", "Basarnas"), ("bmkg", "BMKG"),
        ("kpai", "Komisi Perlindungan Anak Indonesia"), ("kemen-pppa", "Kementerian PPPA"), ("dinas-pppa", "Dinas PPPA"), ("kemenko-polkam", "Kemenko Polkam"),
    ];

    /// <summary>What readers call a kind of agency; a kind without a name here is shown by its own short form.</summary>
    public static string Kind(string kind) => Array.Find(s_kinds, k => k.Kind == kind).Name ?? kind.Replace('-', ' ').ToUpperInvariant();

    public static string HeadingOf(string agency) => $"Berita {agency}";

    public static string DescriptionOf(string agency) => $"Berita yang menyebut {agency}.";
}
