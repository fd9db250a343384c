using System.Globalization;
using System.Text;
using KamtibmasPortal.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace KamtibmasPortal.Tests.Web;

/// <summary>A portal that may read one small site of loopback, with pages that editors may take for sources.</summary>
public sealed class PortalBesideSite : RunningPortal
{
    private NewsSite? _site;

    public string Root => _site!.Root;

    protected override string[] MoreSettings => [$"--Ingestion:AllowedPrivateHosts:0={_site!.Host}", "--Ingestion:HostDelayMs=0"];

    public override async ValueTask InitializeAsync()
    {
        _site = await NewsSite.StartAsync(articles: 4);
        _site.Special = AnswerAsync;
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    private static async Task<bool> AnswerAsync(HttpContext context)
    {
        var (type, body) = context.Request.Path.Value switch
        {
            "/" => ("text/html; charset=utf-8", "<!DOCTYPE html><html lang=\"id\"><head><title>Harian Uji</title><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\"></head><body><h1>Harian Uji</h1></body></html>"u8.ToArray()),
            "/dokumen.pdf" => ("application/pdf", Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj")),
            "/foto" => ("image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70, 73, 70]),
            "/paket.zip" => ("application/octet-stream", [0x50, 0x4B, 0x03, 0x04, 20, 0, 0, 0, 8, 0]),
            "/sepi" => ("text/html; charset=utf-8", "<!DOCTYPE html><html><body><p>Belum ada apa-apa di sini.</p></body></html>"u8.ToArray()),
            "/sepi.xml" => ("application/rss+xml", "<rss version=\"2.0\"><channel><title>Sepi</title></channel></rss>"u8.ToArray()),
            "/besar" => ("text/html; charset=utf-8", Encoding.ASCII.GetBytes("<html><body>" + new string('a', 6 * 1024 * 1024))),
            "/daftar" => ("text/html; charset=utf-8", Encoding.UTF8.GetBytes(ListPage())),
            _ => (null, []),
        };
        if (type is null)
        {
            return false;
        }

        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
        return true;
    }

    private static string ListPage() => "<!DOCTYPE html><html><head><title>Daftar Uji</title></head><body><div class=\"iklan\"><a href=\"/promo/1\">Promo</a></div><ul>" +
        string.Concat(Enumerable.Range(1, 3).Select(n => string.Create(CultureInfo.InvariantCulture, $"<li class=\"butir\"><a href=\"/berita/{n}\">{NewsSite.Title(n)}</a></li>"))) + "</ul></body></html>";
}
