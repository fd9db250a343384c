using System.Collections.Concurrent;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// What stands beside the news on many pages (counts, strips, what rises), held until something changes for the public, at most a minute.
/// What is counted over many articles stays the whole minute: a portal that reads a hundred sources changes every few seconds, and counting
/// a million anew for each reader would cost more than the page. Search and API know nothing of it.
/// </summary>
public sealed class PublicShelf(PublicChanges changes, TimeProvider clock)
{
    /// <summary>Fewer articles are counted in a few milliseconds.</summary>
    private const int Many = 5_000;

    private const int Most = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Held> _held = new(StringComparer.Ordinal);

    /// <summary>What is held under a name, or what <paramref name="read"/> finds now.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="read">Reads it; null where that took too long, which is not held.</param>
    /// <param name="size">Over how many articles it was counted; none for what must not outlive a change.</param>
    internal async Task<T?> GetAsync<T>(string name, Func<Task<T?>> read, Func<T, int>? size = null)
        where T : class
    {
        // Before it is read: what changes meanwhile may be missing from it.
        var (now, told) = (clock.GetUtcNow(), changes.Told);
        if (_held.TryGetValue(name, out var held) && now - held.At < Longest && (held.OutlivesChanges || held.Told == told) && held.Value is T value)
        {
            return value;
        }

        if (await read() is not { } found)
        {
            return null;
        }

        if (_held.Count >= Most)
        {
            _held.Clear();
        }

        _held[name] = new Held(found, now, told, size?.Invoke(found) >= Many);
        return found;
    }

    private sealed record Held(object Value, DateTimeOffset At, long Told, bool OutlivesChanges);
}
