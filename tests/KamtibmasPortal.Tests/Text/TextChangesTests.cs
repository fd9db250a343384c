using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.Tests.Text;

public sealed class TextChangesTests
{
    [Fact]
    public void Words_that_changed_are_told_apart_from_those_that_stayed()
    {
        var changes = TextChanges.Between("Dua pemancing terjebak di muara, Senin.", "Tiga pemancing terjebak di muara sejak Senin.");

        Assert.Equal("-Dua +Tiga = pemancing terjebak di muara|-, + sejak = Senin.|", Shown(changes));
        Assert.False(changes.IsCosmetic);
    }

    [Fact]
    public void Changed_words_with_only_a_blank_between_them_are_one_change()
    {
        var changes = TextChanges.Between("Regu pertama berangkat", "Regu kedua menyusul");

        Assert.Equal([SegmentKind.Same, SegmentKind.Removed, SegmentKind.Added], changes.Segments.Select(s => s.Kind));
        Assert.Equal(["Regu ", "pertama berangkat", "kedua menyusul"], changes.Segments.Select(s => s.Text));
    }

    [Theory]
    [InlineData("Polres amankan jalur mudik", "Polres Amankan Jalur Mudik")]
    [InlineData("\"Aman,\" katanya", "“Aman”, katanya")]
    [InlineData("kerja sama warga", "kerjasama  warga")]
    [InlineData("Paragraf satu.\n\nParagraf dua.", "Paragraf satu. Paragraf dua.")]
    [InlineData("petugas kepolisan berjaga", "petugas kepolisian berjaga")]
    [InlineData("jembatan itu ditutpu warga", "jembatan itu ditutup warga")]
    [InlineData("warga Singkawng pulang", "warga Singkawang pulang")]
    public void Case_blanks_signs_and_misspelt_words_are_cosmetic(string before, string after)
    {
        Assert.True(TextChanges.Between(before, after).IsCosmetic);
        Assert.True(TextChanges.Between(after, before).IsCosmetic);
    }

    [Theory]
    [InlineData("12 orang mengungsi", "13 orang mengungsi")]
    [InlineData("seberat 1,5 kilogram", "seberat 15 kilogram")]
    [InlineData("pukul 10.30 WIB", "pukul 1.030 WIB")]
    [InlineData("naik 5% setahun", "naik 5 setahun")]
    [InlineData("lima rumah", "lama rumah")]
    [InlineData("ia ditangkap", "ia menangkap")]
    [InlineData("tersangka Rudianto", "tersangka Budianto")]
    [InlineData("tersangka Sutrisno", "tersangka Sutrisna")]
    [InlineData("tidak terbukti", "terbukti")]
    [InlineData("korban luka", "korban tewas")]
    public void What_a_text_says_is_never_cosmetic(string before, string after)
    {
        Assert.False(TextChanges.Between(before, after).IsCosmetic);
        Assert.False(TextChanges.Between(after, before).IsCosmetic);
    }

    [Fact]
    public void Both_versions_can_be_read_back_whatever_they_are()
    {
        var random = new Random(20261125);
        string[] pieces = ["warga", "Warga", " ", "  ", "\n\n", "\n", ".", ",", "1.500", "5", "%", "\U0001F46E", "\ud83d", "e\u0301", "-", "“", "", "\0"];
        for (var round = 0; round < 3000; round++)
        {
            var (before, after) = (Written(), Written());

            var changes = TextChanges.Between(before, after, new DiffEffort(round % 3 == 0 ? random.Next(200) : DiffEffort.OneText));

            Assert.Equal(before, string.Concat(changes.Segments.Where(s => s.Kind is not SegmentKind.Added).Select(s => s.Text)));
            Assert.Equal(after, string.Concat(changes.Segments.Where(s => s.Kind is not SegmentKind.Removed).Select(s => s.Text)));
            Assert.Equal(before == after, changes.Segments.All(s => s.Kind is SegmentKind.Same));
            Assert.DoesNotContain(changes.Segments, s => s.Text.Length == 0);
        }

        string Written() => string.Concat(Enumerable.Range(0, random.Next(25)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    [Fact]
    public void Long_texts_without_a_common_word_are_compared_by_paragraphs()
    {
        var before = string.Concat(Enumerable.Range(0, 4000).Select(i => $"lama{i} kata{i} dulu{i}" + (i % 200 == 199 ? "\n\nTetap sama.\n\n" : " ")));
        var after = string.Concat(Enumerable.Range(0, 4000).Select(i => $"baru{i} huruf{i} kini{i}" + (i % 200 == 199 ? "\n\nTetap sama.\n\n" : " ")));

        var changes = TextChanges.Between(before, after, new DiffEffort(10_000));

        Assert.Equal(20, changes.Segments.Count(s => s.Kind is SegmentKind.Same));
        Assert.Equal(20, changes.Segments.Count(s => s.Kind is SegmentKind.Removed));
    }

    [Fact]
    public void One_word_in_a_long_text_is_still_found()
    {
        var words = Enumerable.Range(0, 30_000).Select(i => $"kata{i}").ToArray();
        var before = string.Join(' ', words);
        words[17_000] = "lain";

        var changes = TextChanges.Between(before, string.Join(' ', words));

        Assert.Equal(["kata17000", "lain"], changes.Segments.Where(s => s.Kind is not SegmentKind.Same).Select(s => s.Text));
    }

    [Fact]
    public void Effort_is_spent_once_for_all()
    {
        var effort = new DiffEffort(104);

        Assert.Equal(5, TextChanges.Between("satu dua tiga", "lima dua enam", effort).Segments.Count);
        Assert.Equal(2, TextChanges.Between("satu dua tiga", "lima dua enam", effort).Segments.Count);
    }

    private static string Shown(TextChanges changes) => string.Concat(changes.Segments.Select(s => (s.Kind switch { SegmentKind.Same => "=", SegmentKind.Added => "+", _ => "-" }) + s.Text + (s.Kind is SegmentKind.Same ? "|" : " ")));
}
