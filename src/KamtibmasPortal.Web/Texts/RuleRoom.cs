using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The redaksi's pages on the rules that tag articles.</summary>
public static class RuleRoom
{
    public const string Menu = "Aturan";
    public const string Heading = "Aturan penandaan";
    public const string Intro = "Dengan data ini mesin mengenali wilayah, instansi, dan topik sebuah berita. Setiap perubahan memperlihatkan dulu dampaknya pada arsip, lalu diterapkan oleh administrator, dan dapat dibatalkan sampai sama persis.";
    public const string Sections = "Bagian aturan";
    public const string Search = "Cari";
    public const string Find = "Cari baris";
    public const string ShowAll = "Tampilkan semua";
    public const string OnlyChanged = "Hanya yang diubah redaksi";
    public const string Add = "Tambah";
    public const string Change = "Ubah";
    public const string Remove = "Hapus";
    public const string Acts = "Tindakan";
    public const string Origin = "Asal";
    public const string Shipped = "bawaan";
    public const string Nothing = "Tidak ada baris yang cocok.";
    public const string Changes = "Perubahan terbaru";
    public const string ChangesTable = "Tabel perubahan terbaru";
    public const string NoChanges = "Belum ada perubahan. Semua aturan masih seperti bawaan portal.";
    public const string What = "Perubahan";
    public const string State = "Keadaan";
    public const string Who = "Pengusul";
    public const string When = "Waktu";
    public const string Back = "Semua aturan";
    public const string Previous = "Sebelumnya";
    public const string Next = "Berikutnya";
    public const string Note = "Alasan (untuk redaksi)";
    public const string Submit = "Lihat dampaknya";
    public const string SubmitHint = "Belum ada yang berubah: usulan disimpan dan dampaknya dihitung lebih dulu.";
    public const string Cancel = "Batal";
    public const string FaultsHeading = "Usulan ini belum dapat dipakai.";
    public const string WarningsHeading = "Perlu dipertimbangkan";
    public const string Before = "Sebelum";
    public const string After = "Sesudah";
    public const string Field = "Isian";
    public const string RowTable = "Tabel isi baris sebelum dan sesudah";
    public const string None = "—";
    public const string Effect = "Dampak pada arsip";
    public const string NoEffect = "Tidak ada berita yang bertambah atau berkurang tandanya.";
    public const string NoReach = "Perubahan ini tidak menyentuh tanda berita mana pun; hanya nama dan daftar pada halaman yang berubah.";
    public const string Gained = "Mendapat tanda";
    public const string Lost = "Kehilangan tanda";
    public const string NoSentence = "tanpa kutipan";
    public const string Reload = "Muat ulang untuk melihat kemajuan";
    public const string Preview = "Hitung ulang dampaknya";
    public const string Apply = "Terapkan";
    public const string ApplyHint = "Berlaku segera bagi berita yang masuk; arsip ditandai ulang di latar belakang. Pilihan redaksi atas sebuah tanda tidak pernah diubah.";
    public const string Undo = "Batalkan perubahan ini";
    public const string UndoHint = "Tanda setiap berita dikembalikan persis seperti sebelum diterapkan. Berita yang sudah diubah penerbit atau redaksi sesudahnya ditandai ulang tanpa aturan ini; keputusan redaksi tetap.";
    public const string Discard = "Buang usulan";
    public const string OnlyAdministrators = "Hanya administrator yang dapat menerapkan dan membatalkan.";
    public const string Outdated = "Aturan lain sudah berubah sejak dampak ini dihitung. Hitung ulang lebih dulu.";

    public static string TooBroad(RuleEffect effect) =>
        $"Tidak dapat diterapkan: {IndonesianDates.Number(effect.Gaining)} dari {IndonesianDates.Number(effect.Looked)} berita ({Share(effect)} persen) akan mendapat tanda. Aturan yang mengenai lebih dari {RuleEffect.LargestShare * 100:0} persen arsip tidak membedakan apa pun. Persempit kata-katanya.";

    public static string Progress(RuleChange change) => $"{IndonesianDates.Number(change.Looked)} dari {IndonesianDates.Number(Math.Max(change.Total, change.Looked))} berita sudah dilihat.";

    public static string LookedAt(RuleEffect effect) => $"{IndonesianDates.Number(effect.Looked)} berita dilihat.";

