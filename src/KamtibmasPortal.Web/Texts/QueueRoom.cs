using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The queue and acts on many articles.</summary>
public static class QueueRoom
{
    public const string Hint = "Yang paling mendesak ada di atas; di antara yang sama mendesaknya, yang paling lama menunggu.";
    public const string NothingFound = "Tidak ada berita menunggu yang cocok dengan saringan ini.";
    public const string Filter = "Saring antrean";
    public const string Reason = "Alasan";
    public const string AnyReason = "Semua alasan";
    public const string Source = "Sumber";
    public const string AnySource = "Semua sumber";
    public const string Region = "Wilayah (kode atau nama)";
    public const string UnknownRegion = "Wilayah itu tidak ditemukan; saringan wilayah tidak dipakai.";
    public const string Topic = "Topik";
    public const string AnyTopic = "Semua topik";
    public const string Assignee = "Petugas";
    public const string AnyAssignee = "Siapa saja";
    public const string Nobody = "Belum ada petugas";
    public const string Mine = "Tugas saya";
    public const string Apply = "Saring";
    public const string Reset = "Tampilkan semua";
    public const string More = "Berikutnya dalam antrean";
    public const string First = "Ke awal antrean";
    public const string Add = "Tambah berita";
    public const string Waits = "Menunggu sejak";
    public const string Acknowledge = "Tandai sudah dilihat";
    public const string Choose = "Pilih berita ini";
    public const string Open = "Buka";
    public const string Shortcuts = "Pintasan papan ketik";
    public const string Bulk = "Tindakan untuk berita yang dipilih";
    public const string Kind = "Tindakan";
    public const string TagName = "Tanda (untuk memasang atau melepas): kode wilayah, instansi, atau topik";
    public const string Preview = "Lihat dulu yang akan berubah";
    public const string PreviewHeading = "Yang akan berubah";
    public const string PreviewNote = "Belum ada yang diubah.";
    public const string Confirm = "Laksanakan";
    public const string Cancel = "Batal";
    public const string RunningHeading = "Tindakan massal sedang berjalan";
    public const string DoneHeading = "Tindakan massal selesai";
    public const string Undo = "Batalkan tindakan ini";
    public const string UndoHint = "Setiap berita kembali persis seperti semula. Berita yang sudah diubah orang lain sesudahnya dibiarkan.";
    public const string Undone = "Tindakan ini sudah dibatalkan.";
    public const string Back = "Kembali ke antrean";
    public const string Article = "Berita";
    public const string Effect = "Akibat";
    public const string Change = "Perubahan";
    public const string NothingChosen = "Pilih dulu satu berita atau lebih, lalu pilih tindakannya.";
    public const string NoTag = "Tanda itu tidak dikenal. Tulis kode wilayah (31.75), nama pendek instansi (polres-kaur), atau topik (nataru).";
    public const string NoAssignee = "Tidak ada redaktur dengan surel itu.";
    public const string OtherDid = "Sementara itu:";

    public static readonly IReadOnlyList<(string Key, string Does)> Keys =
    [
        ("j", "berita berikutnya"), ("k", "berita sebelumnya"), ("Enter", "buka berita"), ("p", "terbitkan"), ("r", "tolak"), ("x", "pilih untuk tindakan massal"), ("?", "buka atau tutup daftar ini"),
    ];

    public static string CountOf(QueueReason reason, int count) => $"{ReasonOf(reason)} ({Reading.IndonesianDates.Number(count)})";

    public static string SourceCount(string name, int count) => $"{name} ({Reading.IndonesianDates.Number(count)})";

    public static string ReasonOf(QueueReason reason) => reason switch
    {
        QueueReason.SourceReview => "Sumber dalam peninjauan",
        QueueReason.LowConfidence => "Tanda kurang yakin",
        QueueReason.Sensitive => "Berita peka",
        QueueReason.PublisherChange => "Diubah penerbit",
        QueueReason.Proposal => "Ada usulan",
        QueueReason.Returned => "Dikembalikan redaksi",
        QueueReason.Duplicate => "Mungkin kembar",
        _ => "Tanggal berselisih",
    };

    public static string NameOf(BulkKind kind) => kind switch
    {
        BulkKind.Publish => "Terbitkan",
        BulkKind.Reject => "Tolak",
        BulkKind.Tag => "Pasang tanda",
        BulkKind.Untag => "Lepas tanda",
        BulkKind.Withdraw => "Tarik semua berita sumber",
        _ => "Tugaskan",
    };

    public static string EffectOf(BulkEffect effect) => effect switch
    {
        BulkEffect.Changes => "Berubah",
        BulkEffect.NothingToDo => "Tetap: sudah demikian",
        BulkEffect.NotAllowed => "Tetap: statusnya tidak mengizinkan",
        BulkEffect.Sensitive => "Tetap: berita peka harus dibaca dan diputuskan satu per satu",
        BulkEffect.Outdated => "Tetap: sudah diubah orang lain",
        _ => "Tidak ada lagi",
    };

    public static string WillChange(int changing, int all) => $"{Reading.IndonesianDates.Number(changing)} dari {Reading.IndonesianDates.Number(all)} berita akan berubah.";

    public static string HasChanged(int done, int left) => left == 0 ? $"{Reading.IndonesianDates.Number(done)} berita diubah." : $"{Reading.IndonesianDates.Number(done)} berita diubah; {Reading.IndonesianDates.Number(left)} dibiarkan karena sudah berubah lebih dulu atau statusnya tidak mengizinkan.";

    public static string HasUndone(int done, int left) => left == 0 ? $"{Reading.IndonesianDates.Number(done)} berita dikembalikan." : $"{Reading.IndonesianDates.Number(done)} berita dikembalikan; {Reading.IndonesianDates.Number(left)} dibiarkan karena sudah diubah orang lain sesudahnya.";

    public static string TakenBy(string email) => $"Petugas: {email}";
}
