using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>Polls on somebody's order: everything that is due, or one source now.</summary>
public sealed class SourceRefresh(IServiceScopeFactory scopes, SourcePoll poll, IngestionPace pace, TimeProvider clock, ILogger<SourceRefresh> log)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    /// <summary>How many sources are due.</summary>
    public async Task<int> CountDueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SourceClaims>().CountDueAsync(cancellation);
    }

    /// <summary>Polls all that is due and that nobody else reads; ends when nothing of it is left.</summary>
    /// <param name="finished">Told of each run.</param>
    /// <param name="cancellation">Stops; what was read stays, the rest is still due.</param>
    public async Task RunDueAsync(Action<FetchRun> finished, CancellationToken cancellation)
    {
        var polls = new DuePolls(scopes, poll, pace, log) { Finished = finished };
        try
        {
            while (await polls.StartDueAsync(cancellation) > 0 || !polls.IsIdle)
            {
                await polls.WhenAnyAsync();
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await polls.WhenAllAsync();
        }
    }

    /// <summary>Polls one source, due or not; waits while another process reads it, as long as its lease may last.</summary>
    /// <param name="name">Name of the source.</param>
    /// <param name="progress">Told of each settled item.</param>
    /// <param name="waiting">Told once when the source has to be waited for.</param>
    /// <param name="cancellation">Stops between items.</param>
    /// <returns>The run; null when another process would not give the source back.</returns>
    /// <exception cref="KeyNotFoundException">There is no source of that name.</exception>
    public async Task<FetchRun?> RunOneAsync(string name, Action<PollProgress>? progress, Action waiting, CancellationToken cancellation)
    {
        Guid? id;
        await using (var scope = scopes.CreateAsyncScope())
        {
            id = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Sources.Where(s => s.Name == name).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellation);
        }

        if (id is not { } sourceId)
        {
            throw new KeyNotFoundException(name);
        }

        var patience = clock.GetUtcNow() + (pace.Lease * 2);
        for (var told = false; ; told = true)
        {
            if (await poll.TryRunAsync(sourceId, progress, folder: null, cancellation) is { } run)
            {
                return run;
            }

            if (clock.GetUtcNow() > patience)
            {
                return null;
            }

            if (!told)
            {
                waiting();
            }

            await Task.Delay(Retry, clock, cancellation);
        }
    }
}
