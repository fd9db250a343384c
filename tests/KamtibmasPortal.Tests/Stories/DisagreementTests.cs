using KamtibmasPortal.News.Stories;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.Tests.Stories;

/// <summary>What outlets tell differently, and whose date can't be right.</summary>
public sealed class DisagreementTests
{
    [Theory]
    [InlineData("Kebakaran itu menewaskan tiga orang penghuni.", "Sebanyak lima orang tewas dalam kebakaran itu.", "tewas", "tiga orang", "lima orang")]
    [InlineData("Polisi menyita sabu seberat 11,3 kilogram dari tabung.", "Dari tabung disita 14 kilogram sabu.", "gram sabu", "11,3 kilogram", "14 kilogram")]
    [InlineData("Kerugian ditaksir Rp750 juta oleh pemilik.", "Pemilik menyebut kerugian mencapai Rp1,2 miliar.", "rupiah rugi", "Rp750 juta", "Rp1,2 miliar")]
    [InlineData("Sekitar 2.500 buruh memenuhi jalan.", "Panitia menghitung tiga ribu orang ikut serta.", "peserta", "2.500 buruh", "tiga ribu orang")]
    public void Numbers_that_differ_are_told_in_their_words(string one, string other, string about, string said, string against)
    {
        var found = Assert.Single(Find((one, "2025-03-04"), (other, "2025-03-04")));

        Assert.Equal((DisagreementKind.Number, about), (found.Kind, found.About));
        Assert.Equal([said, against], found.Sides.SelectMany(s => s.Words).OrderBy(w => w.ArticleId).Select(w => Quote(w, one, other)));
    }

    [Theory]
    [InlineData("Petugas menyita 11,3 kilogram sabu.", "Petugas menyita lebih dari 11 kilogram sabu.")]
    [InlineData("Tiga orang tewas, dua orang luka.", "Dua orang luka dan tiga orang tewas.")]
    [InlineData("Dua orang tewas di rumah pertama, tiga orang tewas di rumah kedua.", "Lima orang tewas.")]
    [InlineData("Hadir 40 warga dan 12 tokoh.", "Acara selesai pukul 11.00 dengan 35 nasi kotak.")]
    public void What_agrees_or_can_not_be_set_against_each_other_is_no_disagreement(string one, string other) => Assert.Empty(Find((one, "2025-03-04"), (other, "2025-03-04")));

    [Fact]
    public void A_day_of_its_own_disagrees_and_is_flagged()
    {
        (string, string)[] texts = [("Longsor terjadi Selasa (18/2/2025).", "2025-02-19"), ("Tebing runtuh Selasa (18/2/2025) malam.", "2025-02-19"), ("Tanah bergerak Rabu (12/2/2025).", "2025-02-20")];

        var found = Assert.Single(Find(texts));

        Assert.Equal(DisagreementKind.Date, found.Kind);
        Assert.Equal(["2025-02-18", "2025-02-12"], found.Sides.Select(s => s.Value));
        var conflict = Assert.Single(Conflicts(texts));
        Assert.Equal((Report.Id(2), new DateOnly(2025, 2, 12), new DateOnly(2025, 2, 18), false), (conflict.ArticleId, conflict.Own, conflict.Others, conflict.IsPublication));
    }

    [Fact]
    public void Published_before_it_happened_is_flagged()
    {
        var conflict = Assert.Single(Conflicts(("Longsor terjadi Selasa (18/2/2025).", "2025-02-19"), ("Tebing runtuh Selasa (18/2/2025).", "2025-02-20"), ("Longsor Selasa (18/2/2025) menutup jalan.", "2025-02-09")));

        Assert.Equal((Report.Id(2), true), (conflict.ArticleId, conflict.IsPublication));
    }

    [Fact]
    public void A_report_of_the_day_after_is_no_conflict() =>
        Assert.Empty(Conflicts(("Longsor terjadi Selasa (18/2/2025).", "2025-02-19"), ("Tebing runtuh Selasa (18/2/2025).", "2025-02-19"), ("Murid menyeberang dengan perahu pada Rabu pagi.", "2025-02-19")));

    private static IReadOnlyList<StoryDisagreement> Find(params (string Body, string Day)[] texts) =>
        new StoryDisagreements(new WordReader()).Find([.. texts.Select((t, i) => new StoryReading(Report.Id(i), Report.Text(t.Body, "Judul", t.Day)))]);

    private static IReadOnlyList<DateConflict> Conflicts(params (string Body, string Day)[] texts) =>
        DateConflicts.Find([.. texts.Select((t, i) => Report.Article(i, Report.Profile(t.Body, "Judul", t.Day)))]);

    private static string Quote(StatedWords words, string one, string other) => (words.ArticleId == Report.Id(0) ? one : other).Substring(words.Start, words.Length);
}
