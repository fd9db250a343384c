namespace KamtibmasPortal.BrowserTests;

public sealed class EditorWalkTests(PortalInBrowser browser) : IClassFixture<PortalInBrowser>
{
    private const string Password = "Gardu-Jaga-2026";

    [Fact]
    public async Task An_editor_publishes_one_article_and_rejects_another()
    {
        Assert.Equal(0, await browser.Portal.VerbAsync(Password, "create-editor", "meja@contoh.id", "--role", "Editor"));
        await using var visit = await browser.OpenAsync(1280);
        var page = visit.Page;
        await page.GotoAsync("/redaksi");
        Assert.Contains("/redaksi/masuk", page.Url, StringComparison.Ordinal);
        await SignInAsync(page, "meja@contoh.id", Password);
        Assert.EndsWith("/redaksi", page.Url, StringComparison.Ordinal);

        var waiting = await page.Locator("main a[href^='/redaksi/artikel/']").EvaluateAllAsync<string[]>("links => [...new Set(links.map(a => a.getAttribute('href')))]");
        Assert.True(waiting.Length >= 2);
        await page.GotoAsync(waiting[0]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Terbitkan" }).First.ClickAsync();
        await page.GotoAsync(waiting[1]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tolak" }).First.ClickAsync();

        await using var resident = await browser.OpenAsync(360);
        Assert.Equal(200, (await resident.Page.GotoAsync(waiting[0].Replace("/redaksi", "", StringComparison.Ordinal)))!.Status);
        Assert.Equal(404, (await resident.Page.GotoAsync(waiting[1].Replace("/redaksi", "", StringComparison.Ordinal)))!.Status);

        await page.GotoAsync("/redaksi");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        // Signing out ends on the home page; before it stands there is nothing to go back from.
        await page.WaitForURLAsync(address => new Uri(address).AbsolutePath == "/");
        await page.GoBackAsync();
        Assert.DoesNotContain("Berita yang menunggu", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_told_in_words()
    {
        await using var visit = await browser.OpenAsync(360);
        await visit.GoAsync("/redaksi/masuk");
        await SignInAsync(visit.Page, "siapa@contoh.id", "tidak-tahu-apa-apa");

        Assert.True(await visit.Page.GetByText("tidak cocok").IsVisibleAsync());
        await visit.CheckAsync();
    }

    private static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.Locator("input[type=email]").FillAsync(email);
        await page.Locator("input[type=password]").FillAsync(password);
        await page.Locator("main button[type=submit]").ClickAsync();
    }
}
