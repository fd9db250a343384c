using System.Text;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.Tests.Text;

public sealed class TextDecoderTests
{
    private const string Report = "Kapolsek berkata, “Ronda dihidupkan lagi – mulai Jum’at.”\nWarga setuju, katanya di Pos 3.";

    /// <summary>Names of encodings, for theories that read better than byte arrays.</summary>
    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false },
        { "utf-8", true },
        { "utf-16", false },
        { "utf-16", true },
        { "utf-16BE", false },
        { "utf-16BE", true },
        { "utf-32", true },
        { "windows-1252", false },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void A_report_reads_the_same_in_whatever_encoding_it_came(string name, bool marked)
    {
        var bytes = Bytes(Report, name, marked);

        Assert.Equal(Report, TextDecoder.Decode(bytes));
    }

    [Fact]
    public void Characters_beyond_Latin_survive()
    {
        const string text = "Aksara Jawa ꦲꦏ꧀ꦱꦫ, emoji 🚓, huruf é.";

        Assert.Equal(text, TextDecoder.Decode(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(text, TextDecoder.Decode(Bytes(text, "utf-16", marked: true)));
    }

    [Fact]
    public void A_declared_charset_decides_only_what_is_no_UTF8()
    {
        var greek = Bytes("Άρθρο", "iso-8859-7", marked: false);

        Assert.Equal("Άρθρο", TextDecoder.Decode(greek, "ISO-8859-7"));
        Assert.Equal("Rp5 – é", TextDecoder.Decode(Encoding.UTF8.GetBytes("Rp5 – é"), "iso-8859-7"));
        Assert.Equal("caf\u00e9", TextDecoder.Decode([.. "caf"u8, 0xE9], "x-invented"));
        Assert.Equal("caf\u00e9", TextDecoder.Decode([.. "caf"u8, 0xE9], "utf-8"));
    }

    [Fact]
    public void Bytes_that_are_no_text_give_null()
    {
        byte[] picture = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 0x0D, .. "IHDR"u8, 0, 0, 2, 0, 0, 0, 2, 0, 8, 6, 0, 0, 0];
        byte[] archive = [.. "PK"u8, 3, 4, 0x14, 0, 0, 0, 8, 0, .. "berita.txt"u8, 0x4B, 0xCD, 0x2F, 1];
        byte[] noise = [.. Enumerable.Range(0, 4096).Select(i => (byte)((i * 7919) % 256))];

        Assert.Null(TextDecoder.Decode(picture));
        Assert.Null(TextDecoder.Decode(archive));
        Assert.Null(TextDecoder.Decode(noise));
        Assert.Null(TextDecoder.Decode([.. "Berita polisi"u8, 0, .. " dan warga, disalin tidak utuh."u8]));
        Assert.Null(TextDecoder.Decode([.. Enumerable.Repeat((byte)1, 200)]));
    }

    [Fact]
    public void Nothing_and_a_mark_alone_are_empty_text()
    {
        Assert.Equal("", TextDecoder.Decode([]));
        Assert.Equal("", TextDecoder.Decode([0xEF, 0xBB, 0xBF]));
        Assert.Equal("", TextDecoder.Decode([0xFF, 0xFE]));
        Assert.Equal("", TextDecoder.Decode([0xFE, 0xFF]));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41 })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0xD8 })]
    [InlineData(new byte[] { 0x41, 0, 0x42 })]
    public void Torn_bytes_do_not_throw(byte[] bytes) => Assert.Null(Record.Exception(() => TextDecoder.Decode(bytes)));

    /// <summary>An escape and a form feed come from printers and old mailers.</summary>
    [Fact]
    public void A_few_control_characters_do_not_make_a_text_binary() =>
        Assert.Equal("Halaman satu\fHalaman dua\u001b[0m", TextDecoder.Decode("Halaman satu\fHalaman dua\u001b[0m"u8));

    private static byte[] Bytes(string text, string name, bool marked)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        return marked ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text);
    }
}
