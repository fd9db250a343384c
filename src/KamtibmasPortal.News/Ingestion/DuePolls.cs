using System.Collections.Concurrent;
using System.Diagnostics;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>Polls under way, within the bounds of the process's pace: those of failing sources have bounds of their own.</summary>
internal sealed class DuePolls(IServiceScopeFactory scopes, SourcePoll poll, IngestionPace pace, ILogger log)
{
    private readonly List<Task> _well = [];
    private readonly List<Task> _failing = [];

    /// <summary>Sources that were claimed and whose poll has not ended. Before it has begun, too: on a busy machine that takes a while, and this process may claim its own sources again.</summary>
    private readonly ConcurrentDictionary<Guid, byte> _underWay = [];

    /// <summary>Sources whose poll ended in a surprise: they are left alone as long as a lease lasts, or the same surprise would come at once.</summary>
    private readonly ConcurrentDictionary<Guid, long> _resting = [];

    /// <summary>Told of each finished run.</summary>
    public Action<FetchRun>? Finished { get; init; }

    /// <summary>Claims what is due as far as there is room, and starts to poll it.</summary>
    /// <returns>How many were started.</returns>
    public async Task<int> StartDueAsync(CancellationToken stopping) =>
        await StartAsync(_well, pace.MostPolls, failing: false, stopping) + await StartAsync(_failing, pace.MostFailingPolls, failing: true, stopping);

    public Task WhenAllAsync() => Task.WhenAll([.. _well, .. _failing]);

    public Task WhenAnyAsync() => Task.WhenAny([.. _well, .. _failing, Task.Delay(1000)]);

    public bool IsIdle => _well.TrueForAll(t => t.IsCompleted) && _failing.TrueForAll(t => t.IsCompleted);

    private async Task<int> StartAsync(List<Task> polls, int most, bool failing, CancellationToken stopping)
    {
        polls.RemoveAll(t => t.IsCompleted);
        if (polls.Count >= most)
        {
            return 0;
        }

        foreach (var (id, since) in _resting)
        {
            if (Stopwatch.GetElapsedTime(since) > pace.Lease)
            {
                _resting.TryRemove(id, out _);
            }
        }

        await using var scope = scopes.CreateAsyncScope();
        var leases = await scope.ServiceProvider.GetRequiredService<SourceClaims>().ClaimDueAsync(Math.Min(most - polls.Count, pace.ClaimsAtOnce), failing, [.. poll.Running, .. _underWay.Keys, .. _resting.Keys], pace.Lease, stopping);
        foreach (var lease in leases)
        {
            _underWay[lease.SourceId] = 0;
            polls.Add(Task.Run(() => PollOneAsync(lease, stopping), CancellationToken.None));
        }

        return leases.Count;
    }

    private async Task PollOneAsync(SourceLease lease, CancellationToken stopping)
    {
        try
        {
            var run = await poll.RunAsync(lease, progress: null, folder: null, stopping);
            Finished?.Invoke(run);
            if (run.Stored + run.Revised + run.Rejected + run.Failed > 0)
            {
                log.LogInformation("Polled {Source}: {Stored} stored, {Revised} revised, {Duplicate} duplicate, {Rejected} rejected, {Failed} failed", lease.SourceId, run.Stored, run.Revised, run.Duplicate, run.Rejected, run.Failed);
            }
        }
        catch (OperationCanceledException)
        {
            // The process stops; the source was given back.
        }
        catch (LeaseLostException e)
        {
            log.LogWarning("{Message}", e.Message);
        }
#pragma warning disable CA1031 // The border of one source.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _resting[lease.SourceId] = Stopwatch.GetTimestamp();
            log.LogError(e, "The poll of source {Source} failed", lease.SourceId);
        }
        finally
        {
            _underWay.TryRemove(lease.SourceId, out _);
        }
    }
}
