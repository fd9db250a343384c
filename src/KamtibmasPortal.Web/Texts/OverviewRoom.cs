using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The redaksi's overview.</summary>
public static class OverviewRoom
{
    public const string Menu = "Ringkasan";
    public const string Heading = "Ringkasan redaksi";
    public const string Waiting = "Yang menunggu";
    public const string WaitingTable = "Tabel yang menunggu menurut alasan";
    public const string DiskTable = "Tabel pemakaian simpanan";
    public const string WaitingHint = "Satu berita dapat menunggu karena beberapa alasan, jadi jumlah baris dapat melebihi jumlah berita.";
    public const string Articles = "Berita";
    public const string OldestColumn = "Tertua menunggu sejak";
    public const string Volume = "Berita per hari, 30 hari terakhir";
    public const string VolumeTable = "Tabel berita per hari";
    public const string VolumeHint = "Hari menurut WIB. Terbit: pertama kali terlihat oleh publik. Ditarik: ditarik pada hari itu dan masih ditarik.";
    public const string Arrived = "Masuk";
    public const string Published = "Terbit";
    public const string Withdrawn = "Ditarik";
    public const string Day = "Hari";
    public const string Sources = "Kesehatan sumber";
    public const string NoPolls = "Belum ada pengambilan dalam tujuh hari terakhir.";
    public const string IllTable = "Sumber yang perlu perhatian";
    public const string FailingTable = "Pengambilan yang gagal per sumber, 7 hari terakhir";
    public const string Sign = "Tanda";
    public const string Polls = "Pengambilan";
    public const string Failed = "Gagal";
    public const string Corrected = "Tanda yang paling sering dikoreksi";
    public const string CorrectedHint = "Ditambahkan redaksi padahal tidak dikenali, atau ditolak redaksi padahal dikenali. Inilah yang paling layak diperbaiki pada aturannya.";
    public const string NothingCorrected = "Belum ada tanda yang dikoreksi redaksi.";
    public const string Tag = "Tanda";
    public const string Added = "Ditambahkan";
    public const string Refused = "Ditolak";
    public const string Disk = "Pemakaian simpanan";
    public const string What = "Bagian";
    public const string Size = "Ukuran";
    public const string Whole = "Seluruh simpanan";
    public const string Snapshots = "Di antaranya salinan arsip";
    public const string Index = "Di antaranya indeks pencarian";
    public const string Unknown = "tidak diketahui";
    public const string Measuring = "Ukuran simpanan sedang dihitung. Muat ulang halaman ini sebentar lagi.";
    public const string FreeUnknown = "Ruang kosong tidak dapat diketahui.";

    private static readonly CultureInfo s_indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static string AsOf(DateTime now) => $"Keadaan pada {IndonesianDates.Moment(now)}.";

    public static string Oldest(DateTime? since, DateTime now) => since is { } at ? $"Yang tertua menunggu {Waited(at, now)}." : "";

    public static string Since(DateTime at, DateTime now) => $"{IndonesianDates.Moment(at)} ({Waited(at, now)})";

    public static string KindOf(TagKind kind) => kind switch
    {
        TagKind.Region => "Wilayah",
        TagKind.Agency => "Instansi",
        _ => "Topik",
    };

    public static string Summary(int total, int days, int highest) =>
        total == 0 ? $"tidak ada dalam {days} hari" : $"{IndonesianDates.Number(total)} dalam {days} hari, paling banyak {IndonesianDates.Number(highest)} sehari";

    public static string SourceCount(int all, int ill, int paused)
    {
        var rest = paused > 0 ? $", {IndonesianDates.Number(paused)} dijeda" : "";
        return ill == 0 ? $"{IndonesianDates.Number(all)} sumber, tidak ada yang bermasalah{rest}." : $"{IndonesianDates.Number(all)} sumber, {IndonesianDates.Number(ill)} perlu perhatian{rest}.";
    }

    public static string PollCount(int polls, int failed) =>
        $"Dalam tujuh hari terakhir {IndonesianDates.Number(polls)} kali diambil, {((polls - failed) * 100.0 / polls).ToString("0.0", s_indonesian)}% berhasil.";

    public static string MeasuredAt(DateTime at, DateTime now) => $"Dihitung {Pulse.Ago(at, now)}.";

    public static string Free(long bytes) => $"Ruang kosong pada cakram folder data: {Bytes(bytes)}.";

    /// <summary>"1,4 GB"; a thousand bytes are one kB.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000_000 => $"{(bytes / 1e3).ToString("0.#", s_indonesian)} kB",
        < 1_000_000_000 => $"{(bytes / 1e6).ToString("0.#", s_indonesian)} MB",
        _ => $"{(bytes / 1e9).ToString("0.##", s_indonesian)} GB",
    };

    private static string Waited(DateTime since, DateTime now) => (now - since).TotalHours switch
    {
        < 1 => "kurang dari satu jam",
        < 48 and var hours => $"{IndonesianDates.Number((int)hours)} jam",
        var hours => $"{IndonesianDates.Number((int)(hours / 24))} hari",
    };
}
