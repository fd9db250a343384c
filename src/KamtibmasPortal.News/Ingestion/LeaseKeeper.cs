using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>Keeps a lease alive while a poll goes on, and stops the poll when the lease is lost all the same.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly IServiceScopeFactory _scopes;
    private readonly SourceLease _lease;
    private readonly TimeSpan _length;
    private readonly CancellationTokenSource _poll;
    private readonly PeriodicTimer _timer;
    private readonly Task _keeping;

    public LeaseKeeper(IServiceScopeFactory scopes, SourceLease lease, TimeSpan length, TimeProvider clock, CancellationToken cancellation)
    {
        (_scopes, _lease, _length) = (scopes, lease, length);
        _poll = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _timer = new PeriodicTimer(length / 3, clock);
        _keeping = Task.Run(KeepAsync, CancellationToken.None);
    }

    /// <summary>Cancelled with the caller's, and when the lease is lost.</summary>
    public CancellationToken Token => _poll.Token;

    public bool IsLost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _keeping;
        _poll.Dispose();
    }

    private async Task KeepAsync()
    {
        while (await _timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                await using var scope = _scopes.CreateAsyncScope();
                if (!await scope.ServiceProvider.GetRequiredService<SourceClaims>().RenewAsync(_lease, _length, _poll.Token))
                {
                    IsLost = true;
                    await _poll.CancelAsync();
                    return;
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // A store that is away for a moment: the next tick tries again, and every write proves the lease by itself.
            catch (Exception)
#pragma warning restore CA1031
            {
                continue;
            }
        }
    }
}
