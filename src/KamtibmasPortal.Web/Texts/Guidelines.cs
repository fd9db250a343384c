namespace KamtibmasPortal.Web.Texts;

/// <summary>How the portal works as a medium: its rules for what it shows, tags, corrects and takes back.</summary>
public static class Guidelines
{
    public const string Title = "Pedoman";
    public const string Heading = "Pedoman pemberitaan dan penandaan";
    public const string Lead = "Portal ini bekerja menurut Undang-Undang Nomor 40 Tahun 1999 tentang Pers, Kode Etik Jurnalistik, dan Pedoman Pemberitaan Media Siber dari Dewan Pers. Halaman ini menjelaskan penerapannya di sini.";

    public static readonly IReadOnlyList<Chapter> Chapters =
    [
        new("asal", "Dari mana berita datang",
            "Berita diambil dari umpan, peta situs, dan halaman daftar milik penerbit: media lokal, kepolisian, pemerintah daerah, serta lembaga lain. Daftar lengkapnya, termasuk kapan terakhir diambil, ada di halaman Sumber.",
            "Sumber baru ditinjau lebih dahulu, kecuali siaran resmi yang sejak awal dipercaya redaksi. Selama ditinjau, tidak satu pun beritanya tampil sebelum dibaca redaktur."),
        new("muatan", "Apa yang kami muat",
            "Untuk kebanyakan sumber kami hanya memuat judul, teras, nama penerbit dan penulis, tanggal, serta kutipan paling panjang 200 karakter, selalu dengan tautan ke tulisan aslinya. Teks lengkap hanya ditampilkan untuk siaran resmi dan sumber yang mengizinkannya.",
            "Isi berita tidak kami ubah. Bila penerbit mengubah beritanya, versi lama dan versi baru tercatat dan dapat dibandingkan di halaman Riwayat perubahan. Bila penerbit menghapusnya, hal itu kami tandai."),
        new("penandaan", "Cara mesin menandai berita",
            "Wilayah, instansi, dan topik ditetapkan oleh aturan tertulis yang membaca judul, isi, dan keterangan gambar. Setiap tanda memperlihatkan kata-kata yang menjadi dasarnya, letaknya, nama aturannya, dan tingkat keyakinannya. Ketuk sebuah tanda pada halaman berita untuk melihatnya.",
            "Nama tempat yang sama di beberapa daerah hanya ditandai bila ada petunjuk lain dalam berita, misalnya kabupaten atau kepolisian setempat. Bila petunjuk itu tidak ada, kami memilih wilayah yang lebih luas daripada menebak.",
            "Redaktur dapat menambah, membenarkan, atau menolak tanda. Keputusan redaktur tidak ditimpa oleh mesin."),
        new("peristiwa", "Satu peristiwa, banyak berita",
            "Berita tentang kejadian yang sama dikumpulkan menjadi satu peristiwa. Kami membedakan salinan siaran yang sama dari laporan mandiri, dan menunjukkan hal yang berbeda antara satu media dan media lain, misalnya tanggal atau jumlah orang."),
        new("anak", "Anak dan korban",
            "Berita yang mungkin membuka identitas anak yang berhadapan dengan hukum atau korban kejahatan seksual ditahan, dari sumber mana pun, sampai seorang redaktur membacanya. Jika tetap dimuat, identitas mereka tidak boleh tampil."),
        new("ralat", "Ralat, koreksi, dan hak jawab",
            "Siapa pun dapat melaporkan kekeliruan atau menggunakan hak jawab lewat formulir di bawah setiap berita, tanpa akun. Kekeliruan kami, misalnya tanda yang salah, kami perbaiki dan kami umumkan sebagai ralat pada berita itu dan di halaman Ralat. Kekeliruan dalam isi berita kami teruskan kepada penerbitnya, dan hak jawab kami tautkan pada berita yang ditanggapi.",
            "Ralat tidak pernah dihapus. Berita dan ralatnya saling bertaut."),
        new("pencabutan", "Pencabutan berita",
            "Berita yang sudah tampil tidak dicabut karena tekanan pihak luar. Berita dapat ditarik bila menyangkut kesusilaan, masa depan anak, pengalaman traumatik korban, kebencian terhadap suku, agama, ras, atau golongan, pertimbangan khusus yang ditetapkan Dewan Pers, putusan pengadilan, atau kekeliruan yang tidak dapat diralat. Alasan penarikan ditulis di alamat berita itu.",
            "Penghapusan permanen dilakukan hanya oleh administrator dengan dasar yang dicatat. Yang tersisa sesudahnya hanyalah sidik berkas, waktu, dan dasar penghapusan."),
        new("sengketa", "Sengketa",
            "Bila jawaban kami tidak memuaskan, pengaduan tentang pemberitaan dapat disampaikan kepada Dewan Pers."),
    ];
}
