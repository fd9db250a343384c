using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources.Opml;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Texts;

/// <summary>Sources from and to OPML files.</summary>
public static class OpmlRoom
{
    public const string Menu = "Impor dan ekspor OPML";
    public const string Heading = "Impor dan ekspor sumber";
    public const string Intro = "OPML adalah berkas daftar umpan yang dipakai pembaca RSS. Isinya diperlihatkan dulu; yang disimpan hanya yang Anda pilih.";
    public const string InFile = "Isi berkas";
    public const string FileTable = "Tabel isi berkas";
    public const string Take = "Pilih";
    public const string Source = "Sumber";
    public const string Folder = "Kelompok";
    public const string Fate = "Keterangan";
    public const string New = "Baru";
    public const string Repeated = "Kembar di dalam berkas ini";
    public const string NoName = "(tanpa nama)";
    public const string Keep = "Pakai kepercayaan dan tampilan yang tertulis dalam berkas";
    public const string KeepHint = "Jika tidak dicentang, berita semua sumber itu menunggu redaksi dan tampil sebagai cuplikan.";
    public const string Save = "Simpan yang dipilih";
    public const string File = "Berkas OPML";
    public const string FileHint = "Paling besar 2 MB dan 1.000 sumber.";
    public const string Look = "Lihat isinya dulu";
    public const string Out = "Ekspor";
    public const string OutHint = "Semua sumber dalam satu berkas OPML 2.0. Diimpor kembali ke portal ini atau portal sejenis, tidak ada keterangan yang hilang.";
    public const string Download = "Unduh sumber.opml";
    public const string NothingChosen = "Pilih dulu satu sumber atau lebih.";
    public const string NothingAdded = "Tidak ada yang ditambahkan: yang dipilih sudah ada atau ditolak. Beginilah keadaannya sekarang.";

    public static string FileTitle(string portal) => $"Sumber berita {portal}";

    public static string Known(string name) => $"Sudah ada: {name}";

    public static string Refused(string why) => $"Ditolak. {why}";

    public static string Written(Trust trust, Display? display) => display is { } shown ? $"Tertulis: {Outlets.TrustOf(trust)}, {Outlets.DisplayOf(shown)}" : $"Tertulis: {Outlets.TrustOf(trust)}";

    public static string Count(int fresh, int known, int refused) => $"{IndonesianDates.Number(fresh)} baru, {IndonesianDates.Number(known)} sudah ada, {IndonesianDates.Number(refused)} ditolak.";

    public static string FaultOf(OpmlFault fault) => fault switch
    {
        OpmlFault.Empty => "Berkasnya kosong atau belum dipilih.",
        OpmlFault.TooLarge => "Berkasnya terlalu besar. Berkas OPML paling besar 2 MB.",
        OpmlFault.Forbidden => "Berkas ini memuat deklarasi DOCTYPE atau entitas, yang tidak dibaca demi keamanan. Hapus bagian itu lebih dulu.",
        OpmlFault.TooDeep => "Kelompok di dalam berkas ini bersarang terlalu dalam; paling dalam 20 tingkat.",
        OpmlFault.NotXml => "Berkas ini rusak atau bukan XML.",
        OpmlFault.NotOpml => "Ini XML, tetapi bukan OPML.",
        OpmlFault.NoSources => "Tidak ada satu sumber pun di dalam berkas ini.",
        OpmlFault.TooMany => "Isinya lebih dari 1.000 sumber. Bagi menjadi beberapa berkas.",
        _ => "",
    };
}
