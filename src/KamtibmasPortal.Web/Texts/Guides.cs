namespace KamtibmasPortal.Web.Texts;

/// <summary>What a topic holds and what a resident can do.</summary>
/// <param name="In">What belongs to it.</param>
/// <param name="Out">What does not, though it uses the same words.</param>
/// <param name="Steps">What to do, in the order of doing.</param>
public sealed record Guide(string In, string Out, IReadOnlyList<string> Steps);

/// <summary>Guides to the topics that come with the portal; a topic that editors added has its description alone.</summary>
public static class Guides
{
    public const string InHeading = "Yang termasuk";
    public const string OutHeading = "Yang tidak termasuk";
    public const string StepsHeading = "Yang dapat Anda lakukan";

    private static readonly Dictionary<string, Guide> s_guides = new(StringComparer.Ordinal)
    {
        ["nataru"] = new(
            "Penjagaan gereja dan tempat wisata, pos pengamanan, arus mudik dan balik, serta perayaan malam tahun baru.",
            "Berita Natal atau tahun baru tanpa urusan keamanan, misalnya diskon, konser, atau ucapan selamat.",
            ["Titipkan rumah kosong kepada tetangga atau ketua RT; sebagian polsek menerima titipan kendaraan.", "Catat pos pengamanan terdekat sebelum berangkat.", "Melihat benda atau gerak-gerik mencurigakan di tempat ibadah: menjauh, lalu hubungi 110."]),
        ["netralitas-pemilu"] = new(
            "Sikap dan pelanggaran netralitas ASN, TNI, Polri, kepala desa, dan perangkat desa, beserta penanganannya.",
            "Dukungan politik warga biasa dan partai, yang memang bebas memilih.",
            ["Simpan bukti: foto, tangkapan layar, tanggal, dan tempat.", "Laporkan ke Bawaslu atau Panwascam setempat, paling lambat tujuh hari sejak diketahui.", "Jangan sebarkan nama terlapor sebelum ada putusan."]),
        ["keamanan-pemilu"] = new(
            "Pengamanan tahapan pemilu dan pilkada: logistik, kampanye, tempat pemungutan suara, dan penghitungan.",
            "Hasil suara, debat, dan strategi partai tanpa urusan keamanan.",
            ["Ancaman atau kericuhan di TPS: beri tahu petugas yang berjaga, lalu hubungi 110.", "Dugaan politik uang: laporkan ke Bawaslu atau Panwascam setempat.", "Periksa kabar dari akun resmi KPU sebelum meneruskannya."]),
        ["narkotika"] = new(
            "Peredaran, penyalahgunaan, pengungkapan kasus, pemusnahan barang bukti, rehabilitasi, dan pencegahan.",
            "Tulisan yang hanya menyebut narkoba dalam daftar imbauan atau sebagai syarat melamar kerja.",
            ["Ingin melapor: hubungi 110 atau BNN 184; jangan menangkap sendiri.", "Keluarga yang memakai: pengguna yang melapor untuk dipulihkan diarahkan ke rehabilitasi. Tanyakan ke BNN 184.", "Orang tidak sadar atau sesak napas setelah memakai: hubungi 119 dan katakan apa yang dipakainya."]),
        ["perlindungan-anak"] = new(
            "Kekerasan, perundungan, penelantaran, dan eksploitasi anak, penanganannya, serta pencegahan di rumah dan sekolah.",
            "Lomba, sekolah, dan kesehatan anak pada umumnya.",
            ["Anak dalam bahaya sekarang: hubungi 110.", "Ingin bertanya atau melapor: SAPA 129, atau UPTD PPA di kabupaten/kota.", "Jangan sebarkan nama, wajah, sekolah, atau alamat anak; undang-undang melarangnya."]),
        ["kejahatan-jalanan"] = new(
            "Begal, jambret, pencurian kendaraan, tawuran, geng motor, dan pemerasan di jalan.",
            "Kecelakaan lalu lintas dan kejahatan di dalam rumah atau kantor.",
            ["Utamakan keselamatan; barang dapat diganti.", "Hubungi 110 dan sebutkan tempat, arah lari, serta ciri kendaraan.", "Buat laporan di polsek terdekat dan simpan tanda terimanya."]),
        ["bencana"] = new(
            "Banjir, longsor, gempa, tsunami, letusan gunung, kebakaran hutan, cuaca ekstrem, dan kesiapsiagaannya.",
            "Kata bencana sebagai kiasan, misalnya dalam olahraga dan politik.",
            ["Ikuti perintah mengungsi dari petugas; bawa obat, surat penting, dan air minum.", "Orang hilang atau terjebak: hubungi Basarnas 115.", "Periksa peringatan BMKG dan BPBD sebelum meneruskan kabar."]),
        ["unjuk-rasa"] = new(
            "Penyampaian pendapat di muka umum, mogok kerja, dan pengamanannya.",
            "Kritik lewat media sosial dan sidang tanpa aksi di lapangan.",
            ["Pemberitahuan aksi disampaikan kepada polisi paling lambat tiga kali 24 jam sebelumnya.", "Terjebak kericuhan: menjauh dari kerumunan, tutup hidung dan mulut, cari jalan samping.", "Ada yang terluka: hubungi 119."]),
        ["kemitraan-warga"] = new(
            "Jumat Curhat, ronda, pos kamling, polisi RW, patroli dialogis, dan kerja sama lain polisi dengan warga.",
            "Bakti sosial dan seremoni tanpa urusan keamanan lingkungan.",
            ["Kenali Bhabinkamtibmas dan Babinsa di kelurahan atau desa Anda; namanya ada di kantor kelurahan.", "Usulkan jadwal ronda lewat ketua RT atau RW.", "Sampaikan keluhan di Jumat Curhat atau lewat 110."]),
    };

    public static Guide? Of(string topic) => s_guides.GetValueOrDefault(topic);
}
