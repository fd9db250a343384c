using System.Net.Http.Headers;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;
using KamtibmasPortal.Web.Start;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>The whole portal on a free port of loopback over a SQLite file of its own; nothing is replaced but the pace.</summary>
public class RunningPortal : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-web-").FullName;
    private WebApplication? _app;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public EndpointDataSource Endpoints => Services.GetRequiredService<EndpointDataSource>();

    /// <summary>Settings beyond those every test needs.</summary>
    protected virtual string[] MoreSettings => [];

    public virtual async ValueTask InitializeAsync()
    {
        _app = PortalServer.Build([
            "--urls=http://127.0.0.1:0", "--environment=Production",
            $"--Storage:DataDirectory={_folder}", "--Ingestion:Enabled=false", "--RateLimits:PerMinute=0", "--Portal:KeepPages=false", .. MoreSettings]);
        await _app.PrepareAsync(CancellationToken.None);
        await _app.StartAsync();
        Client = NewClient();
    }

    /// <summary>A visitor of its own: no cookies are shared, redirects are not followed.</summary>
    public HttpClient NewClient()
    {
#pragma warning disable RS0030 // The ban is on the portal's own traffic; this is its visitor.
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new System.Net.CookieContainer(), UseProxy = false }) { BaseAddress = new Uri(_app!.Urls.First()) };
#pragma warning restore RS0030
    }

    /// <summary>Stores one article from the words of a document, tagged as any other. The same key again is a revision.</summary>
    public async Task<Guid> StoreAsync(string key, string text, Trust trust, Display display)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var source = await db.Sources.FirstOrDefaultAsync(s => s.Name == key) ?? new Source { Id = Guid.CreateVersion7(), Name = key, Kind = SourceKind.Folder, Address = "/nowhere", Publisher = "Penerbit " + key, Trust = trust, Display = display, IsPaused = true };
        if (db.Entry(source).State is EntityState.Detached)
        {
            db.Sources.Add(source);
            await db.SaveChangesAsync();
        }

        var tagged = scope.ServiceProvider.GetRequiredService<ArticleTagger>().Tag(News.Extraction.PlainTextExtractor.Extract(text));
        var result = await scope.ServiceProvider.GetRequiredService<ArticleStore>().SaveAsync(source, new ArticleOffer(key), tagged, new SourceItem { SourceId = source.Id, Key = key }, lease: null, CancellationToken.None);
        return result.ArticleId!.Value;
    }

    public async Task<string> TextAsync(string address)
    {
        using var response = await Client.GetAsync(address);
        return await response.Content.ReadAsStringAsync();
    }

    public static MediaTypeHeaderValue Form => new("application/x-www-form-urlencoded");

    public virtual async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
