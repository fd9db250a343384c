namespace KamtibmasPortal.Tests.Storage;

/// <summary>Runs the same work several times at the same moment, each on a thread of its own.</summary>
internal static class Together
{
    public static async Task<T[]> RunAsync<T>(int times, Func<int, Task<T>> work)
    {
        using var start = new Barrier(times);
        return await Task.WhenAll(Enumerable.Range(0, times).Select(i => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return work(i);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }

    public static Task RunAsync(int times, Func<int, Task> work) => RunAsync(times, async i =>
    {
        await work(i);
        return true;
    });
}
