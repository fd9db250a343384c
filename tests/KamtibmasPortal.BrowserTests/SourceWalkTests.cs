using System.Globalization;
using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.BrowserTests;

/// <summary>Sources from an address to their first articles, out and in as OPML, withdrawn whole; and the overview of it all.</summary>
public sealed class SourceWalkTests : IAsyncLifetime
{
    private const string Password = "Gardu-Jaga-2026";

    private static readonly string[] s_titles = ["Patroli Malam Cegah Pencurian Motor di Pasar Lama Singkawang", "Polres Singkawang Sita Sabu dari Gudang Pelabuhan", "Warga Pasiran Singkawang Hidupkan Ronda"];

    private WebApplication? _site;
    private PortalProcess? _portal;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _site = builder.Build();
        _site.Run(AnswerAsync);
        await _site.StartAsync();
        _portal = await PortalProcess.StartAsync(PortalProcess.Program, "Production", ("Ingestion__AllowedPrivateHosts__0", new Uri(_site.Urls.First()).Authority), ("Ingestion__HostDelayMs", "0"));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PORTAL_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    [Theory]
    [InlineData(320, false, true)]
    [InlineData(1280, true, false)]
    public async Task From_a_home_page_to_the_queue_to_the_public_and_back(int width, bool dark, bool script)
    {
        var home = _site!.Urls.First() + "/";
        await using var visit = await EnterAsync(width, dark, script);
        var page = visit.Page;
        await visit.GoAsync("/redaksi/ringkasan");
        Assert.True(await page.GetByText("Belum ada sumber.").IsVisibleAsync());
        await ShowAsync(visit, $"ringkasan-kosong-{width}");
        await page.GotoAsync("/redaksi/sumber");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tambah sumber" }).ClickAsync();
        await page.Locator("#alamat").FillAsync(home + "brosur.pdf");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lihat hasilnya dulu" }).ClickAsync();
        Assert.True(await page.GetByText("sebuah berkas").IsVisibleAsync());
        await ShowAsync(visit, $"sumber-berkas-{width}");

        await page.Locator("#alamat").FillAsync(home);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lihat hasilnya" }).ClickAsync();
        Assert.True(await page.GetByRole(AriaRole.Heading, new() { Name = s_titles[0] }).IsVisibleAsync());
        Assert.Equal("Harian Loopback", await page.Locator("#nama").InputValueAsync());
        await ShowAsync(visit, $"sumber-baru-{width}");
        await page.Locator("#wilayah").FillAsync("Singkawang");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan sumber" }).ClickAsync();
        Assert.True(await page.GetByText("Sumber disimpan.").IsVisibleAsync());
        await ShowAsync(visit, $"sumber-{width}");

        var source = new Uri(page.Url).AbsolutePath;
        await WaitForAsync(page, "/redaksi", () => page.GetByText(s_titles[1]).First.IsVisibleAsync());
        await page.GotoAsync("/redaksi");
        for (var i = 0; i < s_titles.Length; i++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Terbitkan" }).First.ClickAsync();
        }

        await page.GotoAsync("/redaksi/sumber/opml");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Unduh sumber.opml" }).ClickAsync());
        var file = await download.PathAsync();
        await page.Locator("#berkas").SetInputFilesAsync(new FilePayload { Name = "daftar.opml", MimeType = "text/x-opml", Buffer = Encoding.UTF8.GetBytes((await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("</body>", "<outline text=\"Kabar Jauh\" type=\"rss\" xmlUrl=\"https://kabar-jauh.example/feed\"/><outline text=\"Dalam\" type=\"rss\" xmlUrl=\"http://10.0.0.1/feed\"/></body>", StringComparison.Ordinal)) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Lihat isinya dulu" }).ClickAsync();
        Assert.True(await page.GetByText("1 baru, 1 sudah ada, 1 ditolak.").IsVisibleAsync());
        await ShowAsync(visit, $"opml-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan yang dipilih" }).ClickAsync();
        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "Kabar Jauh" }).IsVisibleAsync());

