using KamtibmasPortal.News.Editing;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The pages on which a source is added or changed.</summary>
public static class NewSource
{
    public const string Add = "Tambah sumber";
    public const string Heading = "Tambah sumber";
    public const string Intro = "Tulis alamat beranda, umpan, atau peta situsnya. Portal mencari sendiri daftar beritanya dan memperlihatkan hasilnya lebih dulu; belum ada yang disimpan.";
    public const string Change = "Ubah sumber";
    public const string ChangeIntro = "Perubahan berlaku untuk berita berikutnya; berita yang sudah ada tetap seperti adanya.";
    public const string Where = "Tempat dibaca";
    public const string Address = "Alamat";
    public const string AddressHint = "Misalnya hariankota.example atau https://hariankota.example/feed.";
    public const string Selector = "Pemilih CSS satu berita (tidak wajib)";
    public const string SelectorHint = "Hanya untuk halaman daftar yang salah terbaca, misalnya .daftar article.";
    public const string Look = "Lihat hasilnya dulu";
    public const string LookAgain = "Lihat hasilnya lagi";
    public const string LookHint = "Situsnya dibaca seperti pada pengambilan biasa, dengan jeda yang sopan. Biasanya perlu beberapa detik.";
    public const string LookFirst = "Alamat atau cara bacanya berubah sejak terakhir dilihat. Periksa hasilnya di bawah, lalu simpan.";
    public const string Found = "Yang ditemukan";
    public const string NotUseful = "Belum ada yang dapat disimpan. Ubah alamat, jenis, atau pemilihnya, lalu lihat lagi.";
    public const string Facts = "Keterangan";
    public const string Name = "Nama sumber";
    public const string NameHint = "Harus berbeda dari sumber lain dan tidak dapat diubah kemudian.";
    public const string Publisher = "Penerbit";
    public const string PublisherHint = "Nama media yang dikenal pembaca. Jika dikosongkan, sama dengan nama sumber.";
    public const string TrustHint = "“Menunggu redaksi”: setiap berita diperiksa sebelum terbit. Berita peka selalu menunggu.";
    public const string DisplayHint = "“Teks lengkap” hanya untuk siaran resmi dan naskah yang berizin.";
    public const string Region = "Wilayah penerbit (tidak wajib)";
    public const string RegionHint = "Kode atau nama wilayah yang dilayani penerbit, misalnya 61.72 atau Singkawang.";
    public const string Save = "Simpan sumber";
    public const string SaveChange = "Simpan perubahan";
    public const string SaveComes = "Dapat disimpan setelah hasilnya dilihat dan ada berita yang terbaca.";

    public static string ChangeHeading(string name) => $"Ubah sumber “{name}”";

    public static string OpenTwin(string name) => $"Buka sumber “{name}”";

    public static string RegionIs(string name) => $"Terbaca sebagai {name}.";

    public static string FaultOf(SourceFault fault) => fault switch
    {
        SourceFault.NoAddress => "Tulis alamatnya.",
        SourceFault.NotWeb => "Ini bukan alamat web. Alamat web dimulai dengan http:// atau https://.",
        SourceFault.LocalFile => "Ini berkas di sebuah komputer, bukan alamat web. Folder hanya dapat ditambahkan melalui konfigurasi.",
        SourceFault.PrivateHost => "Alamat ini tidak berada di internet publik, jadi tidak dibaca.",
        SourceFault.SignedIn => "Alamat tidak boleh memuat nama pengguna atau kata sandi.",
        SourceFault.LongAddress => "Alamatnya terlalu panjang; paling panjang 900 huruf.",
        SourceFault.Folder => "Sumber folder hanya dapat ditambahkan melalui konfigurasi.",
        SourceFault.AddressTaken => "Alamat ini, atau daftar yang ditemukan dari sana, sudah dibaca oleh sumber lain.",
        SourceFault.LongSelector => "Pemilih CSS terlalu panjang.",
        SourceFault.BadSelector => "Pemilih CSS itu salah tulis. Contoh yang benar: .daftar article.",
        SourceFault.SelectorForList => "Pemilih CSS hanya berlaku untuk halaman daftar. Kosongkan, atau pilih jenis “Halaman daftar”.",
        SourceFault.NoName => "Tulis nama sumbernya, paling panjang 200 huruf.",
        SourceFault.NameTaken => "Nama itu sudah dipakai sumber lain.",
        SourceFault.LongPublisher => "Nama penerbit paling panjang 200 huruf.",
        SourceFault.UnknownRegion => "Wilayah itu tidak ditemukan.",
        SourceFault.BadInterval => SourceRoom.IntervalWrong,
        _ => "",
    };

    /// <summary>The field that a fault speaks of.</summary>
    public static string FieldOf(SourceFault fault) => fault switch
    {
        SourceFault.NoName or SourceFault.NameTaken => "name",
        SourceFault.LongPublisher => "publisher",
        SourceFault.UnknownRegion => "region",
        SourceFault.LongSelector or SourceFault.BadSelector or SourceFault.SelectorForList => "selector",
        SourceFault.None => "",
        _ => "address",
    };
}
