using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.Tests.Fetching;

/// <summary>One request as the site saw it.</summary>
internal sealed record Visit(string Path, DateTime Start, DateTime End, string? IfNoneMatch, string UserAgent, int Status);

/// <summary>A small news site on a free port of loopback: robots.txt, a feed with validators, articles. It keeps its access log.</summary>
internal sealed class NewsSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _articles;

    private NewsSite(WebApplication app) => _app = app;

    public string Root => _app.Urls.First();

    public string Host => new Uri(Root).Authority;

    public ConcurrentQueue<Visit> Log { get; } = [];

    public string? Robots { get; set; }

    /// <summary>How long an article takes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Answers before everything else; returns false to leave a path to the site.</summary>
    public Func<HttpContext, Task<bool>>? Special { get; set; }

    /// <summary>Articles that the feed announces, newest first.</summary>
    public int Articles
    {
        get => _articles;
        set => _articles = value;
    }

    /// <summary>Items a feed shows at once; the rest is on its older pages.</summary>
    public int PageSize { get; set; } = 100_000;

    public static async Task<NewsSite> StartAsync(int articles = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new NewsSite(app) { Articles = articles };
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        return site;
    }

    public IEnumerable<Visit> To(string prefix) => Log.Where(v => v.Path.StartsWith(prefix, StringComparison.Ordinal));

    public static string Title(int number) => $"Patroli Malam Pos {number} Cegah Pencurian Motor di Pasar Lama";

    public static string Page(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        <!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{Title(number)} - Harian Uji</title>
        <meta property="article:published_time" content="2024-01-{(number % 27) + 1:00}T08:{number % 60:00}:00+07:00"></head>
        <body><nav><a href="/">Beranda</a></nav><article><h1>{Title(number)}</h1><div class="entry-content">
        <p>Singkawang - Petugas pos {number} menjaga pasar lama sejak sore bersama warga, Rabu (10/1/2024). Mereka memeriksa {number + 3} kendaraan yang melintas dan menegur pengemudi yang lalai mengunci stang.</p>
        <p>Kepala pos nomor {number} menuturkan bahwa laporan kehilangan menurun setelah lampu jalan diperbaiki. Warga diminta mencatat nomor mesin kendaraan masing-masing.</p>
        <p>Penjagaan dilanjutkan hingga akhir pekan dengan giliran {number % 7} orang setiap malam dan catatan keluar masuk gerbang.</p>
        </div></article></body></html>
        """);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var start = TimeProvider.System.GetUtcNow().UtcDateTime;
        var path = context.Request.Path + context.Request.QueryString;
        try
        {
            if (Special is null || !await Special(context))
            {
                await SiteAsync(context);
            }
        }
        finally
        {
            Log.Enqueue(new Visit(path, start, TimeProvider.System.GetUtcNow().UtcDateTime, context.Request.Headers.IfNoneMatch.FirstOrDefault(), context.Request.Headers.UserAgent.ToString(), context.Response.StatusCode));
        }
    }

    private async Task SiteAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        switch (path)
        {
            case "/robots.txt" when Robots is not null:
                await context.Response.WriteAsync(Robots, context.RequestAborted);
                return;
            case "/feed":
                await FeedAsync(context);
                return;
        }

        if (path.StartsWith("/berita/", StringComparison.Ordinal) && int.TryParse(path.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (Delay > TimeSpan.Zero)
            {
                await Task.Delay(Delay, context.RequestAborted);
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Page(number), context.RequestAborted);
            return;
        }

        context.Response.StatusCode = 404;
    }

    private Task FeedAsync(HttpContext context)
    {
        var page = int.TryParse(context.Request.Query["paged"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        var numbers = Enumerable.Range(1, Articles).Reverse().Skip((page - 1) * PageSize).Take(PageSize).ToList();
        if (numbers.Count == 0 && page > 1)
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }

        var etag = $"\"{page}-{Articles}\"";
        context.Response.Headers.ETag = etag;
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        var feed = new StringBuilder("""<?xml version="1.0"?><rss version="2.0"><channel><title>Harian Uji</title><generator>https://wordpress.org/?v=6.4</generator>""");
        foreach (var n in numbers)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>{Title(n)}</title><link>{Root}/berita/{n}?utm_source=rss</link><guid isPermaLink=\"false\">uji-{n}</guid><pubDate>{new DateTime(2024, 1, 9, 0, 0, 0, DateTimeKind.Utc).AddMinutes(n):R}</pubDate></item>");
        }

        context.Response.ContentType = "application/rss+xml";
        return context.Response.WriteAsync(feed.Append("</channel></rss>").ToString(), context.RequestAborted);
    }
}
