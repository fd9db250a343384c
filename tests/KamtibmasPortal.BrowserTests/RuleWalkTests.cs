using Deque.AxeCore.Playwright;

namespace KamtibmasPortal.BrowserTests;

/// <summary>The rules in a browser: an alias is proposed, its effect seen, applied, and undone to the very same tags.</summary>
public sealed class RuleWalkTests(PortalInBrowser browser) : IClassFixture<PortalInBrowser>
{
    private const string Password = "Gardu-Jaga-2026";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_alias_is_previewed_applied_and_undone_to_identical_tags(bool script)
    {
        await using var visit = await EnterAsync($"aturan{script}@contoh.id", script, 1280, dark: false);
        var page = visit.Page;
        var before = await TagsAsync(visit);
        await visit.GoAsync("/redaksi/aturan");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tambah", Exact = true }).ClickAsync();
        await page.GetByLabel("Nama", new() { Exact = true }).FillAsync("dan");
        await page.GetByLabel("Kode wilayah").FillAsync("18.71");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lihat dampaknya" }).ClickAsync();
        Assert.True(await page.GetByText("kata umum yang ada di hampir semua berita").IsVisibleAsync());
        await CleanAsync(visit, script);

        // A village that stands in the headline of one sample.
        await page.GetByLabel("Nama", new() { Exact = true }).FillAsync("Dompyong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lihat dampaknya" }).ClickAsync();
        await page.WaitForURLAsync("**/redaksi/aturan/*-*");
        await DoneAsync(page, "Siap diputuskan");
        await CleanAsync(visit, script);
        Assert.True(await page.GetByText("Mendapat tanda").IsVisibleAsync());
        Assert.Equal(before, await TagsAsync(visit));

        await page.GetByRole(AriaRole.Button, new() { Name = "Terapkan" }).ClickAsync();
        await DoneAsync(page, "Berlaku");
        await CleanAsync(visit, script);
        Assert.NotEqual(before, await TagsAsync(visit));
        await page.GetByRole(AriaRole.Button, new() { Name = "Batalkan perubahan ini" }).ClickAsync();
        await DoneAsync(page, "Sudah dibatalkan");

        Assert.Equal(before, await TagsAsync(visit));
        Assert.Empty(visit.Complaints);
    }

    /// <summary>Also the pictures for people to look at, where PORTAL_SCREENSHOTS names a folder.</summary>
    [Theory]
    [InlineData(320, false)]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Axe_finds_nothing_on_the_pages_of_the_rules(int width, bool dark)
    {
        await using var visit = await EnterAsync($"aturan{width}{dark}@contoh.id", true, width, dark);
        var page = visit.Page;
        await page.GotoAsync("/redaksi/aturan/usul?bagian=kata");
        await page.GetByLabel("Topik").SelectOptionAsync("narkotika");
        await page.GetByLabel("Bobot").SelectOptionAsync("3");
        await page.GetByLabel("Kata", new() { Exact = true }).FillAsync($"serbuk ajaib{width}{(dark ? "gelap" : "terang")}|ronda");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lihat dampaknya" }).ClickAsync();
        await page.WaitForURLAsync("**/redaksi/aturan/*-*");
        await DoneAsync(page, "Siap diputuskan");
        var change = new Uri(page.Url).AbsolutePath;
        foreach (var (name, address) in new[] { ("aturan", "/redaksi/aturan"), ("aturan-kata", "/redaksi/aturan?bagian=kata&cari=misa"), ("aturan-nomor", "/redaksi/aturan?bagian=nomor"), ("aturan-usul", "/redaksi/aturan/usul?bagian=instansi"), ("aturan-hapus", "/redaksi/aturan/usul?bagian=topik&baris=bencana&hapus=ya"), ("aturan-satu", change) })
        {
            await visit.GoAsync(address);
            await CleanAsync(visit);
            if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { Length: > 0 } folder)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{width}{(dark ? "-gelap" : "")}.png"), await page.ScreenshotAsync(new() { FullPage = true }), TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>Waits for a job as somebody does who looks again.</summary>
    private static async Task DoneAsync(IPage page, string state)
    {
        for (var tries = 0; tries < 60 && await page.Locator(".opening .kind").InnerTextAsync() != state; tries++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            await page.ReloadAsync();
        }

        Assert.Equal(state, await page.Locator(".opening .kind").InnerTextAsync());
    }

    private static async Task<string> TagsAsync(Visit visit)
    {
        var articles = (await (await visit.Page.APIRequest.GetAsync("/api/v1/articles?limit=100")).JsonAsync())!.Value.GetProperty("items").EnumerateArray();
        return string.Join('\n', articles.Select(a => $"{a.GetProperty("id").GetString()} {a.GetProperty("regions")} {a.GetProperty("agencies")} {a.GetProperty("topics")}").Order(StringComparer.Ordinal));
    }

    /// <summary>Axe is a script itself: where none runs it would be waited for without end.</summary>
    private static async Task CleanAsync(Visit visit, bool script = true)
    {
        await visit.CheckAsync();
        if (!script)
        {
            return;
        }

        var result = await visit.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, $"{visit.Page.Url}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} {string.Join(' ', v.Nodes.Select(n => n.Html))}"))}");
    }

    private async Task<Visit> EnterAsync(string email, bool script, int width, bool dark)
    {
        Assert.Equal(0, await browser.Portal.VerbAsync(Password, "create-editor", email, "--role", "Administrator"));
        var visit = await browser.OpenAsync(width, dark, script);
        await visit.Page.GotoAsync("/redaksi/masuk");
        await visit.Page.Locator("input[type=email]").FillAsync(email);
        await visit.Page.Locator("input[type=password]").FillAsync(Password);
        await visit.Page.Locator("main form button[type=submit]").First.ClickAsync();
        return visit;
    }
}
