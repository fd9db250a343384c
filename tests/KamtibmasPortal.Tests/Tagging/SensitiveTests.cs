using KamtibmasPortal.News.Tagging;
using KamtibmasPortal.Tests.Extraction;

namespace KamtibmasPortal.Tests.Tagging;

/// <summary>Stories that may identify a child in a criminal case or a victim of sexual crime wait; figures and campaigns do not.</summary>
public sealed class SensitiveTests(Tagger tagger) : IClassFixture<Tagger>
{
    [Theory]
    [InlineData("Seorang siswi berusia 14 tahun dicabuli pamannya di Kabupaten Kaur. Pria itu ditahan polisi.", SensitiveReason.Child)]
    [InlineData("Pelajar SMA berinisial RK (17) tewas dikeroyok di Kota Depok.", SensitiveReason.Child)]
    [InlineData("Tiga bocah pencuri kotak amal diamankan warga lalu diserahkan ke polisi.", SensitiveReason.Child)]
    [InlineData("Siswa SD yang menjadi saksi pembunuhan itu diperiksa polisi di rumah neneknya.", SensitiveReason.Child)]
    [InlineData("Ibu muda membuang bayinya di selokan. Polisi menahan perempuan itu.", SensitiveReason.Child)]
    [InlineData("Polisi menangkap pria yang memperkosa perempuan berusia 27 tahun di hotel.", SensitiveReason.SexualCrime)]
    [InlineData("Seorang karyawati menjadi korban pemerkosaan di dalam angkot. Ia melapor kepada polisi.", SensitiveReason.SexualCrime)]
    public void One_case_with_somebody_the_law_protects(string text, SensitiveReason reason)
    {
        var tagged = tagger.Instance.Tag(Document.Of(text));

        Assert.True(tagged.Sensitive);
        var matter = Assert.Single(tagged.SensitiveMatters, m => m.Reason == reason);
        Assert.NotEmpty(matter.Evidence);
        Assert.All(matter.Evidence, e => Assert.Equal(text.Substring(e.Start, e.Length), e.Text));
    }

    [Theory]
    [InlineData("Sepanjang 2024 tercatat 120 kasus kekerasan seksual terhadap anak di Kabupaten Sleman, naik 10 persen.")]
    [InlineData("Polres menggelar sosialisasi pencegahan perundungan di SMP. Siswa antusias bertanya.")]
    [InlineData("Bocah lima tahun tewas tenggelam di kolam renang. Petugas mengevakuasi jenazah.")]
    [InlineData("Tiga pemuda berusia 20 tahun ditangkap karena mencuri motor milik tetangga.")]
    [InlineData("Webinar pencegahan kekerasan seksual di kampus diikuti 300 mahasiswa.")]
    [InlineData("Anak gajah mati ditembak pemburu di Aceh. Polisi menangkap dua tersangka.")]
    [InlineData("Kapolres meminta orang tua mengawasi anak agar tidak ikut tawuran.")]
    public void Figures_campaigns_accidents_and_adults_stay_public(string text) => Assert.False(tagger.Instance.Tag(Document.Of(text)).Sensitive);

    [Fact]
    public void A_child_that_somebody_harmed_makes_the_topic_with_the_same_words()
    {
        var tagged = tagger.Instance.Tag(Document.Of("Polisi menahan pria yang memukuli bocah enam tahun sampai pingsan di Kota Metro."));

        Assert.Contains(tagged.Tags, t => t.Key == "perlindungan-anak" && t.Evidence.Count > 0);
    }
}
