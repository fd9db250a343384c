using KamtibmasPortal.News.Model;
using KamtibmasPortal.Tests.Extraction;

namespace KamtibmasPortal.Tests.Tagging;

/// <summary>Which of several places an article is about first.</summary>
public sealed class PrimaryRegionTests(Tagger tagger) : IClassFixture<Tagger>
{
    [Theory]
    [InlineData("Polda Jatim memamerkan barang bukti di Mapolda Jatim, Surabaya. Gudangnya berada di Kecamatan Ngoro, Kabupaten Mojokerto.", "35.16.05")]
    [InlineData("Banjir melanda Kabupaten Luwu Utara, kata juru bicara dalam jumpa pers di Graha BNPB, Jakarta Timur.", "73.22")]
    [InlineData("Rob menggenangi Demak, Kendal, dan Kota Pekalongan. Terparah di Kecamatan Sayung, Kabupaten Demak. Warga Demak mengungsi. Bupati Demak datang.", "33.21")]
    [InlineData("Penulis buku itu lahir di Garut. Bukunya diluncurkan di Kota Bandung.", "32.73")]
    [InlineData("Buku pensiunan polisi Rangga Cimahi, yang pernah menjabat Kapolsek Lembang, dijual di Kota Bandung.", "32.73")]
    [InlineData("Jenazah dibawa lewat Jakarta ke Kecamatan Sakra, Kabupaten Lombok Timur.", "52.03.02")]
    [InlineData("Polsek Ndona menggelar sambang. Polres Ende membantu.", "53.08")]
    [InlineData("Jumat Curhat digelar di Kelurahan Kertosari. Kapolresta Banyuwangi hadir.", "35.10")]
    [InlineData("Warga Kelurahan Pandang, Panakkukang, Makassar mengeluh kepada Polrestabes Makassar.", "73.71.09.1008")]
    [InlineData("Polisi menangkap pelaku tawuran di Manggarai. Kapolsek Tebet meminta warga Manggarai tenang.", "31.74")]
    [InlineData("Gempa merusak rumah di Manggarai. Getaran terasa di Ende, kata petugas di Jakarta Selatan.", "53")]
    [InlineData("KPK menangkap Bupati Meranti lalu membawa tersangka dari Selatpanjang ke Jakarta.", "14.10")]
    [InlineData("Bentrok pecah di Pulau Haruku, Maluku Tengah. Polresta Pulau Ambon dan Pulau-pulau Lease menurunkan personel.", "81.01.13")]
    [InlineData("Turis ditangkap di Kuta Utara, Badung.", "51.03.06")]
    [InlineData("Longsor di Kecamatan Silaen, Kabupaten Toba, dan Kecamatan Sidikalang, Kabupaten Dairi.", "12")]
    [InlineData("Tanggul Rongkong jebol. Air Sungai Rongkong masuk ke Kecamatan Malangke Barat, Kabupaten Luwu Utara.", "73.22.08")]
    public void The_place_of_the_matter(string text, string primary) =>
        Assert.Equal(primary, tagger.Instance.Tag(Document.Of(text)).Tags.Single(t => t.Kind is TagKind.Region && t.IsMain).Key);

    [Theory]
    [InlineData("Tanggul Rongkong jebol. Air Sungai Rongkong masuk ke Kecamatan Malangke Barat, Kabupaten Luwu Utara.", "73.22.05")]
    [InlineData("Buku pensiunan polisi Rangga Cimahi dijual di Kota Bandung.", "32.77")]
    [InlineData("Ia pernah menjabat Kapolsek Lembang. Bukunya dijual di Kota Bandung.", "32.17.01")]
    public void Rivers_persons_and_past_offices_are_no_places_of_it(string text, string code) =>
        Assert.DoesNotContain(tagger.Instance.Tag(Document.Of(text)).Tags, t => t.Kind is TagKind.Region && t.Key == code);
}
