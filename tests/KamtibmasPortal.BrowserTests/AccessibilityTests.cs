using Deque.AxeCore.Playwright;

namespace KamtibmasPortal.BrowserTests;

public sealed class AccessibilityTests(PortalInBrowser browser) : IClassFixture<PortalInBrowser>
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Axe_finds_nothing_on_any_kind_of_page(int width, bool dark)
    {
        await using var visit = await browser.OpenAsync(width, dark);
        var full = await ArticleAsync(visit, "Pena%20Rastra");
        var excerpt = await ArticleAsync(visit, "NusaPagi");
        var history = await ChangedArticleAsync(visit) + "/riwayat";
        foreach (var address in new[] { "/", "/wilayah", "/wilayah/18", "/wilayah/31.73.04.1001", "/instansi", "/instansi/polda-lampung", "/topik", "/topik/narkotika", full, excerpt, full + "/riwayat", history, history + "?tampilan=berdampingan", history + "?tampilan=sebaris", "/sumber", "/tentang", "/pedoman", "/privasi", "/arsip", "/arsip?q=polisi", "/arsip?q=jaktim%20wilayah:xx&region=31", "/arsip?q=tidakadasamasekali", "/tidak-ada", "/redaksi/masuk" })
        {
            await visit.GoAsync(address);
            var result = await visit.Page.RunAxe();
            Assert.True(result.Violations.Length == 0, $"{address}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} {string.Join(' ', v.Nodes.Select(n => n.Html))}"))}");
        }
    }

    /// <summary>The redaksi's pages on sources as an administrator sees them.</summary>
    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task Axe_finds_nothing_on_the_pages_of_sources_in_the_redaksi(int width, bool dark)
    {
        const string Password = "Gardu-Jaga-2026";
        var email = $"sumber{width}@contoh.id";
        Assert.Equal(0, await browser.Portal.VerbAsync(Password, "create-editor", email, "--role", "Administrator"));
        await using var visit = await browser.OpenAsync(width, dark);
        var page = visit.Page;
        await page.GotoAsync("/redaksi/masuk");
        await page.Locator("input[type=email]").FillAsync(email);
        await page.Locator("input[type=password]").FillAsync(Password);
        await page.Locator("main button[type=submit]").ClickAsync();

        await visit.GoAsync("/redaksi/sumber");
        await CleanAsync(visit);
        var source = await page.GetByRole(AriaRole.Link, new() { Name = "Pena Rastra" }).First.GetAttributeAsync("href");
        await visit.GoAsync(source!);
        await CleanAsync(visit);
        await page.Locator("input[name=minutes]").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        Assert.True(await page.GetByRole(AriaRole.Alert).IsVisibleAsync());
        await CleanAsync(visit);
        await visit.GoAsync(source!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Uji sumber" }).ClickAsync();
        Assert.True(await page.GetByText("Dibaca sampai isinya").IsVisibleAsync());
        await CleanAsync(visit);
        await visit.GoAsync(source + "/hapus");
        await CleanAsync(visit);
    }

    private static async Task CleanAsync(Visit visit)
    {
        await visit.CheckAsync();
        var result = await visit.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, $"{visit.Page.Url}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} {string.Join(' ', v.Nodes.Select(n => n.Html))}"))}");
    }

    /// <summary>Pictures for people to look at, where PORTAL_SCREENSHOTS names a folder.</summary>
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Pictures_of_the_main_pages(int width)
    {
        await using var visit = await browser.OpenAsync(width);
        var article = await ArticleAsync(visit, "Pena%20Rastra");
        foreach (var (name, address) in new[] { ("beranda", "/"), ("wilayah", "/wilayah/18"), ("artikel", article) })
        {
            await visit.GoAsync(address);
            var picture = await visit.Page.ScreenshotAsync();
            Assert.True(picture.Length > 10_000, $"{name} is blank");
            if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { Length: > 0 } folder)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{width}.png"), picture, TestContext.Current.CancellationToken);
            }
        }
    }

    private static async Task<string> ChangedArticleAsync(Visit visit)
    {
        var response = await visit.Page.APIRequest.GetAsync("/api/v1/articles?limit=100");
        return "/artikel/" + (await response.JsonAsync())!.Value.GetProperty("items").EnumerateArray().First(a => a.GetProperty("revision").GetInt32() > 1).GetProperty("id").GetString();
    }

    private static async Task<string> ArticleAsync(Visit visit, string publisher)
    {
        var response = await visit.Page.APIRequest.GetAsync($"/api/v1/articles?limit=1&publisher={publisher}");
        return "/artikel/" + (await response.JsonAsync())!.Value.GetProperty("items")[0].GetProperty("id").GetString();
    }
}
