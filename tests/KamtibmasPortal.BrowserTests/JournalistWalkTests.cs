using System.Globalization;
using System.Text.RegularExpressions;

namespace KamtibmasPortal.BrowserTests;

/// <summary>Research questions as a journalist asks them, from the typed words to the table that is taken along.</summary>
public sealed partial class JournalistWalkTests(PortalInBrowser browser) : IClassFixture<PortalInBrowser>
{
    [Theory]
    [InlineData("polisi OR polres", "topic", 1280, true)]
    [InlineData("netralitas ASN", "publisher", 1280, false)]
    [InlineData("narkotika -rehabilitasi", "region", 360, true)]
    [InlineData("\"tahun baru\"", "agency", 360, false)]
    [InlineData("judul:warga OR tawuran", "publisher", 1280, true)]
    public async Task From_the_question_over_a_facet_to_the_table(string question, string facet, int width, bool script)
    {
        await using var visit = await browser.OpenAsync(width, script: script);
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.Locator("nav a[href='/arsip']").First.ClickAsync();
        await page.Locator("#q").FillAsync(question);
        await page.Locator(".finder button").ClickAsync();
        var all = await CountAsync(page);
        Assert.True(all > 0, $"{question} finds nothing in the samples.");

        var link = page.Locator($".facet a[href*='{facet}=']").First;
        var promised = int.Parse(await link.Locator("xpath=../span").EvaluateAsync<string>("s => s.firstChild.textContent.trim()"), CultureInfo.InvariantCulture);
        await link.ClickAsync();

        Assert.Equal(promised, await CountAsync(page));
        Assert.Equal(question, await page.Locator("#q").InputValueAsync());
        Assert.Equal(1, await page.Locator(".facet .chosen").CountAsync());
        var csv = await (await page.APIRequest.GetAsync(await AddressAsync(page, "/arsip/ekspor.csv"))).TextAsync();
        Assert.Equal(promised, Row().Count(csv) - 1);
        var api = (await (await page.APIRequest.GetAsync(await AddressAsync(page, "/api/v1/articles"))).JsonAsync())!.Value;
        Assert.Equal(promised, api.GetProperty("total").GetInt32());

        await page.Locator(".hits h3 a").First.ClickAsync();
        await page.Locator(".cite summary").ClickAsync();
        Assert.Contains("@online{", await page.Locator(".cite pre").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_month_of_the_time_line_is_a_question_of_its_own()
    {
        await using var visit = await browser.OpenAsync(1280);
        var page = visit.Page;
        await page.GotoAsync("/arsip");
        await page.Locator(".timeline summary").ClickAsync();
        var row = page.Locator(".timeline tbody tr:has(a)").First;
        var promised = int.Parse((await row.Locator("td").Nth(1).InnerTextAsync()).Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        await row.Locator("a").ClickAsync();

        Assert.Equal(promised, await CountAsync(page));
        Assert.NotEqual("", await page.Locator("#from").InputValueAsync());
    }

    private static async Task<int> CountAsync(IPage page) =>
        int.Parse(Figures().Match(await page.Locator("#jumlah").InnerTextAsync()).Value.Replace(".", "", StringComparison.Ordinal) is { Length: > 0 } figures ? figures : "0", CultureInfo.InvariantCulture);

    private static async Task<string> AddressAsync(IPage page, string path) => (await page.Locator($".takes a[href^='{path}']").GetAttributeAsync("href"))!;

    [GeneratedRegex(@"[\d.]+", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex("\r\n", RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}
