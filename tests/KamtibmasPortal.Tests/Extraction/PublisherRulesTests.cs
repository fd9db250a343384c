using KamtibmasPortal.Tests.Architecture;

namespace KamtibmasPortal.Tests.Extraction;

/// <summary>A golden page for each set of rules in publishers.tsv.</summary>
public sealed class PublisherRulesTests
{
    private const string Folder = "tests/KamtibmasPortal.Tests/Extraction/Golden";

    [Theory]
    [InlineData("suaralembah-2022", "https://suaralembah.test/kapal", "Kapal Patroli Baru Tiba di Danau Lindu", "Kapal patroli bercat jingga tiba di Danau Lindu setelah diangkut dua hari melewati jalan pegunungan.\n\nKapolsek menyebut kapal itu akan menjaga pelajar yang menyeberang setiap pagi.")]
    [InlineData("suaralembah-2024", "https://www.suaralembah.test/pos", "Pos Terapung Menjaga Nelayan Danau Poso", "Pos terapung pertama di Danau Poso mulai dipakai menjaga nelayan yang melaut pada malam hari.\n\nPetugas tidur bergantian dan menyalakan lampu hijau apabila cuaca aman.")]
    public void A_page_is_read_by_the_rules_of_its_day(string file, string address, string title, string body)
    {
        var article = WebPage.Read(Repository.Read($"{Folder}/{file}.html"), address);

        Assert.Equal((title, body), (article.Title, article.Body));
    }

    [Fact]
    public void Rules_name_title_and_author_that_nothing_else_marks()
    {
        var article = WebPage.Read(Repository.Read($"{Folder}/pantaikabar-2023.html"), "https://pantaikabar.test/mercusuar");

        Assert.Equal(("Mercusuar Tua Dijaga Tiga Generasi", "Dahlia Rumkorem"), (article.Title, article.Author));
    }

    [Fact]
    public void Rules_of_one_publisher_touch_no_other_page()
    {
        var article = WebPage.Read(Repository.Read($"{Folder}/pantaikabar-2023.html"), "https://lainpantaikabar.test/mercusuar");

        Assert.NotEqual("Mercusuar Tua Dijaga Tiga Generasi", article.Title);
    }
}
