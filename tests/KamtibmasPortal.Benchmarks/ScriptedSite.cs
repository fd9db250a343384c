using System.Diagnostics;
using System.Globalization;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.Benchmarks;

/// <summary>A site on loopback that serves the articles of the pages corpus, in a process of its own: what it spends is not ours.</summary>
internal sealed class ScriptedSite : IAsyncDisposable
{
    /// <summary>The verb that makes this program the site.</summary>
    public const string Verb = "site";

    private const string Dressed = "dressed";

    private readonly Process _process;

    private ScriptedSite(Process process, string authority) => (_process, Authority) = (process, authority);

    /// <summary>host:port</summary>
    public string Authority { get; }

    /// <summary>The articles among the pages of the corpus, in the order of their files.</summary>
    /// <param name="dressed">With the weight of live sites around them; those whose text is found all the same.</param>
    public static IReadOnlyList<byte[]> Pages(bool dressed)
    {
        var extractor = new ArticleExtractor();
        var bare = Directory.EnumerateFiles(Path.Combine(Corpus.Root, "pages", "dev"), "*.html").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
            .Select(b => (Bytes: b, Article: extractor.Extract(PageOf(b)))).Where(p => p.Article.Rejection is null).ToList();
        return [.. bare.Select(p => dressed ? (Bytes: DressedPage.Of(p.Bytes), p.Article) : p).Where(p => extractor.Extract(PageOf(p.Bytes)).Body == p.Article.Body).Select(p => p.Bytes)];
    }

    public static FetchedPage PageOf(byte[] bytes) => new(bytes, "", IsHtml: true, "https://situs.test/berita");

    public static async Task<ScriptedSite> StartAsync(bool dressed)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] arguments = isHost ? [typeof(ScriptedSite).Assembly.Location, Verb, dressed ? Dressed : ""] : [Verb, dressed ? Dressed : ""];
        var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var authority = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The site did not start.");
        return new ScriptedSite(process, authority);
    }

    /// <summary>Serves until its standard input ends: it does not outlive whoever started it.</summary>
    public static async Task<int> ServeAsync(string mode)
    {
        var pages = Pages(mode == Dressed);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(context => AnswerAsync(context, pages));
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.First()).Authority);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task AnswerAsync(HttpContext context, IReadOnlyList<byte[]> pages)
    {
        var path = context.Request.Path.Value!;
        if (path == "/feed")
        {
            await context.Response.WriteAsync("<rss version=\"2.0\"><channel><title>Ukur</title>" + string.Concat(Enumerable.Range(0, pages.Count).Select(i => $"<item><title>Judul {i}</title><link>http://{context.Request.Host}/p{i}</link></item>")) + "</channel></rss>");
        }
        else if (path.StartsWith("/p", StringComparison.Ordinal) && int.TryParse(path.AsSpan(2), CultureInfo.InvariantCulture, out var n) && n < pages.Count)
        {
            context.Response.ContentType = "text/html";
            await context.Response.Body.WriteAsync(pages[n]);
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }
}
