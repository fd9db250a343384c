using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// Tells what the public may see has changed: at once in the process that changed it, and within a second in the others that share
/// the store (verbs, further nodes), which read it from a table.
/// </summary>
public sealed class PublicChanges(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    /// <summary>Numbers are given before a transaction commits: one that is late is still found so long.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Numbers alone: what they touch can be long, and most was heard already.</summary>
    private const string Since = """SELECT "Id" FROM "PublicChanges" WHERE "At" > @p0""";

    private readonly HashSet<long> _told = [];
    private readonly ConcurrentDictionary<long, byte> _own = new();
    private readonly SemaphoreSlim _oneReader = new(1);
    private DateTime? _readAt;
    private DateTime _pruneAt;

    private Action<IReadOnlyCollection<string>>? _heard;
    private Action<IReadOnlyCollection<long>?>? _heardEntries;
    private long _count;

    /// <summary>How many changes were told so far: what was read at one number is as it was while the number stands.</summary>
    public long Told => Interlocked.Read(ref _count);

    /// <summary>Calls <paramref name="hear"/> with the marks of whatever changes from now on, before the change returns to who made it.</summary>
    public void Listen(Action<IReadOnlyCollection<string>> hear) => _heard += hear;

    public void StopListening(Action<IReadOnlyCollection<string>> hear) => _heard -= hear;

    /// <summary>Calls <paramref name="hear"/> likewise with the numbers of the entries of the index that change; null where any may have.</summary>
    public void ListenToEntries(Action<IReadOnlyCollection<long>?> hear) => _heardEntries += hear;

    /// <summary>Passes on what other processes have changed since the last call, and clears away what all have heard.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await CatchUpAsync(db, cancellation);
        if (now > _pruneAt)
        {
            _pruneAt = now + Kept;
            await db.PublicChanges.Where(c => c.At < now - Kept).ExecuteDeleteAsync(cancellation);
        }
    }

    /// <summary>Passes on what other processes have committed until now.</summary>
    internal async Task CatchUpAsync(PortalDbContext db, CancellationToken cancellation)
    {
        await _oneReader.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var since = (_readAt ?? now) - Late;
            var found = await db.ReadOftenAsync(Since, [since], r => r.GetInt64(0), cancellation);
            var unheard = found.Where(id => !_told.Contains(id) && !_own.TryRemove(id, out _)).ToList();
            var news = unheard.Count == 0 ? [] : await db.PublicChanges.AsNoTracking().Where(c => unheard.Contains(c.Id)).ToListAsync(cancellation);
            _told.IntersectWith(found);
            _told.UnionWith(found);
            // Who has not listened for so long cannot know what was cleared away since.
            if (_readAt < now - Kept + Late)
            {
                Tell([PortalDbContext.Everything], null);
            }
            else if (news.Count > 0)
            {
                // A process of the version before named no entries.
                var isAny = news.Exists(c => c.Entries == PortalDbContext.Everything || (c.Entries.Length == 0 && c.Marks != PortalDbContext.Everything));
                Tell(news.SelectMany(c => Parts(c.Marks)).ToHashSet(StringComparer.Ordinal), isAny ? null : news.SelectMany(c => Parts(c.Entries)).Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToHashSet());
            }

            _readAt = now;
        }
        finally
        {
            _oneReader.Release();
        }
    }

    public void Dispose() => _oneReader.Dispose();

    /// <summary>This process tells of it itself.</summary>
    internal void Own(long id) => _own[id] = 0;

    /// <param name="marks">What changed.</param>
    /// <param name="entries">The entries that did; null for any.</param>
    internal void Tell(IReadOnlyCollection<string> marks, IReadOnlyCollection<long>? entries)
    {
        Interlocked.Increment(ref _count);
        _heardEntries?.Invoke(entries);
        _heard?.Invoke(marks);
    }

    private static string[] Parts(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Writes down what a transaction touches together with it, and tells of it when it stands.</summary>
internal sealed class TouchedMarks(PublicChanges changes, TimeProvider clock) : DbTransactionInterceptor
{
    private const int Longest = 60_000;
    private const int MostEntries = 50_000;

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalDbContext { Touched.Count: > 0 } db)
        {
            var marks = string.Join(' ', db.Touched);
            // A retag touches thousands: everything, then.
            var entries = db.TouchedEntries.Count > MostEntries ? PortalDbContext.Everything : string.Join(' ', db.TouchedEntries);
            var ids = await db.ReadRowsAsync("""INSERT INTO "PublicChanges" ("At", "Marks", "Entries") VALUES (@p0, @p1, @p2) RETURNING "Id" """, [clock.GetUtcNow().UtcDateTime, marks.Length > Longest ? PortalDbContext.Everything : marks, entries], r => r.GetInt64(0), cancellationToken);
            changes.Own(ids[0]);
        }

        return result;
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalDbContext { Touched.Count: > 0 } db)
        {
            var (marks, entries) = (db.Touched.ToHashSet(StringComparer.Ordinal), db.TouchedEntries.ToHashSet());
            db.Forget();
            changes.Tell(marks, entries);
        }

        return Task.CompletedTask;
    }

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as PortalDbContext)?.Forget();
        return Task.CompletedTask;
    }
}
