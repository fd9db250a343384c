using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Storage;

/// <summary>The store's sizes with the moment they were measured.</summary>
public sealed record MeasuredSizes(StoreSizes Sizes, DateTime At);

/// <summary>
/// Sizes of the store, measured in the background and held for some minutes: an embedded store has to walk through its pages for them,
/// and nobody should wait for that.
/// </summary>
public sealed class SizeShelf(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(10);

    private readonly Lock _one = new();
    private MeasuredSizes? _last;
    private Task<MeasuredSizes>? _running;

    /// <param name="patience">How long to wait for a first measuring.</param>
    /// <param name="cancellation">Stops the waiting, not the measuring.</param>
    /// <returns>Null while the first measuring goes on, or when it failed.</returns>
    public async Task<MeasuredSizes?> GetAsync(TimeSpan patience, CancellationToken cancellation)
    {
        Task<MeasuredSizes> running;
        lock (_one)
        {
            if (_last is { } last && clock.GetUtcNow().UtcDateTime - last.At < Held)
            {
                return last;
            }

            running = _running is { IsCompleted: false } ? _running : _running = Task.Run(MeasureAsync, CancellationToken.None);
        }

        if (_last is null)
        {
            await Task.WhenAny(running, Task.Delay(patience, clock, cancellation));
        }

        return running.IsCompletedSuccessfully ? await running : _last;
    }

    private async Task<MeasuredSizes> MeasureAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var sizes = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().SizesAsync(CancellationToken.None);
        return _last = new MeasuredSizes(sizes, clock.GetUtcNow().UtcDateTime);
    }
}
