using KamtibmasPortal.News.Search;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The search page and what hangs on it.</summary>
public static class Archive
{
    public const string Title = "Arsip";
    public const string Heading = "Cari di arsip";
    public const string Description = "Cari berita keamanan dan ketertiban masyarakat menurut kata, wilayah, instansi, topik, penerbit, dan waktu.";
    public const string SearchLabel = "Kata, frasa, nama tempat, atau instansi";
    public const string SearchHint = "Misalnya: netralitas ASN wilayah:61";
    public const string SearchButton = "Cari";
    public const string From = "Sejak tanggal";
    public const string To = "Sampai tanggal";
    public const string Clear = "Hapus semua saringan";
    public const string Understood = "Dipahami sebagai";
    public const string Everything = "semua berita";
    public const string Notes = "Catatan pencarian";
    public const string Sort = "Urutkan";
    public const string Narrow = "Persempit hasil";
    public const string Chosen = "dipilih";
    public const string Remove = "Hapus saringan";
    public const string More = "Tampilkan semua";
    public const string Regions = "Wilayah";
    public const string Agencies = "Instansi";
    public const string Topics = "Topik";
    public const string Publishers = "Penerbit";
    public const string Timeline = "Jumlah berita per bulan";
    public const string TimelineTable = "Lihat sebagai tabel";
    public const string Month = "Bulan";
    public const string Count = "Jumlah berita";
    public const string Gap = "Sumber yang tidak terbaca";
    public const string GapLegend = "Bulan bergaris: ada sumber yang tidak terbaca sehari atau lebih, sehingga sebagian berita mungkin tidak terhimpun. Kosong di sana tidak berarti nol.";
    public const string NoDate = "Tanpa tanggal";
    public const string TakeAlong = "Bawa hasilnya";
    public const string Csv = "Tabel (CSV)";
    public const string Jsonl = "Data (JSON Lines)";
    public const string MonthsCsv = "Jumlah per bulan (CSV)";
    public const string Feed = "Langganan pencarian ini (Atom)";
    public const string Api = "Halaman ini sebagai panggilan API";
    public const string Next = "Hasil berikutnya";
    public const string First = "Kembali ke hasil pertama";
    public const string TooBroad = "Pencarian ini terlalu luas dan memakan waktu terlalu lama. Tambahkan kata, wilayah, atau rentang tanggal.";
    public const string NoHits = "Tidak ada berita yang cocok.";
    public const string NoHitsHint = "Coba kata yang lebih umum, hapus satu saringan, atau periksa ejaannya.";
    public const string DidYouMean = "Mungkin maksud Anda";
    public const string Ranked = "Diurutkan dari 1.000 hasil terbaru; pilih urutan terbaru atau terlama untuk melihat seluruhnya.";
    public const string HelpSummary = "Cara mencari";

    public static readonly (string Example, string Meaning)[] Help =
    [
        ("tangkap sabu", "semua kata, dalam segala bentuknya: menangkap, ditangkap, penangkapan"),
        ("\"barang bukti\"", "frasa persis"),
        ("banjir -longsor", "tanpa kata itu"),
        ("tawuran OR bentrok", "salah satu; kurung ( ) mengelompokkan"),
        ("judul:netralitas", "hanya dalam judul"),
        ("wilayah:61.72", "kode atau nama wilayah beserta semua di bawahnya"),
        ("instansi:polres-singkawang", "instansi"),
        ("topik:narkotika", "topik"),
        ("penerbit:\"Harian Warga\"", "penerbit; sumber: untuk satu sumber"),
        ("sesudah:2023-12-01 sebelum:2024-01-05", "rentang tanggal terbit, kedua tanggal ikut dihitung"),
        ("berubah:\"netral\"", "kata yang dimasukkan atau dihapus penerbit setelah berita terbit"),
    ];

    public static string SortName(News.Storage.SearchSort sort) => sort switch
    {
        News.Storage.SearchSort.Newest => "Terbaru",
        News.Storage.SearchSort.Oldest => "Terlama",
        _ => "Paling sesuai",
    };

    public static string Total(HitCount total) => total switch
    {
        { IsExact: true, Count: 0 } => NoHits,
        { IsExact: true } => $"{IndonesianDates.Number(total.Count)} berita",
        _ => $"Lebih dari {IndonesianDates.Number(total.Count)} berita",
    };

    public static string NoteOf(SearchNote note) => note.Kind switch
    {
        SearchNoteKind.UnknownValue => $"“{note.Text}” tidak dikenal, jadi dicari sebagai kata biasa.",
        SearchNoteKind.NotADay => $"“{note.Text}” bukan tanggal seperti 2023-12-31, jadi dicari sebagai kata biasa.",
        SearchNoteKind.EmptyOperator => $"“{note.Text}:” tidak diikuti apa-apa, jadi dicari sebagai kata biasa.",
        SearchNoteKind.Unpaired => $"Tanda {note.Text} tanpa pasangan diabaikan.",
        SearchNoteKind.TooLong => "Pencarian terlalu panjang; hanya bagian awalnya yang dibaca.",
        SearchNoteKind.NarrowedDays => "Ada lebih dari satu batas tanggal; yang paling sempit yang berlaku.",
        _ => $"Tidak ada kata yang dapat dicari dalam “{note.Text}”.",
    };

    public static string Unread(string part) => $"“{part}” di alamat halaman tidak dikenal dan diabaikan.";

    public static string Forms(string word, string roots) => $"“{word}” dicari dalam segala bentuk kata “{roots}”.";

    public static string Beside(string typed, string others) => $"“{typed}” juga dicari sebagai {others}.";

    public static string Bar(string month, int count) => $"{month}: {IndonesianDates.Number(count)} berita";

    public static string FeedTitle(string query) => $"Pencarian: {query}";
}
