using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>What a poll reports while it goes on.</summary>
/// <param name="Item">The item just settled.</param>
/// <param name="Result">What it came to.</param>
/// <param name="Total">Items announced in all.</param>
public sealed record PollProgress(DiscoveredItem Item, ItemResult Result, int Total);

/// <summary>One poll of one source. Faults stop at two borders: one bad item never spoils its source, one bad source never another.</summary>
public sealed class SourcePoll(IServiceScopeFactory scopes, FolderReader folders, TimeProvider clock, ILogger<SourcePoll> log)
{
    /// <summary>Reads what is new or changed; leaves everything else unopened.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="progress">Told of each settled item, or null.</param>
    /// <param name="folder">Another folder to read under the same keys, or null for the source's own address.</param>
    /// <param name="cancellation">Stops between items; what is settled stays settled.</param>
    public async Task<FetchRun> RunAsync(Guid sourceId, Action<PollProgress>? progress, string? folder, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var source = await db.Sources.AsNoTracking().FirstAsync(s => s.Id == sourceId, cancellation);
        var run = new FetchRun { Id = Guid.CreateVersion7(clock.GetUtcNow()), SourceId = sourceId, StartedAt = clock.GetUtcNow().UtcDateTime };
        string? fault = null;
        try
        {
            await PollAsync(source, folder ?? source.Address, run, progress, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            fault = e.Message;
            log.LogWarning("Source {Source} could not be read: {Fault}", source.Name, e.Message);
        }

        var finished = clock.GetUtcNow().UtcDateTime;
        run.Finish(finished, fault);
        db.FetchRuns.Add(run);
        var stored = await db.Sources.FirstOrDefaultAsync(s => s.Id == sourceId, cancellation);
        stored?.ScheduleNext(finished);
        await db.SaveChangesAsync(cancellation);
        return run;
    }

    private async Task PollAsync(Source source, string address, FetchRun run, Action<PollProgress>? progress, CancellationToken cancellation)
    {
        if (source.Kind is not SourceKind.Folder)
        {
            throw new NotSupportedException($"Sources of kind {source.Kind} can't be read yet.");
        }

        var items = folders.Read(address);
        var known = await KnownAsync(source.Id, cancellation);
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            var result = known.TryGetValue(item.Key, out var before) && !before.NeedsReading(item.Fingerprint)
                ? new ItemResult(ItemOutcome.Unchanged, ArticleId: before.ArticleId)
                : await SettleAsync(source, item, before, cancellation);
            run.Count(result.Outcome);
            progress?.Invoke(new PollProgress(item, result, items.Count));
        }
    }

    private async Task<Dictionary<string, SourceItem>> KnownAsync(Guid sourceId, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        return await db.SourceItems.AsNoTracking().Where(i => i.SourceId == sourceId).ToDictionaryAsync(i => i.Key, cancellation);
    }

    private async Task<ItemResult> SettleAsync(Source source, DiscoveredItem item, SourceItem? before, CancellationToken cancellation)
    {
        var known = before ?? new SourceItem { SourceId = source.Id, Key = item.Key };
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<IngestionPipeline>().IngestAsync(source, item, known, cancellation);
        }
#pragma warning disable CA1031 // The border of one item: whatever is wrong with it, the next one has its turn.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(e, "Item {Item} of {Source} failed", item.Key, source.Name);
            await using var scope = scopes.CreateAsyncScope();
            var failed = ItemResult.Failed(FailureKind.Temporary, e.Message);
            await scope.ServiceProvider.GetRequiredService<ArticleStore>().RecordAsync(known, failed, cancellation);
            return failed;
        }
    }
}
