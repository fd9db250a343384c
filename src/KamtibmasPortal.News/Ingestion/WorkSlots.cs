namespace KamtibmasPortal.News.Ingestion;

/// <summary>
/// How much this process works at the same time. Waiting for a site takes no slot: a hundred sites that never answer must not
/// keep the others waiting.
/// </summary>
public sealed class WorkSlots(int slots) : IDisposable
{
    private readonly SemaphoreSlim _free = new(slots);

    /// <summary>Given back by disposing.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        return new Slot(_free);
    }

    public void Dispose() => _free.Dispose();

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
