using KamtibmasPortal.News.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>Places the articles of a store that is older than its stories, or whose profiles are of an older version, batch by batch; stopped, the next call goes on from there.</summary>
public sealed class StoryCatchUp(IServiceScopeFactory scopes)
{
    private const int Batch = 50;

    /// <param name="step">Told after each article, with the articles in all.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>Articles placed.</returns>
    public async Task<int> RunAsync(Action<int> step, CancellationToken cancellation)
    {
        var (placed, total) = (0, 0);
        for (var after = Guid.Empty; ;)
        {
            cancellation.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<StoryStore>();
            total = total == 0 ? await store.CountMissingAsync(cancellation) : total;
            var batch = await store.CatchUpAsync(after, Batch, cancellation);
            if (batch.Count == 0)
            {
                return placed;
            }

            (after, placed) = (batch[^1], placed + batch.Count);
            batch.ForEach(_ => step(total));
        }
    }
}
