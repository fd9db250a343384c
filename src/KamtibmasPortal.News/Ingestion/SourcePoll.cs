using System.Collections.Concurrent;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>What a poll reports while it goes on.</summary>
/// <param name="Item">The item just settled.</param>
/// <param name="Result">What it came to.</param>
/// <param name="Total">Items to be read in all.</param>
public sealed record PollProgress(SourceItem Item, ItemResult Result, int Total);

/// <summary>
/// One poll of one source: ask for its list, write down what is new, then settle one item after another. Faults stop at two borders:
/// one bad item never spoils its source, one bad source never another.
/// </summary>
public sealed class SourcePoll(IServiceScopeFactory scopes, SourceReaders readers, WorkSlots slots, IngestionPace pace, IngestionMetrics metrics, TimeProvider clock, ILogger<SourcePoll> log)
{
    private const int ItemsAtOnce = 100;

    /// <summary>Old stock read at a poll: the archive comes slowly, beside the news.</summary>
    private const int ArchiveItems = 30;

    private readonly ConcurrentDictionary<Guid, byte> _running = [];

    /// <summary>Sources that this process reads at the moment.</summary>
    public IReadOnlyCollection<Guid> Running => (IReadOnlyCollection<Guid>)_running.Keys;

    /// <summary>Claims a source, due or not, and polls it; null while somebody else reads it.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="progress">Told of each settled item, or null.</param>
    /// <param name="folder">Another folder to read under the same keys, or null for the source's own address.</param>
    /// <param name="cancellation">Stops between items; what is settled stays settled.</param>
    public async Task<FetchRun?> TryRunAsync(Guid sourceId, Action<PollProgress>? progress, string? folder, CancellationToken cancellation)
    {
        if (_running.ContainsKey(sourceId) || await UseAsync<SourceClaims, SourceLease?>(c => c.ClaimAsync(sourceId, pace.Lease, cancellation)) is not { } lease)
        {
            return null;
        }

        return await RunAsync(lease, progress, folder, cancellation);
    }

    /// <summary>Polls a source that was claimed before.</summary>
    /// <exception cref="LeaseLostException">Somebody else reads the source now; nothing of this run was written after that.</exception>
    public async Task<FetchRun> RunAsync(SourceLease lease, Action<PollProgress>? progress, string? folder, CancellationToken cancellation)
    {
        _running[lease.SourceId] = 0;
        await using var keeper = new LeaseKeeper(scopes, lease, pace.Lease, clock, cancellation);
        try
        {
            return await PollAsync(lease, progress, folder, keeper.Token);
        }
        catch (OperationCanceledException) when (keeper.IsLost)
        {
            throw new LeaseLostException(lease.SourceId);
        }
        catch (OperationCanceledException)
        {
            await UseAsync<SourceClaims>(c => c.ReleaseAsync(lease, CancellationToken.None));
            throw;
        }
        finally
        {
            _running.TryRemove(lease.SourceId, out _);
        }
    }

    private async Task<FetchRun> PollAsync(SourceLease lease, Action<PollProgress>? progress, string? folder, CancellationToken cancellation)
    {
        var (source, state) = await UseAsync<SourceLedger, (Source, SourceState)>(l => l.OpenAsync(lease, cancellation));
        var run = new FetchRun { Id = Guid.CreateVersion7(clock.GetUtcNow()), SourceId = source.Id, StartedAt = clock.GetUtcNow().UtcDateTime };
        source.Address = folder ?? source.Address;
        var listing = await readers.ReadAsync(source, state, cancellation);
        await WriteDownAsync(lease, listing, run, cancellation);
        var blocked = listing.RetryAt ?? await SettleAllAsync(source, lease, run, progress, cancellation);
        if (listing.Reason is null && blocked is null)
        {
            await UseAsync<BackfillStep, bool>(b => b.RunAsync(source, state, lease, cancellation));
        }

        run.Finish(clock.GetUtcNow().UtcDateTime, listing.Reason, listing.Fault);
        await UseAsync<SourceLedger>(l => l.FinishAsync(lease, run, listing.Habit, blocked, cancellation));
        metrics.Count(run);
        if (listing.Reason is not null)
        {
            log.LogWarning("Source {Source} could not be read: {Reason}, {Fault}", source.Name, listing.Reason, listing.Fault);
        }

        return run;
    }

    private async Task WriteDownAsync(SourceLease lease, Listing listing, FetchRun run, CancellationToken cancellation)
    {
        (run.NotModified, run.RobotsRule, run.Announced) = (listing.NotModified, listing.RobotsRule, listing.Items.Count + listing.Repeated);
        if (listing.Reason is not null || listing.NotModified)
        {
            return;
        }

        using var slot = await slots.TakeAsync(cancellation);
        var mark = new ListMark(listing.ETag, listing.LastModified, listing.Sha256, listing.ReadAs, listing.ReadFrom);
        var unchanged = await UseAsync<SourceLedger, int>(l => l.AnnounceAsync(lease, [.. listing.Items.Select(Announcements.Entry)], mark, isBackfill: false, cancellation));
        run.Count(ItemOutcome.Unchanged, unchanged + listing.Repeated);
    }

    /// <summary>Settles all that is new, announced now or before, and then some of the archive.</summary>
    /// <returns>Until when the site asked for silence; null when it did not.</returns>
    private async Task<DateTime?> SettleAllAsync(Source source, SourceLease lease, FetchRun run, Action<PollProgress>? progress, CancellationToken cancellation)
    {
        var total = await UseAsync<SourceLedger, int>(l => l.CountDueAsync(source.Id, cancellation));
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (await DueAsync(ofArchive: false, ItemsAtOnce) is { Count: > 0 } news)
        {
            if (await SettleAsync(news) is { } until)
            {
                return until;
            }
        }

        return await SettleAsync(await DueAsync(ofArchive: true, ArchiveItems));

        async Task<List<SourceItem>> DueAsync(bool ofArchive, int take) =>
            [.. (await UseAsync<SourceLedger, IReadOnlyList<SourceItem>>(l => l.DueAsync(source.Id, ofArchive, take, cancellation))).Where(i => done.Add(i.Key))];

        async Task<DateTime?> SettleAsync(List<SourceItem> items)
        {
            foreach (var item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                var result = await SettleOneAsync(source, lease, item, cancellation);
                run.Count(result.Outcome);
                progress?.Invoke(new PollProgress(item, result, total));
                if (result.Reason is FailureReason.Throttled)
                {
                    // The rest waits too: asking on would be rude and in vain.
                    return result.RetryAt;
                }
            }

            return null;
        }
    }

    private async Task<ItemResult> SettleOneAsync(Source source, SourceLease lease, SourceItem item, CancellationToken cancellation)
    {
        try
        {
            return await UseAsync<IngestionPipeline, ItemResult>(p => p.IngestAsync(source, lease, item, cancellation));
        }
#pragma warning disable CA1031 // The border of one item: whatever is wrong with it, the next one has its turn.
        catch (Exception e) when (e is not (OperationCanceledException or LeaseLostException))
#pragma warning restore CA1031
        {
            log.LogError(e, "Item {Item} of {Source} failed", item.Key, source.Name);
            var failed = ItemResult.Failed(FailureReason.Internal, e.Message);
            await UseAsync<ArticleStore>(s => s.RecordAsync(item, failed, lease, cancellation));
            return failed;
        }
    }

    private async Task<TResult> UseAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task UseAsync<TService>(Func<TService, Task> use)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
