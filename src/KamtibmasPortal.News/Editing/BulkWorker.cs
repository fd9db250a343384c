using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.News.Editing;

/// <summary>Goes on with acts on thousands of articles, also with those that an ended process left behind. Two processes at one act do no harm: every article is changed in the version that was read.</summary>
public sealed class BulkWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<BulkWorker> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    /// <summary>Then the next act has its turn.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    /// <summary>Gives every act that is not done yet one turn.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, bulk, withdrawal) = (scope.ServiceProvider.GetRequiredService<PortalDbContext>(), scope.ServiceProvider.GetRequiredService<BulkDesk>(), scope.ServiceProvider.GetRequiredService<SourceWithdrawal>());
        var acts = await db.BulkActs.AsNoTracking().Where(b => (b.Kind == BulkKind.Withdraw && b.FinishedAt == null) || (b.UndoneAt != null && b.UndoFinishedAt == null)).OrderBy(b => b.At).ToListAsync(cancellation);
        foreach (var act in acts)
        {
            _ = act.UndoneAt is null ? await withdrawal.ContinueAsync(act.Id, Turn, cancellation) : await bulk.ContinueUndoAsync(act.Id, act.UndoneBy ?? act.Editor, Turn, cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the next one goes on.
        }
    }

    private async Task TryAsync(CancellationToken stopping)
    {
        try
        {
            await RunAsync(stopping);
        }
#pragma warning disable CA1031 // An exception that escapes stops the whole host; a store that is away for a moment must not.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(e, "An act on many articles could not go on; trying again");
        }
    }
}
