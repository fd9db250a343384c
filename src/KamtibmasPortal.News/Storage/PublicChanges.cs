using System.Collections.Concurrent;
using System.Data.Common;
using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// Tells what the public may see has changed: at once in the process that changed it, and within a second in the others that share
/// the store (verbs, further nodes), which read it from a table.
/// </summary>
public sealed class PublicChanges(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Numbers are given before a transaction commits: one that is late is still found so long.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly HashSet<long> _told = [];
    private readonly ConcurrentDictionary<long, byte> _own = new();
    private DateTime _pruneAt;

    private Action<IReadOnlyCollection<string>>? _heard;
    private long _count;

    /// <summary>How many changes were told so far: what was read at one number is as it was while the number stands.</summary>
    public long Told => Interlocked.Read(ref _count);

    /// <summary>Calls <paramref name="hear"/> with the marks of whatever changes from now on, before the change returns to who made it.</summary>
    public void Listen(Action<IReadOnlyCollection<string>> hear) => _heard += hear;

    public void StopListening(Action<IReadOnlyCollection<string>> hear) => _heard -= hear;

    /// <summary>Passes on what other processes have changed since the last call. One caller at a time.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var since = now - Late;
        var found = await db.PublicChanges.AsNoTracking().Where(c => c.At > since).Select(c => new { c.Id, c.Marks }).ToListAsync(cancellation);
        var news = found.Where(c => !_told.Contains(c.Id) && !_own.TryRemove(c.Id, out _)).ToList();
        _told.IntersectWith(found.Select(c => c.Id));
        _told.UnionWith(found.Select(c => c.Id));
        if (news.Count > 0)
        {
            Tell(news.SelectMany(c => c.Marks.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal));
        }

        if (now > _pruneAt)
        {
            _pruneAt = now + Kept;
            await db.PublicChanges.Where(c => c.At < now - Kept).ExecuteDeleteAsync(cancellation);
        }
    }

    /// <summary>This process tells of it itself.</summary>
    internal void Own(long id) => _own[id] = 0;

    internal void Tell(IReadOnlyCollection<string> marks)
    {
        Interlocked.Increment(ref _count);
        _heard?.Invoke(marks);
    }
}

/// <summary>Writes down what a transaction touches together with it, and tells of it when it stands.</summary>
internal sealed class TouchedMarks(PublicChanges changes, TimeProvider clock) : DbTransactionInterceptor
{
    private const int Longest = 60_000;

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalDbContext { Touched.Count: > 0 } db)
        {
            var marks = string.Join(' ', db.Touched);
            // A retag touches thousands: everything, then.
            var ids = await db.ReadRowsAsync("""INSERT INTO "PublicChanges" ("At", "Marks") VALUES (@p0, @p1) RETURNING "Id" """, [clock.GetUtcNow().UtcDateTime, marks.Length > Longest ? PortalDbContext.Everything : marks], r => r.GetInt64(0), cancellationToken);
            changes.Own(ids[0]);
        }

        return result;
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalDbContext { Touched.Count: > 0 } db)
        {
            var marks = db.Touched.ToHashSet(StringComparer.Ordinal);
            db.Touched.Clear();
            changes.Tell(marks);
        }

        return Task.CompletedTask;
    }

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as PortalDbContext)?.Touched.Clear();
        return Task.CompletedTask;
    }
}
