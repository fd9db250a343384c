using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The redaksi's pages on sources.</summary>
public static class SourceRoom
{
    public const string Back = "Semua sumber";
    public const string ReadOnly = "Peran Anda boleh melihat sumber, tetapi tidak mengubahnya.";
    public const string LastRun = "Terakhir dibaca";
    public const string NextDue = "Berikutnya";
    public const string WaitingItems = "Belum diproses";
    public const string Arrived = "24 jam / 30 hari";
    public const string Paused = "Dijeda";
    public const string Import = "Impor";
    public const string Sample = "Contoh";
    public const string Soon = "secepatnya";
    public const string Now = "sedang dibaca";
    public const string NotWhilePaused = "tidak dibaca selama dijeda";
    public const string Acts = "Tindakan";
    public const string Facts = "Keterangan";
    public const string FoundKind = "Ternyata";
    public const string ReadFrom = "Dibaca dari";
    public const string Selector = "Pemilih CSS";
    public const string RobotsRule = "Aturan robots.txt";
    public const string NoRobotsRule = "Tidak ada aturan yang menyinggung alamat ini.";
    public const string PaceNow = "Laju sekarang";
    public const string Blocked = "Situs meminta jeda sampai";
    public const string FailedInARow = "Gagal berturut-turut";
    public const string Interval = "Dibaca setiap berapa menit";
    public const string IntervalHint = "2 sampai 1.440 menit. Kosongkan agar laju mengikuti kebiasaan sumber.";
    public const string IntervalWrong = "Isi dengan bilangan bulat dari 2 sampai 1440, atau kosongkan.";
    public const string Save = "Simpan";
    public const string Runs = "Riwayat pengambilan";
    public const string RunsTable = "Tabel riwayat pengambilan";
    public const string NoRuns = "Belum pernah diambil.";
    public const string When = "Waktu";
    public const string Outcome = "Hasil";
    public const string Announced = "Diumumkan";
    public const string Unfinished = "Terputus sebelum selesai.";
    public const string SameAsBefore = "Tidak ada yang berubah sejak pengambilan sebelumnya.";
    public const string NothingNew = "Tidak ada yang baru.";
    public const string Archive = "Arsip";
    public const string ArchiveHint = "Halaman-halaman lama situs dibaca perlahan di sela pembacaan harian. Dapat dihentikan dan dilanjutkan kapan saja.";
    public const string NoArchive = "Folder dibaca seluruhnya setiap kali; tidak ada arsip yang terpisah.";
    public const string ArchiveNever = "Arsip belum pernah dibaca.";
    public const string ArchiveWaits = "Sumber dijeda, jadi arsip menunggu.";
    public const string PagesRead = "Halaman dibaca";
    public const string Found = "Butir ditemukan";
    public const string Started = "Dimulai";
    public const string NextPage = "Halaman berikutnya";
    public const string Pause = "Jeda";
    public const string Resume = "Lanjutkan";
    public const string PollNow = "Ambil sekarang";
    public const string StopArchive = "Hentikan pembacaan arsip";
    public const string Trial = "Uji sumber";
    public const string TrialHint = "Memperlihatkan apa yang akan dibaca. Tidak ada yang disimpan.";
    public const string Remove = "Hapus sumber";
    public const string RemoveHint = "Menghapus sumber ini beserta seluruh teks yang masuk lewatnya.";
    public const string RemoveFinal = "Penghapusan tidak dapat dibatalkan. Riwayat pengambilan, riwayat perubahan, dan penandaan ikut terhapus; satu catatan audit tetap ada.";
    public const string RemoveWrongName = "Nama yang diketik tidak sama dengan nama sumber. Tidak ada yang dihapus.";
    public const string RemoveConfirm = "Hapus selamanya";
    public const string Cancel = "Batal";

    public static string RemoveHeading(string name) => $"Hapus sumber “{name}”?";

    public static string RemoveCount(int articles) => articles == 0 ? "Belum ada berita dari sumber ini." : $"{IndonesianDates.Number(articles)} berita akan dihapus beserta seluruh teksnya.";

    public static string RemoveType(string name) => $"Ketik nama sumber untuk memastikan: {name}";

    public static string StartArchive(BackfillState? state) => state switch
    {
        BackfillState.Stopped => "Lanjutkan membaca arsip",
        BackfillState.Done => "Baca ulang arsip",
        _ => "Baca arsip",
    };

    public static string StateOf(BackfillState state) => state switch
    {
        BackfillState.Running => "Sedang berjalan",
        BackfillState.Stopped => "Dihentikan",
        _ => "Selesai",
    };

    public static string Pace(int? minutes, double habit) => minutes is { } set ? $"{Pulse.Every(set)}, ditetapkan redaksi" : $"{Pulse.Every(habit)}, mengikuti kebiasaan sumber";

    /// <summary>A row of several quiet polls.</summary>
    public static string SincePolls(int polls, DateTime first) => $"{Polls(polls)} serupa sejak {IndonesianDates.Moment(first)}";

    public static string Polls(int polls) => $"{IndonesianDates.Number(polls)} kali";

    public static string Sign(SourceSign sign) => sign switch
    {
        SourceSign.Broken => "Tidak terbaca",
        SourceSign.Silent => "Lama sepi",
        SourceSign.Flooding => "Tiba-tiba banyak",
        SourceSign.Dateless => "Tanpa tanggal",
        _ => "Semua kembar",
    };

    /// <summary>What became of an act, by the word that the address carries; null for words of somebody else.</summary>
    public static string? Result(string? word) => word switch
    {
        "tambah" => "Sumber disimpan. Berita pertamanya masuk dalam beberapa saat.",
        "opml" => "Sumber yang dipilih sudah ditambahkan.",
        "ubah" => "Perubahan disimpan.",
        "jeda" => "Sumber dijeda. Beritanya tetap ada.",
        "lanjut" => "Sumber dibaca lagi.",
        "ambil" => "Sumber diambil begitu ada giliran, biasanya dalam beberapa detik.",
        "arsip" => "Arsip dibaca perlahan di sela pembacaan harian.",
        "henti" => "Pembacaan arsip dihentikan dan dapat dilanjutkan dari halaman yang sama.",
        "selang" => "Selang baca disimpan.",
        "hapus" => "Sumber dan seluruh teksnya sudah dihapus.",
        "batal" => "Tindakan itu tidak berlaku bagi sumber ini sekarang. Tidak ada yang diubah.",
        _ => null,
    };

    public static string WordFor(SourceAct act, bool done) => !done ? "batal" : act switch
    {
        SourceAct.Pause => "jeda",
        SourceAct.Resume => "lanjut",
        SourceAct.PollNow => "ambil",
        SourceAct.StartBackfill => "arsip",
        _ => "henti",
    };
}
