using KamtibmasPortal.News.Stories;

namespace KamtibmasPortal.Tests.Stories;

/// <summary>One event in other words, and look-alikes in the same words.</summary>
public sealed class EventTests
{
    private const string Friday =
        "BANYUMAS – Polsek Ajibarang menggelar Jumat Curhat di Balai Desa Pancurendang, Kecamatan Ajibarang, Jumat (9/5/2025). Kegiatan dihadiri 35 warga, perangkat desa, serta Babinsa setempat."
        + "\n\nKapolsek Ajibarang AKP Wibowo Hartadi membuka acara dengan meminta warga berbicara apa adanya tentang gangguan keamanan di lingkungan masing-masing."
        + "\n\nKeluhan terbanyak menyangkut truk pasir pada jam sekolah. \"Semua keluhan kami catat dan kami jawab paling lambat tiga hari,\" kata Wibowo.";

    [Fact]
    public void Two_reports_without_a_common_sentence_meet() =>
        Assert.True(Score(Report.Profile(Report.Release), Report.Profile(Report.Own, "Goresan Cat Hijau")) > 0);

    [Theory]
    [InlineData("other place", "35.09")]
    [InlineData("place not tagged", "")]
    public void Other_regencies_part_what_no_region_does_not(string what, string region) =>
        Assert.True(Score(Report.Profile(Report.Release), Report.Profile(Report.Own, "Goresan Cat Hijau", "2025-03-04", region)) > 0 == (region.Length == 0), what);

    [Fact]
    public void The_pattern_of_every_week_is_no_copy()
    {
        var next = Friday.Replace("Pancurendang", "Kracak").Replace("(9/5/2025)", "(16/5/2025)").Replace("35 warga", "41 warga").Replace("truk pasir pada jam sekolah", "ayam yang hilang malam hari").Replace("paling lambat tiga hari", "paling lambat dua hari");
        var (first, second) = (Report.Profile(Friday, "Jumat Curhat di Pancurendang", "2025-05-09", "33.02"), Report.Profile(next, "Jumat Curhat di Kracak", "2025-05-16", "33.02"));

        Assert.True(CopyComparison.Of(first, second).Share > 0.5);
        Assert.True(Score(first, second) < 0);
    }

    [Fact]
    public void The_same_pattern_of_two_offices_on_one_day_is_two_events()
    {
        var neighbour = Friday.Replace("BANYUMAS", "PURBALINGGA").Replace("Ajibarang", "Bukateja").Replace("Pancurendang", "Kedungjati");
        var (first, second) = (Report.Profile(Friday, "Jumat Curhat", "2025-05-09", "33.02"), Report.Profile(neighbour, "Jumat Curhat", "2025-05-09", "33.03"));

        Assert.True(CopyComparison.Of(first, second).Share > 0.6);
        Assert.True(Score(first, second) < 0);
    }

    [Fact]
    public void A_copy_with_a_wrong_date_is_a_copy()
    {
        var wrong = Friday.Replace("(9/5/2025)", "(2/5/2025)");

        Assert.True(Score(Report.Profile(Friday, "Jumat Curhat", "2025-05-09", "33.02"), Report.Profile(wrong, "Jumat Curhat", "2025-05-10", "33.02")) > 0);
    }

    [Theory]
    [InlineData("Memasuki hari keempat Operasi Lilin, arus kendaraan di Gerbang Tol Pejagan naik. Petugas mencatat antrean di pintu keluar dan membuka jalur tambahan bagi pemudik menuju Tegal.", "Memasuki hari kelima Operasi Lilin, arus kendaraan di Gerbang Tol Pejagan turun. Petugas mencatat antrean di pintu keluar dan menutup jalur tambahan bagi pemudik menuju Tegal.")]
    [InlineData("Satresnarkoba mengungkap sebelas perkara selama Oktober. Barang bukti sabu dan ganja disita dari kios pulsa serta bengkel di Lubuk Basung, para tersangka kebanyakan sopir.", "Satresnarkoba mengungkap sembilan perkara selama November. Barang bukti sabu dan ganja disita dari kios pulsa serta bengkel di Lubuk Basung, para tersangka kebanyakan buruh.")]
    public void Other_editions_of_one_row_stay_apart(string one, string other)
    {
        // A day apart, so that only the edition tells them apart.
        Assert.True(Score(Report.Profile(one, "Satu", "2025-12-24", "33.29"), Report.Profile(other, "Dua", "2025-12-25", "33.29")) < 0);
    }

    [Theory]
    [InlineData("Senin (3/3) malam", true)]
    [InlineData("Senin malam", true)]
    [InlineData("kemarin", true)]
    [InlineData("Kamis (27/2) malam", false)]
    public void Days_are_read_however_they_are_printed(string words, bool same)
    {
        var one = Report.Profile("Perahu terbalik di muara pada Senin (3/3/2025).", day: "2025-03-04");
        var other = Report.Profile($"Nelayan berenang ke darat {words} setelah lambung bocor.", day: "2025-03-04");

        Assert.Equal(same, EventEvidence.Of(one, other).Days is DayAgreement.Same);
    }

    private static double Score(StoryProfile one, StoryProfile other)
    {
        var (a, b) = (Report.Article(1, one), Report.Article(2, other));
        Assert.Equal(StoryMatcher.Score(a, b), StoryMatcher.Score(b, a));
        return StoryMatcher.Score(a, b);
    }
}
