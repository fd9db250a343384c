using KamtibmasPortal.News.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// The entries of the index held in memory, as the store has them now: whatever changes is told with its numbers and read anew before the
/// next question is answered. Exact counts of any query come from here, and all that tags, publishers and days alone are asked for.
/// </summary>
public sealed class EntryShelf : IDisposable
{
    private const int LookUp = 500;

    /// <summary>So many changed entries are read anew one by one; beyond that all are.</summary>
    private const int Most = 50_000;

    /// <summary>Should anything have changed the store past the portal, it is not overlooked for ever.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromHours(6);

    private readonly IServiceScopeFactory _scopes;
    private readonly PublicChanges _changes;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _oneReader = new(1);
    private readonly EntryKeys _keys = new();
    private EntryArrays? _now;
    private HashSet<long> _heard = [];
    private HashSet<long>? _heardWhileLoading;
    private bool _isStale;
    private Task? _loading;
    private DateTimeOffset _loadedAt;

    public EntryShelf(IServiceScopeFactory scopes, PublicChanges changes, TimeProvider clock)
    {
        (_scopes, _changes, _clock) = (scopes, changes, clock);
        changes.ListenToEntries(Hear);
    }

    /// <summary>Reads all entries if that was not done yet; it takes seconds for a million.</summary>
    public async Task LoadAsync(PortalDbContext db, CancellationToken cancellation) => await CurrentAsync(db, wait: true, cancellation);

    /// <summary>The entries of a scope; null when the store must be asked: for words, or while nothing is held yet.</summary>
    internal async Task<EntrySet?> FindAsync(PortalDbContext db, SearchScope scope, bool wait, CancellationToken cancellation) =>
        EntryArrays.Answers(scope.Expression) && await CurrentAsync(db, wait, cancellation) is { } now ? now.Find(scope) : null;

    /// <summary>The entries of some numbers, descending, that the store has found.</summary>
    internal async Task<EntrySet> OfAsync(PortalDbContext db, IReadOnlyList<long> numbers, CancellationToken cancellation)
    {
        var found = (await CurrentAsync(db, wait: true, cancellation))!.Of(numbers, out var missing);
        if (missing.Count == 0)
        {
            return found;
        }

        // Came after the changes were read and before the store was asked; what is missing still has gone again.
        Hear(missing);
        return (await CurrentAsync(db, wait: true, cancellation))!.Of(numbers, out _);
    }

    public void Dispose() => _oneReader.Dispose();

    private void Hear(IReadOnlyCollection<long>? numbers)
    {
        lock (_lock)
        {
            if (_now is null && _loading is null)
            {
                return;
            }

            _isStale |= numbers is null || _heard.Count + numbers.Count > Most;
            if (_isStale)
            {
                _heard.Clear();
                return;
            }

            _heard.UnionWith(numbers!);
            _heardWhileLoading?.UnionWith(numbers!);
        }
    }

    /// <summary>All entries as they are now; null where that takes long and nobody wants to wait.</summary>
    private async Task<EntryArrays?> CurrentAsync(PortalDbContext db, bool wait, CancellationToken cancellation)
    {
        if (!wait && _now is null)
        {
            return null;
        }

        await _changes.CatchUpAsync(db, cancellation);
        while (true)
        {
            Task? loading = null;
            lock (_lock)
            {
                if (_now is { } now && !_isStale)
                {
                    if (_clock.GetUtcNow() - _loadedAt > Held)
                    {
                        StartLoading();
                    }

                    if (_heard.Count == 0)
                    {
                        return now;
                    }
                }
                else
                {
                    loading = StartLoading();
                }
            }

            if (loading is null)
            {
                await ReadHeardAsync(cancellation);
            }
            else if (wait)
            {
                await loading.WaitAsync(cancellation);
            }
            else
            {
                return null;
            }
        }
    }

    /// <summary>Under the lock. Whoever asked first may go away while others wait for the same.</summary>
    private Task StartLoading()
    {
        if (_loading is null)
        {
            (_isStale, _loadedAt, _heardWhileLoading) = (false, _clock.GetUtcNow(), []);
            _loading = Task.Run(ReadAllAsync);
        }

        return _loading;
    }

    private async Task ReadAllAsync()
    {
        EntryArrays? read = null;
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            var (numbers, articles, days, starts, keys) = (new List<long>(), new List<Guid>(), new List<int>(), new List<int> { 0 }, new List<int>());
            // Past the model: as entities a hundred thousand take a second, and the first page waits for them.
            await db.ReadRowsAsync("""SELECT "Number", "ArticleId", "Tags", "Publisher", "Day" FROM "SearchEntries" ORDER BY "Number" """, [], row =>
            {
                DateOnly? day = row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4);
                numbers.Add(row.GetInt64(0));
                articles.Add(row.GetGuid(1));
                days.Add(day?.DayNumber ?? 0);
                _keys.Add(keys, row.GetString(2), row.GetString(3), day);
                starts.Add(keys.Count);
                return true;
            }, CancellationToken.None);
            read = new EntryArrays(_keys, [.. numbers], [.. articles], [.. days], [.. starts], [.. keys]);
        }
        finally
        {
            lock (_lock)
            {
                // One that failed leaves what was held before, which is not to be trusted then.
                _isStale |= read is null;
                _now = read ?? _now;
                _heard.UnionWith(_heardWhileLoading!);
                (_loading, _heardWhileLoading) = (null, null);
            }
        }
    }

    /// <summary>On a connection of its own: the caller's may stand in a transaction that does not see what was told.</summary>
    private async Task ReadHeardAsync(CancellationToken cancellation)
    {
        await _oneReader.WaitAsync(cancellation);
        HashSet<long> heard = [];
        try
        {
            lock (_lock)
            {
                (heard, _heard) = (_heard, heard);
            }

            var entries = heard.Count == 0 ? [] : await ReadAsync(heard, cancellation);
            EntryArrays? worn = null;
            lock (_lock)
            {
                _now = heard.Count == 0 ? _now : _now!.With(heard, entries);
                heard = [];
                worn = _now!.IsWorn ? _now : null;
            }

            if (worn?.Renewed() is { } renewed)
            {
                lock (_lock)
                {
                    _now = ReferenceEquals(_now, worn) ? renewed : _now;
                }
            }
        }
        finally
        {
            lock (_lock)
            {
                _heard.UnionWith(heard);
            }

            _oneReader.Release();
        }
    }

    private async Task<List<HeldEntry>> ReadAsync(HashSet<long> numbers, CancellationToken cancellation)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var entries = new List<HeldEntry>();
        foreach (var chunk in numbers.Chunk(LookUp))
        {
            foreach (var entry in await db.SearchEntries.AsNoTracking().Where(e => chunk.Contains(e.Number)).ToListAsync(cancellation))
            {
                var keys = new List<int>();
                _keys.Add(keys, entry.Tags, entry.Publisher, entry.Day);
                entries.Add(new HeldEntry(entry.Number, entry.ArticleId, entry.Day?.DayNumber ?? 0, [.. keys]));
            }
        }

        return entries;
    }
}
