namespace KamtibmasPortal.Web.Texts;

/// <summary>What is kept of whom, how long, and how to have it deleted.</summary>
public static class Privacy
{
    public const string Title = "Privasi";
    public const string Heading = "Privasi dan data pribadi";
    public const string Lead = "Membaca portal ini tidak memerlukan akun dan tidak dilacak. Di bawah ini tertulis data apa yang disimpan, tentang siapa, berapa lama, dan cara meminta penghapusannya menurut Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.";
    public const string ContactHeading = "Menghubungi kami";
    public const string NoContact = "Pengelola portal ini belum mengisi alamat surat elektronik. Gunakan formulir laporan di bawah setiap berita.";

    public static readonly IReadOnlyList<Chapter> Chapters =
    [
        new("pembaca", "Pembaca",
            "Tidak ada iklan, tidak ada alat pengukur pengunjung, dan tidak ada permintaan ke pihak ketiga. Tidak ada kuki yang dipasang untuk membaca berita; satu kuki pengaman dipasang hanya bila Anda membuka sebuah formulir, dan hilang ketika peramban ditutup.",
            "Pilihan “Wilayah saya” disimpan di peramban Anda sendiri dan tidak dikirim kepada kami. Menghapus data situs di peramban juga menghapusnya.",
            "Alamat internet (IP) dihitung di memori selama satu menit agar satu pengunjung tidak membebani pencarian, lalu dibuang. Portal tidak menulisnya ke dalam berkas. Peladen perantara milik pengelola dapat memiliki catatannya sendiri."),
        new("pelapor", "Pelapor dan pemilik hak jawab",
            "Isi laporan, dan nama serta kontak bila Anda mengisinya, hanya dapat dibaca redaktur. Nama dan kontak dipakai untuk menjawab Anda, tidak untuk hal lain, dan dihapus bila tidak diperlukan lagi atau bila Anda memintanya. Isi laporan dan jawabannya disimpan sebagai catatan redaksi."),
        new("tokoh", "Orang yang disebut dalam berita",
            "Berita adalah karya jurnalistik penerbitnya dan disimpan sebagai arsip. Bila data tentang Anda keliru, tidak relevan lagi, atau membahayakan Anda, mintalah ralat kepada kami atau kepada penerbitnya. Identitas anak dan korban kejahatan seksual kami tutup begitu dilaporkan.",
            "Bila penghapusan dikabulkan, judul, isi, riwayat, salinan halaman, indeks pencarian, dan salinan sementara ikut terhapus. Yang disimpan hanyalah sidik berkas, waktu, dan dasar penghapusan, supaya keutuhan arsip tetap dapat diperiksa."),
        new("redaktur", "Redaktur",
            "Tentang redaktur disimpan alamat surat elektronik, sandi dalam bentuk teracak, sarana masuk tambahan, daftar sesi yang masih terbuka, dan catatan tindakan redaksi. Catatan tindakan tidak dihapus, karena menjadi pertanggungjawaban kepada pembaca."),
        new("hak", "Hak Anda",
            "Anda berhak mengetahui data apa yang kami simpan tentang Anda, meminta salinannya, memperbaikinya, menghapusnya, dan berkeberatan atas pemakaiannya. Sebutkan alamat halaman yang dimaksud dan apa yang Anda minta. Bila permintaan ditolak, kami menyebutkan alasannya."),
    ];
}
