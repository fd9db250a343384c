using KamtibmasPortal.News.Model;
using KamtibmasPortal.Tests.Extraction;

namespace KamtibmasPortal.Tests.Tagging;

public sealed class RegionTests(Tagger tagger) : IClassFixture<Tagger>
{
    [Theory]
    [InlineData("Kebakaran melanda gudang di Kelurahan Gedong pada Senin malam menurut keterangan petugas.", "")]
    [InlineData("Patroli menyusuri Kelurahan Gedong, Kalisari, serta Cijantung di Kecamatan Pasar Rebo, Jakarta Timur.", "31.75.05.1001 31.75.05.1003 31.75.05.1004 31.75.05")]
    [InlineData("Longsor menutup jalan di Kecamatan Balige, Kabupaten Toba, setelah hujan lebat.", "12.12.01")]
    [InlineData("Kawanan pencuri ditangkap di Kota Bogor pada Senin malam.", "32.71")]
    [InlineData("Kawanan pencuri ditangkap di Kabupaten Bogor pada Senin malam.", "32.01")]
    [InlineData("Kawanan pencuri ditangkap di Bogor pada Senin malam.", "32")]
    [InlineData("Polres Pasuruan Kota menangkap kawanan pencuri pada Senin malam.", "35.75")]
    [InlineData("Massa bergerak di Jalan Medan Merdeka Barat, Jakarta Pusat, sejak siang.", "31.71")]
    [InlineData("Seorang bandar asal Medan ditangkap di Jakarta Selatan pada Senin malam.", "31.74")]
    [InlineData("Banjir merendam Kecamatan Ilir Timur Satu di Kota Palembang.", "16.71.05")]
    [InlineData("Banjir merendam Kecamatan Kramatjati di Jakarta Timur.", "31.75.04")]
    [InlineData("Polres Metro menggagalkan peredaran ekstasi di Kota Metro, Lampung.", "18.72")]
    [InlineData("Antrean mengular di Limboto, Kabupaten Gorontalo, sejak pagi.", "75.01.01")]
    [InlineData("Kedua kelompok saling serang sampai batang kayu patah dan batu beterbangan.", "")]
    [InlineData("Mahasiswa Universitas Jember menolong korban di Sungai Barito dan Gunung Lawu.", "")]
    [InlineData("Kombes Banjar Surya menyampaikan keterangan di Jakarta Barat.", "31.73")]
    [InlineData("Bhabinkamtibmas Kelurahan Mekarsari mengajak warga meronda.", "")]
    [InlineData("Longsor menutup jalan di Desa Wangunjaya, Kabupaten Garut, sejak pagi.", "32.05")]
    [InlineData("Tersangka AS (30), warga Desa Sukamaju, Kecamatan Sukamakmur, Kabupaten Bogor, ditangkap di Kota Tangerang.", "36.71")]
    [InlineData("Ribuan buruh dari Kota Cimahi, Kabupaten Bandung, dan Garut berkumpul di Kota Bekasi.", "32.75")]
    [InlineData("Warga Coblong dan Cibeunying Kaler mengeluh. Jalanan Bandung macet.", "32.73.02 32.73.18 32.73")]
    [InlineData("Kecamatan Biriangkanaya di Kota Makassar terendam.", "73.71.11")]
    [InlineData("Banjir menutup Kecamatan Guguk Panjang, Kota Bukittinggi.", "13.75.01")]
    [InlineData("Polisi menangkap maling di Lebak Bulus, Jakarta Selatan.", "31.74")]
    [InlineData("Ruas tol Semarang-Solo dan jalan raya Bogor ditutup di Jakarta Timur.", "31.75")]
    [InlineData("Harga Batu Bara naik, kata Wali Kota Bima Arya kepada warga.", "")]
    [InlineData("Laporan terbanyak datang dari Sulawesi Tenggara, Jambi, dan Bengkulu, kata juru bicara di kantor Kemendagri, Jakarta Pusat.", "15 17 74")]
    [InlineData("Tawuran pecah di Manggarai, Jakarta Selatan. Remaja Manggarai ditangkap.", "31.74.01.1007")]
    [InlineData("Pintu air Manggarai di Jakarta Selatan dibuka.", "31.74")]
    [InlineData("Gempa terasa di Manggarai, Nusa Tenggara Timur.", "53.10")]
    [InlineData("Bendera berkibar dari Sabang sampai Merauke.", "")]
    public void The_regions_a_sentence_names(string sentence, string codes)
    {
        var found = tagger.Instance.Tag(Document.Of(sentence)).Tags.Where(t => t.Kind is TagKind.Region).Select(t => t.Key);

        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Kapolda Metro Jaya meninjau pos penjagaan.", "polda-metro-jaya")]
    [InlineData("Kapolres Metro Jaktim menemui warga.", "polres-metro-jakarta-timur")]
    [InlineData("BPBD Kota Bekasi menurunkan perahu karet.", "bpbd-kota-bekasi")]
    [InlineData("Badan Narkotika Nasional Kota Jakarta Timur memeriksa sopir.", "bnnk-jakarta-timur")]
    [InlineData("Wakil Wali Kota Administrasi Jakarta Timur membuka rapat.", "pemkot-jakarta-timur")]
    [InlineData("Bupati Kaur melantik camat.", "pemkab-kaur")]
    [InlineData("Polres Kediri Kota menangkap pencuri.", "polres-kediri-kota")]
    [InlineData("Polsek Wonosari di Gunungkidul menghidupkan ronda.", "polsek-wonosari-gunungkidul")]
    [InlineData("Komando Distrik Militer 1603/Sikka membantu warga.", "kodim-sikka")]
    [InlineData("Badan Penanggulangan Bencana Daerah (BPBD) Kabupaten Kaur mengirim tenda.", "bpbd-kaur")]
    [InlineData("Anak buah kapal mengenakan seragam polisi di Pelabuhan Merak.", "")]
    [InlineData("Kapolrestabes Bandung menemui pengunjuk rasa.", "polrestabes-bandung")]
    [InlineData("Walikota Surabaya meninjau pasar.", "pemkot-surabaya")]
    [InlineData("Sudinhub Jakarta Selatan menertibkan parkir.", "dishub-jakarta-selatan")]
    [InlineData("Menko Polkam, Mendagri, dan Menteri PPPA bertemu.", "kemenko-polkam kemendagri kemen-pppa")]
    [InlineData("Polsek Helvetia menangkap maling di Kota Medan.", "polsek-medan-helvetia")]
    [InlineData("Dinas Sosial PPKB Banyuwangi mendampingi keluarga.", "dinsos-banyuwangi")]
    [InlineData("Bawaslu Brebes memanggil camat. Bawaslu menunggu sampai Senin.", "bawaslu-brebes")]
    [InlineData("Petugas KPU tiba di Kota Solok.", "")]
    [InlineData("Unit PPA Polres Bogor memeriksa saksi.", "polres-bogor")]
    [InlineData("Seorang kurir ditangkap petugas Bea Cukai di Kabupaten Nunukan.", "bea-cukai")]
    [InlineData("Petugas Bea Cukai Batam menyita rokok.", "bea-cukai-batam")]
    [InlineData("Jaksa dari Kejari Belawan menuntut di Kota Medan.", "kejari-belawan")]
    [InlineData("Kejari Medan memeriksa saksi.", "kejari-medan")]
    [InlineData("Ia pernah menjabat Kapolsek Lembang sebelum pensiun di Bandung Barat.", "")]
    [InlineData("Longsor menutup Kecamatan Balige, Kabupaten Toba. Kapolsek turun tangan.", "polsek-balige")]
    [InlineData("Polsek Wonosari dan Koramil Wonosari menjaga pasar di Kabupaten Klaten.", "polsek-wonosari-klaten koramil-wonosari-klaten")]
    [InlineData("Polsek Pakis menahan pencuri di Kabupaten Malang.", "polsek-pakis-kabupaten-malang")]
    [InlineData("Pengadilan Negeri Malang menghukum pencuri.", "pn-malang")]
    [InlineData("Pangdam IV/Diponegoro dan Pangdam XII/Tanjungpura bertemu.", "kodam-iv-diponegoro kodam-xii-tanjungpura")]
    [InlineData("Pemkot Jogja menertibkan parkir.", "pemkot-yogyakarta")]
    [InlineData("Satpol PP Kota Jogja menertibkan reklame.", "satpol-pp-yogyakarta")]
    [InlineData("Polres Metro menyita sabu di Lampung.", "polres-metro")]
    [InlineData("Polres Metro menyita sabu di Jakarta.", "")]
    [InlineData("Komandan Lanud Halim Perdanakusuma membuka lomba.", "lanud-halim-perdanakusuma")]
    [InlineData("Massa berkumpul di depan Gedung DPRD Sumatera Utara.", "")]
    public void The_agencies_a_sentence_names(string sentence, string slugs)
    {
        var found = tagger.Instance.Tag(Document.Of(sentence)).Tags.Where(t => t.Kind is TagKind.Agency).Select(t => t.Key);

        Assert.Equal(slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries), found);
    }

    [Fact]
    public void The_same_text_gives_the_same_tags_in_any_culture()
    {
        var article = Document.Of("POLRES SINGKAWANG menangkap pengedar sabu di Kecamatan Singkawang Barat, Kota Singkawang, Kalimantan Barat. Barang bukti sabu disita.");
        string Tags() => string.Join('|', tagger.Instance.Tag(article).Tags.Select(t => FormattableString.Invariant($"{t.Key} {t.Confidence} {t.Evidence.Count}")));
        var here = Tags();
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("tr-TR");

            Assert.Equal(here, Tags());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
