using Deque.AxeCore.Playwright;

namespace KamtibmasPortal.BrowserTests;

/// <summary>A resident on a phone and at a desk, with script and without.</summary>
public sealed class ResidentPortalTests(PortalInBrowser browser) : IClassFixture<PortalInBrowser>
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    public async Task From_a_misspelt_name_to_the_news_of_a_place_and_on_to_an_article(int width, bool script)
    {
        await using var visit = await browser.OpenAsync(width, script: script);
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.Locator("#cari").FillAsync("kec. pasarebo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cari wilayah" }).First.ClickAsync();
        await visit.CheckAsync();
        await page.Locator(".places a").First.ClickAsync();
        Assert.EndsWith("/wilayah/31.75.05", page.Url, StringComparison.Ordinal);
        await visit.CheckAsync();
        await page.Locator("nav a[href='/wilayah/31']").ClickAsync();
        await visit.CheckAsync();
        await page.Locator("main article h3 a").First.ClickAsync();
        await visit.CheckAsync();
        Assert.True(await page.Locator("a[href^='https://wa.me/']").IsVisibleAsync());
        Assert.Equal(script, await page.Locator("[data-copy]").IsVisibleAsync());
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_chosen_place_is_remembered_in_the_browser_alone(int width)
    {
        await using var visit = await browser.OpenAsync(width);
        var page = visit.Page;
        await visit.GoAsync("/wilayah/18");
        await page.GetByRole(AriaRole.Button, new() { Name = "Jadikan wilayah saya" }).ClickAsync();
        Assert.Equal("true", await page.Locator("[data-follow]").GetAttributeAsync("aria-pressed"));

        await visit.GoAsync("/");
        await page.Locator(".mine ul a").First.WaitForAsync();
        Assert.Equal("Lampung", await page.Locator(".mine .place").InnerTextAsync());
        Assert.False(await page.Locator(".mine .invitation").IsVisibleAsync());
        Assert.Empty(await page.Context.CookiesAsync());
        await CleanAsync(visit);

        await page.GetByRole(AriaRole.Button, new() { Name = "Hapus pilihan" }).ClickAsync();
        Assert.True(await page.Locator(".mine .invitation").IsVisibleAsync());
        await visit.GoAsync("/");
        Assert.True(await page.Locator(".mine .invitation").IsVisibleAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Another_visitor_sees_nothing_of_my_choice()
    {
        await using (var mine = await browser.OpenAsync(360))
        {
            await mine.GoAsync("/wilayah/18");
            await mine.Page.Locator("[data-follow]").ClickAsync();
            await mine.GoAsync("/");
            await mine.Page.Locator(".mine .place").WaitForAsync();
        }

        await using var other = await browser.OpenAsync(360);
        await other.GoAsync("/");
        Assert.Equal(0, await other.Page.Locator(".mine .place").CountAsync());
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task Places_are_suggested_and_chosen_by_keys(int width, bool dark)
    {
        await using var visit = await browser.OpenAsync(width, dark);
        var page = visit.Page;
        await visit.GoAsync("/wilayah");
        var input = page.Locator("#cari");
        await input.PressSequentiallyAsync("jaktim");
        await page.Locator(".suggestions li").First.WaitForAsync();
        Assert.Equal("true", await input.GetAttributeAsync("aria-expanded"));
        await input.PressAsync("ArrowDown");
        Assert.Equal("saran-0", await input.GetAttributeAsync("aria-activedescendant"));
        await CleanAsync(visit);
        await input.PressAsync("Escape");
        Assert.False(await page.Locator(".suggestions").IsVisibleAsync());
        await input.PressSequentiallyAsync(" ");
        await input.FillAsync("jaktim");
        await page.Locator(".suggestions li").First.WaitForAsync();
        await input.PressAsync("ArrowDown");
        await input.PressAsync("Enter");
        await page.WaitForURLAsync("**/wilayah/31.75");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_map_is_walked_by_keys_and_filtered_without_script(int width)
    {
        await using var visit = await browser.OpenAsync(width, script: false);
        var page = visit.Page;
        await visit.GoAsync("/wilayah");
        await page.Locator("#topik").SelectOptionAsync("narkotika");
        await page.Locator(".choose button").ClickAsync();
        await visit.CheckAsync();
        Assert.Contains("Narkotika, sepanjang arsip", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".map a").First.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url[..^2].EndsWith("/wilayah/", StringComparison.Ordinal));
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(320, false)]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Axe_finds_nothing_on_any_page_for_residents(int width, bool dark)
    {
        await using var visit = await browser.OpenAsync(width, dark);
        await visit.GoAsync("/");
        var article = await visit.Page.Locator("main h3 a").First.GetAttributeAsync("href");
        var older = await visit.Page.Locator("a[rel=next]").GetAttributeAsync("href");
        foreach (var address in new[] { "/", older!, "/wilayah", "/wilayah?topik=bencana&waktu=365", "/wilayah?cari=natal", "/wilayah?cari=tidakada", "/wilayah/18", "/wilayah/31.75", "/wilayah/31.75.05", "/wilayah/11.01.01.2001", "/instansi/polda-lampung", "/instansi/polda-metro-jaya", "/instansi/bnn", "/topik/narkotika", "/topik/unjuk-rasa", article! })
        {
            await visit.GoAsync(address);
            await CleanAsync(visit);
        }

        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Nothing_moves_while_a_page_comes(int width)
    {
        await using var visit = await browser.OpenAsync(width);
        await visit.Page.AddInitScriptAsync("window.moved = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) if (!e.hadRecentInput) window.moved += e.value; }).observe({ type: 'layout-shift', buffered: true });");
        await visit.GoAsync("/wilayah/18");
        await visit.Page.Locator("[data-follow]").ClickAsync();
        foreach (var address in new[] { "/", "/wilayah", "/wilayah/18", "/topik/narkotika" })
        {
            await visit.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.InRange(await visit.Page.EvaluateAsync<double>("() => window.moved"), 0, 0.05);
        }
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Text_at_twice_its_size_stays_inside_the_page(int width)
    {
        await using var visit = await browser.OpenAsync(width);
        foreach (var address in new[] { "/", "/wilayah", "/wilayah/18", "/topik/narkotika", "/instansi/polda-lampung" })
        {
            await visit.Page.GotoAsync(address);
            await visit.Page.EvaluateAsync("() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('html { font-size: 200% }'); document.adoptedStyleSheets = [sheet]; }");
            await visit.CheckAsync();
        }
    }

    [Fact]
    public async Task The_first_page_is_light()
    {
        await using var visit = await browser.OpenAsync(360);
        var (all, script) = (0L, 0L);
        var sizes = new List<Task>();
        visit.Page.RequestFinished += (_, request) => sizes.Add(AddAsync(request));
        await visit.Page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Task.WhenAll(sizes);

        Assert.InRange(all, 1, 60 * 1024);
        Assert.InRange(script, 1, 20 * 1024);

        async Task AddAsync(IRequest request)
        {
            var size = await request.SizesAsync();
            all += size.ResponseBodySize + size.ResponseHeadersSize;
            script += request.ResourceType == "script" ? size.ResponseBodySize : 0;
        }
    }

    private static async Task CleanAsync(Visit visit)
    {
        var result = await visit.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, $"{visit.Page.Url}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} {string.Join(' ', v.Nodes.Select(n => n.Html))}"))}");
    }
}
