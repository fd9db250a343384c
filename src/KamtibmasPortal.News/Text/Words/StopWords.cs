namespace KamtibmasPortal.News.Text.Words;

/// <summary>Words that stand in every text and say nothing of it: particles, pronouns, numerals, verbs of saying, times. This project's own list.</summary>
public static class StopWords
{
    private static readonly HashSet<string> s_words = new(
        """
        ada adalah adanya agar akan akhir akhirnya aku anda antara apa apabila apakah apalagi asal atas atau awal bagai bagaimana bagi bagian bahkan bahwa baik
        banyak baru bawah beberapa begini begitu belakang belum benar berada berapa berbagai berikut bersama besar betul biasa bila bisa boleh bukan bulan cara
        cukup cuma dahulu dalam dan dapat dari daripada dekat demi demikian dengan depan di dia dilakukan diri dua dulu empat enam gitu guna hal hampir hanya hari
        harus hendak hingga ia ialah ikut ingin ini itu jadi jam jangan jauh jelas jika juga jumat kali kalau kalian kami kamis kamu kapan karena kata katanya ke
        kecil kemarin kembali kemudian kenapa kepada ketika khusus kini kita kurang lagi lain lainnya lalu lama lebih lewat lima maka malam mana masa masih masing
        masuk mau melakukan melalui memang membuat mengapa mengatakan menit menjadi menurut menyatakan merasa mereka meski mengenai minggu misalnya mulai mungkin
        namun nanti nya oleh orang pada padahal pagi paling para per pernah pertama perlu pihak pula pun punya rabu saat saja salah sama sambil sampai sana sangat
        satu saya se sebab sebagai sebagian sebelum sebuah secara sedang sedikit sehingga sejak sejumlah sekali sekarang sekitar selain selaku selalu selama selasa
        seluruh sembilan semua senin seorang sepuluh seperti sering serta sesuai sesudah setelah setiap siang siapa silakan sini situ sore suatu sudah supaya tahun
        tapi tanggal tanpa tak telah tempat tengah tentang tentu terhadap terjadi terkait termasuk ternyata tersebut terus tetap tetapi tiap tiba tidak tiga tujuh
        turut ucap ucapnya ujar ujarnya umum untuk usai wah waktu walau warga wib wit wita yaitu yakni yang
        indonesia nasional negara pemerintah daerah wilayah kota kabupaten kecamatan kelurahan desa provinsi petugas polisi polres polda polsek kegiatan masyarakat
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.Ordinal);

    private static readonly Lazy<HashSet<string>> s_roots = new(() => RootList.Load().Words.ToHashSet(StringComparer.Ordinal));

    /// <param name="word">In small letters.</param>
    public static bool Contains(string word) => s_words.Contains(word);

    /// <summary>Whether it is a word of the language and no name, as far as the list of roots knows.</summary>
    /// <param name="word">In small letters.</param>
    public static bool IsEveryday(string word) => Contains(word) || s_roots.Value.Contains(word);
}
