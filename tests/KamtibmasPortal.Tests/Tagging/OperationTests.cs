using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Extraction;

namespace KamtibmasPortal.Tests.Tagging;

/// <summary>Police operations by the byname of the Polda that runs them, and words that only look like one.</summary>
public sealed class OperationTests(Tagger tagger) : IClassFixture<Tagger>
{
    public static TheoryData<string, string> Bynames => [.. ReferenceData.Rows("operations.tsv").Where(r => r[0] == "byname").Select(r => (r[1], r[2]))];

    [Theory]
    [MemberData(nameof(Bynames))]
    public void A_byname_behind_an_operation_is_the_Polda_that_runs_it(string byname, string slug)
    {
        foreach (var text in new[] { $"Sebanyak 900 personel dikerahkan dalam Operasi Lilin {byname} 2024 sejak Sabtu.", $"Apel menandai dimulainya Operasi Mantap Brata {byname}.", $"Petugas menilang 80 pemotor selama Ops Zebra-{byname}." })
        {
            var tag = Assert.Single(Agencies(text));

            Assert.Equal(slug, tag.Key);
            Assert.All(tag.Evidence, e => Assert.True(e.Text.EndsWith(byname, StringComparison.Ordinal) && text.Substring(e.Start, e.Length) == e.Text, e.Text));
        }
    }

    [Fact]
    public void Every_Polda_of_the_register_of_2023_has_a_byname() =>
        Assert.Equal(34, ReferenceData.Rows("operations.tsv").Where(r => r[0] == "byname").Select(r => r[2]).Distinct().Count());

    [Theory]
    [InlineData("Jalur tol dijaga 300 personel Ketupat Semeru 2024 hingga Minggu.", "polda-jawa-timur")]
    [InlineData("Operasi kepolisian kewilayahan bersandi \"Patuh Lancang Kuning 2023\" berakhir Minggu.", "polda-riau")]
    [InlineData("OPERASI PEKAT MAUNG MENYASAR PREMAN DI PASAR.", "polda-banten")]
    [InlineData("Operasi Lilin 2024 berlangsung di seluruh Indonesia.", "")]
    [InlineData("Operasi Mantap Brata dimulai serentak di semua provinsi.", "")]
    [InlineData("Operasi pasar Kapuas menjual beras murah.", "")]
    [InlineData("Operasi SAR di Danau Toba dihentikan sementara.", "")]
    [InlineData("Petugas menggelar Operasi Zebra Kapuas Hulu selama sepekan.", "")]
    [InlineData("Pemadaman dilakukan di tepi Sungai Musi dan Sungai Mahakam.", "")]
    [InlineData("Jemaat menyalakan lilin Agung pada malam itu.", "")]
    [InlineData("Pendaki turun dari Semeru dan Rinjani dengan selamat.", "")]
    [InlineData("Operasi Damai Cartenz berlanjut di pegunungan.", "")]
    [InlineData("Operasi Lilin. Semeru ditutup bagi pendaki.", "")]
    [InlineData("Intan Jaya menunggu bantuan logistik.", "")]
    [InlineData("Polres Tomohon memulai Operasi Lilin Samrat dengan apel.", "polres-tomohon")]
    [InlineData("Polres Metro Bekasi Kota memulai Operasi Lilin Jaya dengan apel.", "polres-metro-bekasi-kota")]
    [InlineData("Polres Brebes memantau arus dari wilayah Operasi Ketupat Lodaya.", "polres-brebes polda-jawa-barat")]
    public void What_stands_for_a_unit_and_what_does_not(string text, string slugs) =>
        Assert.Equal(slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries), Agencies(text).Select(t => t.Key));

    [Theory]
    [InlineData("Operasi Lilin Kapuas dimulai dengan apel pasukan.", "61")]
    [InlineData("Operasi Lilin Toba dimulai dengan apel pasukan.", "12")]
    [InlineData("Operasi Zebra Musi dimulai di Kota Lubuklinggau.", "16.73")]
    public void A_byname_is_no_regency_or_river(string text, string code) =>
        Assert.Equal([code], tagger.Instance.Tag(Document.Of(text)).Tags.Where(t => t.Kind is TagKind.Region).Select(t => t.Key));

    private List<ArticleTag> Agencies(string text) => [.. tagger.Instance.Tag(Document.Of(text)).Tags.Where(t => t.Kind is TagKind.Agency)];
}
