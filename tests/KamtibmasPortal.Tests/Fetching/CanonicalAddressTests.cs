using KamtibmasPortal.News.Fetching.Web;

namespace KamtibmasPortal.Tests.Fetching;

public sealed class CanonicalAddressTests
{
    [Theory]
    [InlineData("http://www.situs.id/2024/01/berita/?utm_source=rss&utm_medium=feed", "https://situs.id/2024/01/berita")]
    [InlineData("https://situs.id/2024/01/berita", "https://situs.id/2024/01/berita")]
    [InlineData("https://m.situs.id/2024/01/berita/amp/", "https://situs.id/2024/01/berita")]
    [InlineData("https://amp.situs.id/2024/01/berita?amp=1", "https://situs.id/2024/01/berita")]
    [InlineData("https://situs.id/2024/01/berita?page=all#komentar", "https://situs.id/2024/01/berita")]
    [InlineData("https://situs.id/2024/01/berita?feed_id=77&fbclid=x", "https://situs.id/2024/01/berita")]
    [InlineData("HTTPS://SITUS.ID:443//2024//01/berita", "https://situs.id/2024/01/berita")]
    [InlineData("https://situs.blogspot.com/2024/01/berita.html?m=1", "https://situs.blogspot.com/2024/01/berita.html")]
    [InlineData("https://situs.id/index.php", "https://situs.id/")]
    [InlineData("https://situs.id/baca?b=2&a=1", "https://situs.id/baca?a=1&b=2")]
    [InlineData("https://situs.id/baca?m=article&id=5", "https://situs.id/baca?id=5&m=article")]
    [InlineData("https://situs.id/%7Ehumas/%e2%80%93a", "https://situs.id/~humas/%E2%80%93a")]
    [InlineData("https://m.id/berita", "https://m.id/berita")]
    [InlineData("http://127.0.0.1:8080/a/", "https://127.0.0.1:8080/a")]
    [InlineData("https://situs.id/baca#!/berita/7", "https://situs.id/baca#!/berita/7")]
    public void All_spellings_of_one_article_are_one(string address, string canonical) => Assert.Equal(canonical, CanonicalAddress.Of(address));

    [Theory]
    [InlineData("https://situs.id/baca?id=5", "https://situs.id/baca?id=6")]
    [InlineData("https://situs.id/berita?page=2", "https://situs.id/berita")]
    [InlineData("https://bekasi.situs.id/berita", "https://situs.id/berita")]
    [InlineData("https://situs.id/Berita", "https://situs.id/berita")]
    public void Different_articles_stay_apart(string one, string other) => Assert.NotEqual(CanonicalAddress.Of(one), CanonicalAddress.Of(other));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:a@situs.id")]
    [InlineData("//situs.id/a")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_web_address_has_none(string? address) => Assert.Null(CanonicalAddress.Of(address));

    [Fact]
    public void An_endless_address_has_none() => Assert.Null(CanonicalAddress.Of("https://situs.id/" + new string('a', 5000)));

    [Fact]
    public void Readers_are_sent_to_the_address_without_what_tracks() =>
        Assert.Equal("http://www.situs.id/berita/?id=5", CanonicalAddress.ForReaders(new Uri("http://www.situs.id/berita/?utm_source=rss&id=5&fbclid=z#isi")));
}