        await visit.GoAsync("/redaksi/ringkasan");
        Assert.Equal(3, await page.Locator("figure.timeline").CountAsync());
        await ShowAsync(visit, $"ringkasan-{width}");
        await visit.GoAsync(source + "/tarik");
        await page.Locator("#alasan").FillAsync("Penerbit mencabut seluruh terbitannya secara tertulis.");
        await ShowAsync(visit, $"tarik-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tarik semuanya" }).ClickAsync();
        Assert.True(await page.GetByText("3 berita ditarik.").IsVisibleAsync());
        await ShowAsync(visit, $"tarik-selesai-{width}");
        var act = page.Url;
        await visit.GoAsync("/ralat");
        Assert.True(await page.GetByText("Penerbit mencabut seluruh terbitannya secara tertulis.").IsVisibleAsync());
        await ShowAsync(visit, $"ralat-sumber-{width}");
        await page.GotoAsync(act);
        await page.GetByRole(AriaRole.Button, new() { Name = "Batalkan tindakan ini" }).ClickAsync();
        Assert.True(await page.GetByText("3 berita dikembalikan.").IsVisibleAsync());

        await page.GotoAsync(source);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ubah sumber" }).ClickAsync();
        await page.Locator("#percaya").SelectOptionAsync("Publish");
        await ShowAsync(visit, $"sumber-ubah-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan perubahan" }).ClickAsync();
        Assert.True(await page.GetByText("Terbit langsung").First.IsVisibleAsync());
        Assert.Empty(visit.Complaints);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    /// <summary>Clean by axe at its width; a picture for people where PORTAL_SCREENSHOTS names a folder.</summary>
    private static async Task ShowAsync(Visit visit, string name)
    {
        await visit.CheckAsync();
        if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), await visit.Page.ScreenshotAsync(new() { FullPage = true }), TestContext.Current.CancellationToken);
        }

        if (name.Contains("1280", StringComparison.Ordinal))
        {
            // Axe is a script itself: it runs where the visitor has scripts.
            return;
        }

        var result = await visit.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, $"{visit.Page.Url}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} {string.Join(' ', v.Nodes.Select(n => n.Html))}"))}");
    }

    private static async Task WaitForAsync(IPage page, string address, Func<Task<bool>> isThere)
    {
        for (var i = 0; i < 120; i++)
        {
            await page.GotoAsync(address);
            if (await isThere())
            {
                return;
            }

            await Task.Delay(500);
        }

        Assert.Fail($"{address} does not show what it should.");
    }

    private async Task<Visit> EnterAsync(int width, bool dark, bool script)
    {
        Assert.Equal(0, await _portal!.VerbAsync(Password, "create-editor", "sumber@contoh.id", "--role", "Editor"));
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = _portal.Address, ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, JavaScriptEnabled = script });
        var visit = new Visit(context, await context.NewPageAsync(), _portal.Address);
        await visit.Page.GotoAsync("/redaksi/masuk");
        await visit.Page.Locator("input[type=email]").FillAsync("sumber@contoh.id");
        await visit.Page.Locator("input[type=password]").FillAsync(Password);
        await visit.Page.Locator("main form button[type=submit]").First.ClickAsync();
        return visit;
    }

    private Task AnswerAsync(HttpContext context)
    {
        var (root, path) = (_site!.Urls.First(), context.Request.Path.Value!);
        context.Response.ContentType = "text/html; charset=utf-8";
        if (path == "/")
        {
            return context.Response.WriteAsync("<!DOCTYPE html><html lang=\"id\"><head><title>Harian Loopback</title><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/umpan\"></head><body><h1>Harian Loopback</h1></body></html>");
        }

        if (path == "/brosur.pdf")
        {
            context.Response.ContentType = "application/pdf";
            return context.Response.WriteAsync("%PDF-1.7\n1 0 obj");
        }

        if (path == "/umpan")
        {
            context.Response.ContentType = "application/rss+xml";
            var items = string.Concat(s_titles.Select((t, i) => string.Create(CultureInfo.InvariantCulture, $"<item><title>{t}</title><link>{root}/berita/{i}</link></item>")));
            return context.Response.WriteAsync($"<rss version=\"2.0\"><channel><title>Harian Loopback</title>{items}</channel></rss>");
        }

        if (path.StartsWith("/berita/", StringComparison.Ordinal) && int.TryParse(path.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < s_titles.Length)
        {
            return context.Response.WriteAsync($"""
                <!DOCTYPE html><html lang="id"><head><title>{s_titles[number]}</title></head><body><article><h1>{s_titles[number]}</h1><div class="entry-content">
                <p>Singkawang - {s_titles[number]} menjadi perhatian warga Kota Singkawang sejak awal pekan, Senin (6/5/2024). Petugas mencatat {number + 4} laporan dari pengurus kampung.</p>
                <p>Kepala pos nomor {number} menuturkan bahwa giliran jaga diatur bersama ketua RT dan pedagang pasar. Warga diminta melapor lewat nomor pengaduan.</p>
                <p>Kegiatan dilanjutkan hingga akhir bulan dengan {number + 6} orang setiap malam dan catatan keluar masuk gerbang.</p>
                </div></article></body></html>
                """);
        }

        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
