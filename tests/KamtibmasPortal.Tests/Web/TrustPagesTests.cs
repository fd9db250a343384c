using System.Net;

namespace KamtibmasPortal.Tests.Web;

public sealed class NamedPortal : RunningPortal
{
    protected override string[] MoreSettings =>
    [
        "--Portal:Operator=Yayasan Kabar Tenteram", "--Portal:ContactEmail=redaksi@tenteram.test",
        "--Portal:PostalAddress=Jalan Kenari 7, Salatiga", "--Portal:ResponsibleEditor=Wahyu Pramesti",
    ];
}

/// <summary>Who answers for the portal and by which rules it works.</summary>
public sealed class TrustPagesTests(NamedPortal portal) : IClassFixture<NamedPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_publishers_box_names_who_the_law_asks_for()
    {
        var page = await PageAsync("/tentang");

        Assert.All(["Yayasan Kabar Tenteram", "redaksi@tenteram.test", "Jalan Kenari 7, Salatiga", "Wahyu Pramesti"], named => Assert.Contains(named, page, StringComparison.Ordinal));
        Assert.DoesNotContain("Belum diisi", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pedoman", "Cara mesin menandai berita")]
    [InlineData("/privasi", "mailto:redaksi@tenteram.test")]
    public async Task Rules_and_privacy_are_linked_from_every_page(string address, string told)
    {
        Assert.Contains(told, await PageAsync(address), StringComparison.Ordinal);
        Assert.Contains($"href=\"{address}\"", await PageAsync("/wilayah"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_sets_no_cookie()
    {
        foreach (var address in new[] { "/", "/arsip?q=polisi", "/privasi", "/wilayah/31.75" })
        {
            using var response = await portal.Client.GetAsync(address, Stop);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.False(response.Headers.Contains("Set-Cookie"), address);
        }
    }

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await portal.Client.GetStringAsync(address, Stop));
}
