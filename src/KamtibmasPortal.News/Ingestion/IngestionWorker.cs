using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>Claims due sources as long as the host runs, and polls them beside one another.</summary>
public sealed class IngestionWorker(IServiceScopeFactory scopes, SourcePoll poll, IngestionPace pace, TimeProvider clock, ILogger<IngestionWorker> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var polls = new DuePolls(scopes, poll, pace, log);
        using var timer = new PeriodicTimer(Tick, clock);
        try
        {
            do
            {
                await TryStartAsync(polls, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }

        await polls.WhenAllAsync();
    }

    private async Task TryStartAsync(DuePolls polls, CancellationToken stopping)
    {
        try
        {
            await polls.StartDueAsync(stopping);
        }
#pragma warning disable CA1031 // An exception that escapes stops the whole host; a store that is away for a moment must not.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(e, "Due sources could not be claimed; trying again");
        }
    }
}
