using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.Tests.Text;

public sealed class PlainTextTests
{
    [Fact]
    public void Lines_are_folded_and_remember_the_empty_line_before_them()
    {
        var lines = PlainText.Lines("  Judul   Berita\t\r\n\r\n \u00a0 \r\nParagraf\u00a0satu.\rParagraf dua.\n");

        Assert.Equal([new TextLine("Judul Berita", false), new TextLine("Paragraf satu.", true), new TextLine("Paragraf dua.", false)], lines);
    }

    [Theory]
    [InlineData("Polres\u00a0\u00a0Kaur", "Polres Kaur")]
    [InlineData("Pol\u200bres\u200d Ka\ufeffur\u2060", "Polres Kaur")]
    [InlineData("Pol\0res\u0007 \u0001Kaur", "Polres Kaur")]
    [InlineData("Ka\u00adur \u202eterbalik\u202c", "Kaur terbalik")]
    [InlineData("a\u2003b\u3000c\u2028d", "a b c d")]
    [InlineData(" \t\u00a0\u200b\0 ", "")]
    [InlineData("", "")]
    public void White_space_is_folded_and_what_nobody_sees_is_dropped(string raw, string clean) => Assert.Equal(clean, PlainText.Fold(raw));

    [Fact]
    public void Lines_broken_at_a_fixed_column_are_joined_into_paragraphs()
    {
        var lines = PlainText.Lines("""
            Petugas memeriksa sebelas kendaraan yang melintas di jalur
            pesisir sejak pukul delapan pagi. Tidak satu pun membawa
            muatan yang tercatat dalam daftar pencarian, tetapi tiga
            pengemudi diminta memperbaiki lampu belakang dan rem-
            nya sebelum melanjutkan perjalanan pulang ke kampung.

            Pemeriksaan diulang pekan depan di tempat yang berbeda agar
            pengemudi tidak hafal jadwalnya, kata perwira jaga di pos.
            """);

        Assert.Equal(2, lines.Count);
        Assert.Contains("jalur pesisir sejak", lines[0].Text, StringComparison.Ordinal);
        Assert.Contains("rem-nya sebelum", lines[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("perwira jaga di pos.", lines[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_of_one_line_each_stay_apart()
    {
        var lines = PlainText.Lines("Polisi menutup jalan pukul enam pagi sampai selesai.\nWarga dialihkan lewat jembatan lama di hulu.\nPasar buka seperti biasa, kata lurah.\nTidak ada korban.");

        Assert.Equal(4, lines.Count);
    }

    [Fact]
    public void A_line_without_end_is_cut_and_costs_no_more_than_its_length()
    {
        var lines = PlainText.Lines(new string('a', 3_000_000) + "\nsesudahnya");

        Assert.Equal(2, lines.Count);
        Assert.InRange(lines[0].Text.Length, 10_000, 20_000);
        Assert.Equal("sesudahnya", lines[1].Text);
    }

    [Theory]
    [InlineData("Selesai.", true)]
    [InlineData("“Sudah aman!”", true)]
    [InlineData("(baru kemarin?)", true)]
    [InlineData("dan kemudian …", true)]
    [InlineData("Polres Kaur", false)]
    [InlineData("Menurut dia:", false)]
    [InlineData("”", false)]
    [InlineData("", false)]
    public void The_end_of_a_sentence_is_seen_behind_quotation_marks_and_brackets(string line, bool ends) => Assert.Equal(ends, PlainText.EndsSentence(line));
}
