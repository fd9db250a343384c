using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Caching;

/// <summary>Hears within a second what other processes have changed: kept pages and whatever else is held in memory are renewed by it.</summary>
internal sealed class HeardChanges(PublicChanges changes, ILogger<HeardChanges> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                await changes.ReadAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Nothing is held longer than its own term; readiness tells of a store that is gone.
                log.LogDebug(e, "Changes of other processes could not be read.");
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
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
