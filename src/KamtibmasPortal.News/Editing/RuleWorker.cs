using KamtibmasPortal.News.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.News.Editing;

/// <summary>As long as the host runs: takes over rules that another process applied, and goes on with jobs that nobody works on.</summary>
public sealed class RuleWorker(RuleJob job, RuleBook book, TimeProvider clock, ILogger<RuleWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>After which the next change has its turn.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await WorkAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the job goes on where it was.
        }
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        try
        {
            await book.ReadAsync(stopping);
            foreach (var id in await job.RunningAsync(stopping))
            {
                await job.RunAsync(id, Patience, stopping);
            }
        }
#pragma warning disable CA1031 // An exception that escapes stops the whole host; a store that is away for a moment must not.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(e, "A change of the rules could not be taken further; trying again");
        }
    }
}
