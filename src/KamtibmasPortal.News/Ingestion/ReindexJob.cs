using KamtibmasPortal.News.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>Makes the whole index anew, batch by batch. Searches go on meanwhile; stopped at any moment, the next pass goes on from there.</summary>
public sealed class ReindexJob(IServiceScopeFactory scopes)
{
    /// <param name="step">Told after each article, with the articles in all.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>Articles indexed by this pass, those before an interruption included.</returns>
    public async Task<int> RunAsync(Action<int> step, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ReindexStore>();
        var run = await store.OpenAsync(cancellation);
        var total = run.Done + await store.CountAsync(run.LastArticleId, cancellation);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var some = await store.NextAsync(run, cancellation);
            if (some == 0)
            {
                return run.Done;
            }

            for (var i = 0; i < some; i++)
            {
                step(total);
            }
        }
    }

    /// <summary>Indexes a store that was filled before it had an index; does nothing otherwise.</summary>
    public async Task RunIfFirstAsync(CancellationToken cancellation)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            if (!await scope.ServiceProvider.GetRequiredService<ReindexStore>().NeedsFirstPassAsync(cancellation))
            {
                return;
            }
        }

        await RunAsync(_ => { }, cancellation);
    }
}
