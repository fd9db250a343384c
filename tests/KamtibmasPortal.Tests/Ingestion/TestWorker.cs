using System.Net;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Extraction;
using KamtibmasPortal.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KamtibmasPortal.Tests.Ingestion;

/// <summary>One process that reads sources into a store, wired as the portal wires it.</summary>
internal sealed class TestWorker : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public TestWorker(TestStore store, Tagger tagger, IReadOnlyList<string>? hosts = null, string? name = null, TimeProvider? clock = null, TimeSpan? deadline = null, TimeSpan? hostDelay = null, int leaseSeconds = 60, bool loopbackNames = false)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock ?? store.Clock);
        services.AddSingleton(new WorkerName(name ?? Guid.NewGuid().ToString("N")));
        services.AddPortalStorage(store.Provider, store.ConnectionString);
        services.AddIngestion(
            new WebFetchSettings { UserAgent = "KamtibmasPortal/uji (+http://portal.test; redaksi@portal.test)", AllowedPrivateHosts = hosts ?? [], HostDelay = hostDelay ?? TimeSpan.Zero, Deadline = deadline ?? TimeSpan.FromSeconds(20), Resolve = loopbackNames ? (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]) : Dns.GetHostAddressesAsync },
            new IngestionPace(4, leaseSeconds));
        services.AddSingleton(tagger.Instance);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public SourcePoll Poll => _services.GetRequiredService<SourcePoll>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<TResult> UseAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>One poll of a source, due or not. A clock that stands is moved on while the poll waits for it.</summary>
    public async Task<FetchRun> RunAsync(Source source, Action<PollProgress>? progress = null, CancellationToken? stop = null)
    {
        var run = Poll.TryRunAsync(source.Id, progress, folder: null, stop ?? Stop);
        while (await Task.WhenAny(run, Task.Delay(100, Stop)) != run)
        {
            (_services.GetRequiredService<TimeProvider>() as FakeTimeProvider)?.Advance(TimeSpan.FromMilliseconds(200));
        }

        return await run ?? throw new InvalidOperationException("Somebody else reads the source.");
    }

    /// <summary>Everything that is due.</summary>
    public Task RefreshAsync(Action<FetchRun> finished, CancellationToken stop) => _services.GetRequiredService<SourceRefresh>().RunDueAsync(finished, stop);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
