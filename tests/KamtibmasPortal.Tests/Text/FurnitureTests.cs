using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.Tests.Text;

public sealed class FurnitureTests
{
    [Theory]
    [InlineData("Iklan", LineKind.Furniture)]
    [InlineData("IklanIklan", LineKind.Furniture)]
    [InlineData("ADVERTISEMENT", LineKind.Furniture)]
    [InlineData("SCROLL TO CONTINUE WITH CONTENT", LineKind.Furniture)]
    [InlineData("Bagikan:", LineKind.Furniture)]
    [InlineData("Facebook Twitter WhatsApp Telegram", LineKind.Furniture)]
    [InlineData("Baca juga: Dua Truk Tersangkut di Jembatan Lama", LineKind.Furniture)]
    [InlineData("Simak Video 'Detik-detik Penutupan Jalan'", LineKind.Furniture)]
    [InlineData("[Gambas:Video 20detik]", LineKind.Furniture)]
    [InlineData("1.204 kali dibaca", LineKind.Furniture)]
    [InlineData("Waktu baca 3 menit", LineKind.Furniture)]
    [InlineData("#ronda #siskamling", LineKind.Furniture)]
    [InlineData("* * *", LineKind.Furniture)]
    [InlineData("Baca juga", LineKind.LinksHeading)]
    [InlineData("Related posts", LineKind.Ending)]
    [InlineData("Berita Terkait", LineKind.Ending)]
    [InlineData("Trending Now", LineKind.Ending)]
    [InlineData("Komentar", LineKind.Ending)]
    [InlineData("Leave a Comment", LineKind.Ending)]
    [InlineData("12 Comments", LineKind.Ending)]
    [InlineData("IKUTI BERITA LAINNYA DI GOOGLE NEWS", LineKind.Ending)]
    [InlineData("Your email address will not be published. Required fields are marked *", LineKind.Ending)]
    [InlineData("Dilarang mengutip tanpa izin tertulis redaksi.", LineKind.Ending)]
    [InlineData("Editor: Wahyu", LineKind.Ending)]
    [InlineData("komentar yang tampil menjadi tanggung jawab penulisnya", LineKind.Ending)]
    [InlineData("Beranda > Daerah > Kaur", LineKind.Breadcrumb)]
    [InlineData("Home » Hukum » Polres", LineKind.Breadcrumb)]
    [InlineData("Beranda", LineKind.Breadcrumb)]
    public void A_line_of_furniture_is_known_by_what_it_does(string line, LineKind kind) => Assert.Equal(kind, Furniture.KindOf(line));

    [Theory]
    [InlineData("Komentar warga di media sosial dijawab kapolsek dengan mengundang mereka minum kopi.")]
    [InlineData("Iklan lowongan palsu menjerat sebelas pencari kerja asal kecamatan itu, kata penyidik.")]
    [InlineData("Bagikan sembako kepada korban banjir menjadi agenda pertama kapolres yang baru dilantik.")]
    [InlineData("Baca doa bersama dilakukan sebelum pasukan meninggalkan lapangan menuju pos masing-masing.")]
    [InlineData("Simak dulu penjelasan petugas sebelum memasang gembok tambahan, pesan ketua rukun warga.")]
    [InlineData("Ikuti aturan lalu lintas, jangan hanya takut kamera, ujar perwira itu kepada pelajar.")]
    [InlineData("Beranda rumah kepala desa itu berubah menjadi dapur umum sejak air naik Minggu malam.")]
    [InlineData("Video amatir yang direkam warga menjadi petunjuk penting bagi penyidik perkara tersebut.")]
    [InlineData("Redaksi surat suara yang keliru ditarik petugas sebelum didistribusikan ke kecamatan.")]
    [InlineData("Topik penyuluhan malam itu adalah cara mengenali uang palsu di pasar tradisional.")]
    [InlineData("Tutup jalan sementara dilakukan sampai pohon yang tumbang selesai dipotong petugas.")]
    [InlineData("Langganan air bersih warga terputus sejak tanah bergerak menggeser pipa di bawah jalan.")]
    [InlineData("Simak juga caranya menutup keran gas, pesan petugas pemadam kepada ibu-ibu di balai warga.")]
    [InlineData("Gabung grup ronda menjadi syarat tidak tertulis bagi penghuni baru di kompleks itu.")]
    [InlineData("Home industry miras oplosan digerebek, tiga orang dibawa ke kantor polisi untuk diperiksa.")]
    [InlineData("Polisi menangkap dua orang.")]
    public void A_sentence_that_only_begins_with_such_a_word_stays_text(string line) => Assert.Equal(LineKind.Text, Furniture.KindOf(line));

    [Theory]
    [InlineData("Warga diminta tenang. Baca juga: Harga Cabai Turun di Pasar Induk", "Warga diminta tenang.")]
    [InlineData("Jalan dibuka lagi.Baca Juga Jembatan Lama Akan Dirobohkan", "Jalan dibuka lagi.")]
    [InlineData("Polisi berjaga [Gambas:Video 20detik] sampai pagi.", "Polisi berjaga sampai pagi.")]
    [InlineData("Air surut. ADVERTISEMENT Warga pulang.", "Air surut. Warga pulang.")]
    [InlineData("Anak-anak itu baca juga buku cerita di pos ronda.", "Anak-anak itu baca juga buku cerita di pos ronda.")]
    [InlineData("Lihat juga kami hidup, kata pengungsi itu.", "Lihat juga kami hidup, kata pengungsi itu.")]
    public void Links_glued_into_a_paragraph_are_cut_and_nothing_else(string paragraph, string kept) => Assert.Equal(kept, Furniture.CutInline(paragraph));

    [Fact]
    public void No_line_however_long_or_odd_stops_the_reading()
    {
        foreach (var piece in (ReadOnlySpan<string>)["Facebook ", "Beranda > ", "a > ", "#", "- ", "baca juga ", "iklan", "1.0"])
        {
            foreach (var times in (ReadOnlySpan<int>)[1, 40, 100_000])
            {
                var line = string.Concat(Enumerable.Repeat(piece, times));
                Assert.Null(Record.Exception(() => (Furniture.KindOf(line), Furniture.CutInline(line))));
            }
        }
    }
}
