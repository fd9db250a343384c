using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>How this process polls.</summary>
/// <param name="MaxConcurrency">Sources read at the same time.</param>
/// <param name="LeaseSeconds">How long a claimed source is left alone by other processes.</param>
public sealed record IngestionPace(int MaxConcurrency, int LeaseSeconds);

/// <summary>Claims due sources and polls them, one scope a run, until the host stops.</summary>
public sealed class IngestionWorker(IServiceScopeFactory scopes, SourcePoll poll, IngestionPace pace, TimeProvider clock, ILogger<IngestionWorker> log) : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Idle, clock);
        do
        {
            try
            {
                await Parallel.ForEachAsync(await ClaimDueAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = pace.MaxConcurrency, CancellationToken = stoppingToken }, PollOneAsync);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // An exception that escapes stops the whole host; a store that is away for a moment must not.
            catch (Exception e)
#pragma warning restore CA1031
            {
                log.LogError(e, "Due sources could not be claimed; trying again");
            }
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    private async ValueTask PollOneAsync(Guid sourceId, CancellationToken cancellation)
    {
        try
        {
            var run = await poll.RunAsync(sourceId, progress: null, folder: null, cancellation);
            if (run.Stored + run.Revised + run.Rejected + run.Failed > 0)
            {
                log.LogInformation("Polled {Source}: {Stored} stored, {Revised} revised, {Duplicate} duplicate, {Rejected} rejected, {Failed} failed", sourceId, run.Stored, run.Revised, run.Duplicate, run.Rejected, run.Failed);
            }
        }
#pragma warning disable CA1031 // The border of one source.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(e, "The poll of source {Source} failed", sourceId);
        }
    }

    /// <summary>Moves the due time first: of several processes only the one whose update hit has the source.</summary>
    private async Task<List<Guid>> ClaimDueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var until = now.AddSeconds(pace.LeaseSeconds);
        var due = await db.Sources.Where(s => !s.IsPaused && (s.NextDueAt == null || s.NextDueAt <= now)).OrderBy(s => s.NextDueAt).Select(s => s.Id).ToListAsync(cancellation);
        var claimed = new List<Guid>();
        foreach (var id in due)
        {
            if (await db.Sources.Where(s => s.Id == id && (s.NextDueAt == null || s.NextDueAt <= now)).ExecuteUpdateAsync(u => u.SetProperty(s => s.NextDueAt, until), cancellation) == 1)
            {
                claimed.Add(id);
            }
        }

        return claimed;
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
