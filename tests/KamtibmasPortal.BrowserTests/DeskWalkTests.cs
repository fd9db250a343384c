using Deque.AxeCore.Playwright;

namespace KamtibmasPortal.BrowserTests;

/// <summary>A day at the desk: keys, tags, many at once, withdrawal, erasure, an ended session.</summary>
public sealed class DeskWalkTests(PortalInBrowser browser) : IClassFixture<PortalInBrowser>
{
    private const string Password = "Gardu-Jaga-2026";

    [Fact]
    public async Task An_article_is_published_with_two_keys_and_opened_with_two()
    {
        await using var visit = await EnterAsync("kunci@contoh.id", "Editor");
        var page = visit.Page;
        await page.GotoAsync("/redaksi");
        await page.Keyboard.PressAsync("j");
        var first = await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')");
        Assert.StartsWith("/redaksi/artikel/", first, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.GetByText("pilih untuk tindakan massal").IsVisibleAsync());

        await page.Keyboard.PressAsync("p");
        await page.WaitForURLAsync("**hasil=terbit**");

        Assert.True(await page.GetByText("Berita sudah diterbitkan.").IsVisibleAsync());
        await using var resident = await browser.OpenAsync(360);
        Assert.Equal(200, (await resident.Page.GotoAsync(first.Replace("/redaksi", "", StringComparison.Ordinal)))!.Status);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/redaksi/artikel/**");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_wrong_tag_is_rejected_by_one_key_and_does_not_return()
    {
        await using var visit = await EnterAsync("tanda@contoh.id", "Editor");
        var page = visit.Page;
        var article = await PublishedAsync(visit, "topic=narkotika");
        await page.GotoAsync("/redaksi" + article);
        var tag = page.Locator(".tagging > .topik").First;
        var name = await tag.Locator("b").InnerTextAsync();
        await tag.FocusAsync();
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("s");
        await page.WaitForURLAsync("**hasil=simpan");

        Assert.Equal(0, await page.Locator(".tagging b").GetByText(name, new() { Exact = true }).CountAsync());
        Assert.Equal(0, await browser.Portal.VerbAsync("", "retag"));
        await page.ReloadAsync();
        Assert.Equal(0, await page.Locator(".tagging b").GetByText(name, new() { Exact = true }).CountAsync());
        await page.GotoAsync(article);
        Assert.Equal(0, await page.Locator(".group.topik").GetByText(name, new() { Exact = true }).CountAsync());

        // What was rejected comes back from the history.
        await page.GotoAsync("/redaksi" + article);
        await page.Locator(".edits form button").First.ClickAsync();
        await page.WaitForURLAsync("**hasil=kembali");
        Assert.True(await page.Locator(".tagging b").GetByText(name, new() { Exact = true }).CountAsync() > 0);
    }

    [Fact]
    public async Task An_act_on_many_is_shown_done_and_undone()
    {
        await using var visit = await EnterAsync("massal@contoh.id", "Editor");
        var page = visit.Page;
        await visit.GoAsync("/redaksi");
        var before = await page.Locator(".queue [data-open]").AllInnerTextsAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        Assert.Equal(2, await page.Locator(".queue input:checked").CountAsync());
        await page.Locator("#tindakan").SelectOptionAsync("Reject");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lihat dulu yang akan berubah" }).ClickAsync();
        Assert.True(await page.GetByText("2 dari 2 berita akan berubah.").IsVisibleAsync());
        await CleanAsync(visit);
        await page.GetByRole(AriaRole.Button, new() { Name = "Laksanakan" }).ClickAsync();
        Assert.True(await page.GetByText("2 berita diubah.").IsVisibleAsync());
        await CleanAsync(visit);
        await page.GotoAsync("/redaksi");
        Assert.Equal(before.Count - 2, await page.Locator(".queue [data-open]").CountAsync());
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Batalkan tindakan ini" }).ClickAsync();
        Assert.True(await page.GetByText("2 berita dikembalikan.").IsVisibleAsync());

        await page.GotoAsync("/redaksi");
        Assert.Equal(before, await page.Locator(".queue [data-open]").AllInnerTextsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_withdrawal_and_its_reason_are_public_with_and_without_script(bool script)
    {
        await using var visit = await EnterAsync($"tarik{script}@contoh.id", "Editor", script);
        var page = visit.Page;
        var article = await PublishedAsync(visit, script ? "topic=bencana" : "topic=unjuk-rasa");
        await page.GotoAsync("/redaksi" + article);
        var title = await page.Locator("h1").InnerTextAsync();
        await page.Locator("#alasan-tarik").FillAsync("Narasumber mencabut keterangannya secara tertulis.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tarik dari publik" }).ClickAsync();
        Assert.True(await page.GetByText("Berita ditarik dari publik").IsVisibleAsync());

        await using var resident = await browser.OpenAsync(360, script: script);
        Assert.Equal(410, (await resident.Page.GotoAsync(article))!.Status);
        await resident.CheckAsync();
        Assert.True(await resident.Page.GetByText("Narasumber mencabut keterangannya secara tertulis.").IsVisibleAsync());
        await resident.GoAsync("/ralat");
        Assert.True(await resident.Page.GetByText("Narasumber mencabut keterangannya secara tertulis.").First.IsVisibleAsync());
        Assert.DoesNotContain(title, await resident.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_erased_is_left_nowhere()
    {
        await using var visit = await EnterAsync("hapus@contoh.id", "Administrator");
        var page = visit.Page;
        var article = await PublishedAsync(visit, "topic=kejahatan-jalanan");
        await page.GotoAsync("/redaksi" + article);
        var title = await page.Locator("h1").InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Hapus permanen" }).ClickAsync();
        await page.Locator("#alasan").FillAsync("Permintaan tertulis dari keluarga, dasar UU PDP");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hapus permanen" }).ClickAsync();
        Assert.True(await page.GetByText("Berita sudah dihapus permanen.").IsVisibleAsync());

        Assert.Equal(404, (await page.GotoAsync(article))!.Status);
        foreach (var address in new[] { "/", "/topik/kejahatan-jalanan", "/feed.xml", "/topik/kejahatan-jalanan/feed.xml", "/arsip/ekspor.jsonl", "/arsip/ekspor.csv", "/arsip?q=" + Uri.EscapeDataString($"\"{title}\""), "/api/v1/articles?limit=100", "/ralat" })
        {
            var text = await (await page.APIRequest.GetAsync(address)).TextAsync();
            Assert.False(text.Contains(article.Split('/')[2], StringComparison.Ordinal), address);
        }
    }

    [Fact]
    public async Task A_session_that_ends_while_editing_loses_nothing()
    {
        await using var visit = await EnterAsync("sesi@contoh.id", "Editor");
        var page = visit.Page;
        var article = await PublishedAsync(visit, "topic=kemitraan-warga");
        await page.GotoAsync("/redaksi" + article);
        await page.Locator("#judul").FillAsync("Judul yang belum disimpan");
        await page.Locator("#catatan").FillAsync("Catatan yang belum disimpan");
        await page.Context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan suntingan" }).ClickAsync();

        Assert.True(await page.GetByRole(AriaRole.Heading, new() { Name = "Sesi Anda sudah berakhir" }).IsVisibleAsync());
        Assert.Equal("Judul yang belum disimpan", await page.Locator("#k-Title").InputValueAsync());
        await CleanAsync(visit);
        await page.GotoAsync("/redaksi" + article);
        await SignInAsync(page, "sesi@contoh.id");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pakai isian itu" }).ClickAsync();
        Assert.Equal("Catatan yang belum disimpan", await page.Locator("#catatan").InputValueAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan suntingan" }).ClickAsync();
        Assert.True(await page.GetByText("Suntingan disimpan.").IsVisibleAsync());
        Assert.Equal("Judul yang belum disimpan", await page.Locator("h1").InnerTextAsync());
    }

    /// <summary>Also the pictures for people to look at, where PORTAL_SCREENSHOTS names a folder.</summary>
    [Theory]
    [InlineData(320, false)]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Axe_finds_nothing_at_the_desk_and_on_the_public_pages_of_corrections(int width, bool dark)
    {
        await using var visit = await EnterAsync($"axe{width}{dark}@contoh.id", "Administrator", true, width, dark);
        var page = visit.Page;
        var article = await PublishedAsync(visit, "topic=nataru");
        await page.GotoAsync("/redaksi" + article);
        await page.Locator("#isi-ralat").FillAsync("Jumlah personel yang benar 120 orang, bukan 210 orang.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Muat", Exact = true }).ClickAsync();
        await page.GotoAsync(article + "/tanggapan");
        await page.Locator("#uraian").FillAsync("Jumlah personel pada paragraf kedua keliru.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim kepada redaksi" }).ClickAsync();
        Assert.True(await page.GetByText("Terima kasih.").IsVisibleAsync());
        await page.GotoAsync("/redaksi/tanggapan");
        var report = await page.Locator(".queue [data-open]").First.GetAttributeAsync("href");
        foreach (var (name, address) in new[] { ("antrean", "/redaksi"), ("antrean-saring", "/redaksi/antrean?alasan=Sensitive"), ("sunting", "/redaksi" + article + "?cari=jakarta"), ("tambah", "/redaksi/tambah"), ("tanggapan-redaksi", "/redaksi/tanggapan"), ("satu-tanggapan", report!), ("ralat", "/ralat"), ("artikel-ralat", article), ("tanggapan", article + "/tanggapan") })
        {
            await visit.GoAsync(address);
            await CleanAsync(visit);
            if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { Length: > 0 } folder)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{width}{(dark ? "-gelap" : "")}.png"), await page.ScreenshotAsync(new() { FullPage = true }), TestContext.Current.CancellationToken);
            }
        }
    }

    private static async Task CleanAsync(Visit visit)
    {
        await visit.CheckAsync();
        var result = await visit.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, $"{visit.Page.Url}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} {string.Join(' ', v.Nodes.Select(n => n.Html))}"))}");
    }

    private static async Task<string> PublishedAsync(Visit visit, string query)
    {
        var response = await visit.Page.APIRequest.GetAsync($"/api/v1/articles?limit=1&{query}");
        return "/artikel/" + (await response.JsonAsync())!.Value.GetProperty("items")[0].GetProperty("id").GetString();
    }

    private async Task<Visit> EnterAsync(string email, string role, bool script = true, int width = 1280, bool dark = false)
    {
        Assert.Equal(0, await browser.Portal.VerbAsync(Password, "create-editor", email, "--role", role));
        var visit = await browser.OpenAsync(width, dark, script);
        await visit.Page.GotoAsync("/redaksi/masuk");
        await SignInAsync(visit.Page, email);
        return visit;
    }

    private static async Task SignInAsync(IPage page, string email)
    {
        await page.Locator("input[type=email]").FillAsync(email);
        await page.Locator("input[type=password]").FillAsync(Password);
        await page.Locator("main form button[type=submit]").First.ClickAsync();
    }
}
