using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Tests.Web;

public sealed class AddressesTests
{
    private static readonly Guid s_id = new("0b7e2c9a-6f0d-4f4e-9a59-0c6a3f6e2d11");

    [Theory]
    [InlineData("Polres Kaur Amankan Malam Natal", "polres-kaur-amankan-malam-natal")]
    [InlineData("  \"Operasi Lilin\" -- 2026!  ", "operasi-lilin-2026")]
    [InlineData("Kafé di Simpang Lima", "kafe-di-simpang-lima")]
    [InlineData("Harga Rp10.000—naik", "harga-rp10-000-naik")]
    [InlineData("新聞", "")]
    [InlineData("", "")]
    public void A_title_becomes_letters_digits_and_dashes(string title, string slug) => Assert.Equal(slug, Addresses.Slug(title));

    [Fact]
    public void A_slug_ends_in_no_dash_even_where_it_is_cut_off()
    {
        Assert.Equal(new string('a', 79), Addresses.Slug(new string('a', 79) + " b"));
        Assert.Equal(new string('a', 80), Addresses.Slug(new string('a', 300)));
    }

    [Theory]
    [InlineData("Polres Kaur", "/polres-kaur")]
    [InlineData("Riwayat", "")]
    [InlineData("TANGGAPAN", "")]
    [InlineData("!!!", "")]
    public void An_article_stands_under_its_title_unless_that_names_another_page(string title, string end) => Assert.Equal($"/artikel/{s_id}{end}", Addresses.Article(s_id, title));
}