    public static string Counts(RuleEffect effect) =>
        $"{IndonesianDates.Number(effect.Gaining)} berita mendapat tanda, {IndonesianDates.Number(effect.Losing)} kehilangan tanda, {IndonesianDates.Number(effect.Altered)} hanya berubah kutipan atau keyakinannya.";

    public static string Withheld(int count) => $"{IndonesianDates.Number(count)} berita kembali ke antrean karena ternyata peka.";

    public static string TaggedAnew(int count) => $"{IndonesianDates.Number(count)} berita sudah berubah sejak aturan diterapkan atau masuk sesudahnya, jadi ditandai ulang tanpa aturan ini.";

    public static string Samples(int shown, int all) => shown < all ? $"{IndonesianDates.Number(shown)} contoh dari {IndonesianDates.Number(all)} berita" : $"{IndonesianDates.Number(all)} berita";

    public static string Rows(int count) => $"{IndonesianDates.Number(count)} baris";

    public static string ChangedBy(string editor) => $"diubah redaksi ({editor})";

    public static string AddedBy(string editor) => $"ditambah redaksi ({editor})";

    public static string RemovedBy(string editor) => $"dihapus redaksi ({editor})";

    public static string RowAct(string act, string row) => $"{act} {row}";

    public static string TableOf(RuleTable table) => $"Tabel {NameOf(table).ToLowerInvariant()}";

    public static string NameOf(RuleTable table) => table switch
    {
        RuleTable.RegionAlias => "Nama lain wilayah",
        RuleTable.TopicCue => "Kata penanda topik",
        RuleTable.Topic => "Topik",
        RuleTable.Agency => "Instansi",
        RuleTable.AgencyAlias => "Nama lain instansi",
        _ => "Nomor darurat",
    };

    public static string HintOf(RuleTable table) => table switch
    {
        RuleTable.RegionAlias => "Singkatan, ejaan lain, nama lama, atau kota yang dipakai media untuk sebuah wilayah, misalnya Jaktim.",
        RuleTable.TopicCue => "Kata dan bobotnya. Dua kata kuat, atau satu di teras berita, cukup untuk menandai topiknya.",
        RuleTable.Topic => "Pokok yang dapat ditandakan pada berita. Topik baru memerlukan kata penanda agar dikenali mesin.",
        RuleTable.Agency => "Satuan yang terdaftar, dengan wilayah kerjanya.",
        RuleTable.AgencyAlias => "Sebutan lain untuk satuan yang terdaftar.",
        _ => "Nomor yang diperlihatkan kepada warga, dengan sumber dan hari pemeriksaannya.",
    };

    public static string ActOf(RuleChange change) => change switch
    {
        { Before: null } => "Tambah",
        { After: null } => "Hapus",
        _ => "Ubah",
    };

    public static string StateOf(RuleState state) => state switch
    {
        RuleState.Draft => "Dampaknya sedang dihitung",
        RuleState.Previewed => "Siap diputuskan",
        RuleState.Applying => "Sedang diterapkan pada arsip",
        RuleState.Applied => "Berlaku",
        RuleState.Undoing => "Sedang dibatalkan",
        RuleState.Undone => "Sudah dibatalkan",
        _ => "Dibuang",
    };

    /// <summary>What became of an act, by the word that the address carries; null for words of somebody else.</summary>
    public static string? Result(string? word) => word switch
    {
        "terap" => "Perubahan berlaku.",
        "batal" => "Perubahan tidak berlaku lagi.",
        "buang" => "Usulan dibuang.",
        "hitung" => "Dampaknya dihitung ulang.",
        "tolak" => "Tindakan itu tidak berlaku bagi usulan ini sekarang. Tidak ada yang diubah.",
        "usang" => Outdated,
        "luas" => "Usulan ini mengenai terlalu banyak berita dan tidak diterapkan.",
        "sibuk" => "Perubahan lain sedang diterapkan atau dibatalkan. Coba lagi setelah selesai.",
        "tertutup" => "Perubahan yang lebih baru menimpa baris yang sama. Batalkan yang lebih baru dulu.",
        _ => null,
    };

    public static string WordFor(RuleAnswer answer, string done) => answer switch
    {
        RuleAnswer.Done => done,
        RuleAnswer.Outdated => "usang",
        RuleAnswer.TooBroad => "luas",
        RuleAnswer.Busy => "sibuk",
        RuleAnswer.Covered => "tertutup",
        _ => "tolak",
    };

    private static string Share(RuleEffect effect) => IndonesianDates.Number((int)Math.Round(100.0 * effect.Gaining / Math.Max(1, effect.Looked)));
}
