using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using KamtibmasPortal.Web.Accounts;

namespace KamtibmasPortal.BrowserTests;

/// <summary>Accounts as people meet them: the first administrator, somebody invited, the second step, the passkey.</summary>
public sealed partial class AccountWalkTests(PortalInBrowser browser) : IClassFixture<PortalInBrowser>
{
    private const string Password = "Gardu-Jaga-2026";
    private const string Chosen = "payung bambu kelabu";

    [Theory]
    [InlineData(1280, false)]
    [InlineData(360, true)]
    public async Task The_first_administrator_invites_an_editor_who_joins(int width, bool dark)
    {
        Assert.Equal(0, await browser.Portal.VerbAsync(Password, "create-editor", $"kepala{width}@contoh.id", "--role", "Administrator"));
        await using var office = await browser.OpenAsync(width, dark);
        await SignInAsync(office.Page, $"kepala{width}@contoh.id", Password);
        await office.GoAsync("/redaksi/akun");
        await LookAsync(office, "akun", width, dark);
        await office.Page.GetByLabel("Alamat e-mail").FillAsync($"baru{width}@contoh.id");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "Buat undangan" }).ClickAsync();
        await LookAsync(office, "undangan", width, dark);
        var link = Link().Match(await office.Page.ContentAsync()).Value;
        Assert.NotEmpty(link);

        await using var home = await browser.OpenAsync(width, dark);
        await home.GoAsync(link);
        await LookAsync(home, "tautan", width, dark);
        await home.Page.Locator("input[name=password]").FillAsync("indonesia2026");
        await home.Page.Locator("input[name=again]").FillAsync("indonesia2026");
        await home.Page.GetByRole(AriaRole.Button, new() { Name = "Buat akun" }).ClickAsync();
        Assert.True(await home.Page.GetByRole(AriaRole.Alert).IsVisibleAsync());
        await home.Page.Locator("input[name=password]").FillAsync(Chosen);
        await home.Page.Locator("input[name=again]").FillAsync(Chosen);
        await home.Page.GetByRole(AriaRole.Button, new() { Name = "Buat akun" }).ClickAsync();
        Assert.True(await home.Page.GetByText("Akun sudah dibuat").IsVisibleAsync());
        await SignInAsync(home.Page, $"baru{width}@contoh.id", Chosen);
        Assert.EndsWith("/redaksi", home.Page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await home.Page.GetByRole(AriaRole.Link, new() { Name = "Akun", Exact = true }).CountAsync());

        // The administrator looks at the new account, gives another role, and finds it all in the audit.
        await office.GoAsync("/redaksi/akun");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = $"baru{width}@contoh.id" }).ClickAsync();
        await LookAsync(office, "satu-akun", width, dark);
        await office.Page.GetByLabel("Peran").SelectOptionAsync("Contributor");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "Ubah peran" }).ClickAsync();
        Assert.True(await office.Page.GetByText("Peran sudah diubah").IsVisibleAsync());
        await office.GoAsync("/redaksi/audit");
        await LookAsync(office, "audit", width, dark);
        Assert.True(await office.Page.GetByText("Redaktur → Kontributor").First.IsVisibleAsync());
        Assert.Empty(office.Complaints);
        Assert.Empty(home.Complaints);
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task The_second_step_is_set_up_asked_for_and_replaced_by_a_recovery_code(int width, bool dark)
    {
        var email = $"langkah{width}@contoh.id";
        Assert.Equal(0, await browser.Portal.VerbAsync(Password, "create-editor", email, "--role", "Editor"));
        await using var visit = await browser.OpenAsync(width, dark);
        var page = visit.Page;
        await SignInAsync(page, email, Password);
        await visit.GoAsync("/redaksi/saya");
        await LookAsync(visit, "saya", width, dark);
        await page.GetByRole(AriaRole.Link, new() { Name = "Siapkan verifikasi dua langkah" }).ClickAsync();
        await LookAsync(visit, "dua-langkah", width, dark);
        var secret = (await page.Locator("section code").First.InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.GetByLabel("Kode enam angka").FillAsync(OneTimeCodes.At(secret, TimeProvider.System.GetUtcNow().AddSeconds(-30)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Nyalakan" }).ClickAsync();
        await LookAsync(visit, "kode-pemulihan", width, dark);
        var codes = await page.Locator(".codes code").AllInnerTextsAsync();
        Assert.Equal(OwnAccount.CodesMade, codes.Count);
        await visit.GoAsync("/redaksi/saya/dua-langkah");
        await LookAsync(visit, "dua-langkah-menyala", width, dark);

        foreach (var code in new[] { OneTimeCodes.At(secret, TimeProvider.System.GetUtcNow().AddSeconds(30)), codes[3] })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
            await SignInAsync(page, email, Password);
            await LookAsync(visit, "langkah-kedua", width, dark);
            await page.GetByLabel("Kode").FillAsync(code);
            await page.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
            Assert.EndsWith("/redaksi", page.Url, StringComparison.Ordinal);
        }

        await visit.GoAsync("/redaksi/lupa");
        await LookAsync(visit, "lupa", width, dark);
        Assert.Empty(visit.Complaints);
    }

    /// <summary>With Chromium's virtual authenticator: a device with a fingerprint, on a name instead of an address, as passkeys ask for.</summary>
    [Fact]
    public async Task A_passkey_is_made_and_opens_the_account_without_a_password()
    {
        const string Email = "kunci@contoh.id";
        Assert.Equal(0, await browser.Portal.VerbAsync(Password, "create-editor", Email, "--role", "Editor"));
        var home = browser.Portal.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await using var visit = await browser.OpenAsync(1280, home: home);
        var page = visit.Page;
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });

        await SignInAsync(page, Email, Password);
        await visit.GoAsync("/redaksi/saya");
        await page.GetByLabel("Nama kunci").FillAsync("ponsel kantor");
        await LookAsync(visit, "saya-kunci", 1280, dark: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tambah kunci sandi" }).ClickAsync();
        await page.WaitForURLAsync("**/redaksi/saya?hasil=kunci");
        Assert.True(await page.GetByText("ponsel kantor").IsVisibleAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();

        await visit.GoAsync("/redaksi/masuk?kembali=%2Fredaksi%2Fsumber");
        await LookAsync(visit, "masuk-kunci", 1280, dark: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk dengan kunci sandi" }).ClickAsync();
        await page.WaitForURLAsync("**/redaksi/sumber");
        await visit.GoAsync("/redaksi/saya");
        Assert.True(await page.GetByRole(AriaRole.Cell, new() { Name = "kunci sandi" }).First.IsVisibleAsync());

        // Taken away, it opens nothing any more.
        await page.GetByRole(AriaRole.Button, new() { Name = "Hapus kunci sandi ponsel kantor" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        await visit.GoAsync("/redaksi/masuk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk dengan kunci sandi" }).ClickAsync();
        await page.WaitForURLAsync("**/redaksi/masuk/kunci-sandi");
        Assert.True(await page.GetByText("tidak dikenal di sini").IsVisibleAsync());
        Assert.Empty(visit.Complaints);
    }

    private static async Task SignInAsync(IPage page, string email, string password)
    {
        if (!new Uri(page.Url == "about:blank" ? "http://x/" : page.Url).AbsolutePath.Equals("/redaksi/masuk", StringComparison.Ordinal))
        {
            await page.GotoAsync("/redaksi/masuk");
        }

        await page.Locator("input[type=email]").FillAsync(email);
        await page.Locator("input[type=password]").FillAsync(password);
        await page.Locator("main form button[type=submit]").ClickAsync();
    }

    /// <summary>Nothing scrolls sideways, axe finds nothing, and where PORTAL_SCREENSHOTS names a folder there is a picture.</summary>
    private static async Task LookAsync(Visit visit, string name, int width, bool dark)
    {
        await visit.CheckAsync();
        if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}{(dark ? "-gelap" : "")}.png"), FullPage = true });
        }

        var result = await visit.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, $"{visit.Page.Url}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} {string.Join(' ', v.Nodes.Select(n => n.Html))}"))}");
    }

    [GeneratedRegex("/redaksi/tautan/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
