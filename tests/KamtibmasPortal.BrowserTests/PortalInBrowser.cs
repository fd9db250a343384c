namespace KamtibmasPortal.BrowserTests;

/// <summary>One portal with its samples and one Chromium, shared by all tests of a class.</summary>
public sealed class PortalInBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public PortalProcess Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await PortalProcess.StartAsync(PortalProcess.Program, "Development");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PORTAL_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <param name="width">Of the window.</param>
    /// <param name="dark">Whether the person likes dark pages.</param>
    /// <param name="script">Whether scripts run.</param>
    /// <param name="home">The portal by another of its names.</param>
    public async Task<Visit> OpenAsync(int width, bool dark = false, bool script = true, string? home = null)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = home ?? Portal.Address,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
        });
        return new Visit(context, await context.NewPageAsync(), home ?? Portal.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Portal.DisposeAsync();
    }
}

/// <summary>One visitor: notes every complaint of the browser and every request to elsewhere.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    public Visit(IBrowserContext context, IPage page, string home)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            // A page that is not there is meant to answer 404.
            if (message.Type is "error" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                Complaints.Add(message.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(home, StringComparison.Ordinal))
            {
                Complaints.Add("request to " + request.Url);
            }
        };
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    /// <summary>Opens a page and checks what holds for every one: nothing scrolls sideways, the styles are there.</summary>
    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await CheckAsync();
    }

    public async Task CheckAsync()
    {
        // What a form answers with may still be on its way, and its styles with it.
        await Page.WaitForLoadStateAsync(LoadState.Load);
        var facts = await Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, window.innerWidth, document.styleSheets.length, document.querySelectorAll('h1').length]");
        Assert.True(facts[0] <= facts[1], $"{Page.Url} is {facts[0]} wide in a window of {facts[1]}");
        Assert.True(facts[2] > 0, Page.Url + " has no styles");
        Assert.Equal(1, facts[3]);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
