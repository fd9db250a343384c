namespace KamtibmasPortal.BrowserTests;

public sealed class ResidentWalkTests(PortalInBrowser browser) : IClassFixture<PortalInBrowser>
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    public async Task From_the_home_page_to_the_words_behind_a_tag_and_on_to_its_region(int width, bool script)
    {
        await using var visit = await browser.OpenAsync(width, script: script);
        var page = visit.Page;
        await page.GotoAsync("/topik/narkotika");
        await page.Locator("main article a[href^='/artikel/']").First.ClickAsync();
        Assert.Contains("/artikel/", page.Url, StringComparison.Ordinal);
        Assert.True(await page.GetByText("Dasar penandaan").IsVisibleAsync());

        await page.GotoAsync("/topik/kemitraan-warga");
        var addresses = await page.Locator("main article h2 a, main article h3 a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            if (await page.Locator("a.jump").CountAsync() > 0)
            {
                break;
            }
        }

        await page.Locator("a.jump").First.ClickAsync();
        Assert.Equal("MARK", await page.EvaluateAsync<string>("() => document.querySelector(decodeURIComponent(location.hash)).tagName"));
        await page.Locator(".chip[href^='/wilayah/']").First.ClickAsync();
        Assert.Contains("/wilayah/", page.Url, StringComparison.Ordinal);
        await page.Locator("nav a[href^='/wilayah']").First.ClickAsync();
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(1280)]
    [InlineData(1920)]
    public async Task No_page_is_wider_than_its_window(int width)
    {
        await using var visit = await browser.OpenAsync(width);
        foreach (var address in new[] { "/", "/wilayah", "/wilayah/18", "/wilayah/31.75", "/instansi", "/topik", "/topik/bencana", "/sumber", "/tentang", "/pedoman", "/privasi", "/redaksi/masuk", "/wilayah?cari=pasar", "/arsip", "/arsip?q=polisi%20OR%20warga", "/tidak-ada" })
        {
            await visit.GoAsync(address);
        }

        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Words_without_end_and_long_headlines_stay_inside_the_page()
    {
        var folder = Directory.CreateDirectory(Path.Combine(browser.Portal.Folder, "aneh")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "kata.txt"), $"{string.Concat(Enumerable.Repeat("Superkalifragilistik", 14))} Dua Tiga Empat Lima\n\nDEPOK - Polres Metro Depok menggelar patroli {new string('x', 3000)} pada Senin (6/5/2024) malam.\n\nKegiatan berlangsung aman sampai dini hari menurut petugas di lapangan.", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "judul.txt"), $"{string.Concat(Enumerable.Repeat("Polisi Amankan Pencuri Sepeda Motor di Kawasan Industri ", 5))}\n\nKARAWANG - Polres Karawang menahan dua pencuri sepeda motor, Senin (6/5/2024). Keduanya memakai kunci T.", TestContext.Current.CancellationToken);
        Assert.Equal(0, await browser.Portal.VerbAsync("", "import", folder, "--publish", "--full-text", "--publisher", "Uji Lebar"));
        await using var visit = await browser.OpenAsync(320);
        var found = (await (await visit.Page.APIRequest.GetAsync("/api/v1/articles?publisher=Uji%20Lebar")).JsonAsync())!.Value.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("id").GetString()).ToList();

        Assert.Equal(2, found.Count);
        foreach (var address in found.Select(id => "/artikel/" + id).Append("/").Append("/wilayah/32"))
        {
            await visit.GoAsync(address);
        }
    }

    [Fact]
    public async Task Older_articles_follow_page_by_page_until_there_are_no_more()
    {
        await using var visit = await browser.OpenAsync(360);
        await visit.GoAsync("/");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            foreach (var address in await visit.Page.Locator("main article h2 a, main article h3 a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))"))
            {
                Assert.True(seen.Add(address), address + " twice");
            }

            if (await visit.Page.Locator("a[rel=next]").CountAsync() == 0)
            {
                break;
            }

            await visit.Page.Locator("a[rel=next]").First.ClickAsync();
        }

        Assert.True(seen.Count >= 40, $"{seen.Count} articles");
    }

    [Fact]
    public async Task Large_letters_and_paper_keep_the_page_whole()
    {
        await using var visit = await browser.OpenAsync(640);
        await visit.Page.GotoAsync("/");
        await visit.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
        await visit.CheckAsync();
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await visit.Page.Locator("nav.menu").IsVisibleAsync());
    }

    [Fact]
    public async Task A_place_is_found_by_its_name_without_script()
    {
        await using var visit = await browser.OpenAsync(360, script: false);
        await visit.Page.GotoAsync("/wilayah");
        await visit.Page.Locator("main input[name=cari]").FillAsync("pasar rebo");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/wilayah?cari=*");

        Assert.True(await visit.Page.Locator("main a[href='/wilayah/31.75.05']").IsVisibleAsync());
    }
}
