using System.Collections.Concurrent;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// Counts that stand beside every list, held for a minute where they are counted over many articles: counting a million anew for each
/// reader of the front page would cost more than the page. Small archives are counted anew each time. Search and API know nothing of it.
/// </summary>
public sealed class TrendShelf(TimeProvider clock)
{
    /// <summary>Fewer articles are counted in a few milliseconds.</summary>
    private const int Many = 5_000;

    private const int Most = 400;
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (object Value, DateTimeOffset At)> _counted = new(StringComparer.Ordinal);

    /// <summary>What is held under a name, or what <paramref name="count"/> finds now.</summary>
    /// <param name="name">What is counted.</param>
    /// <param name="count">Counts it; null where that took too long, which is not held.</param>
    /// <param name="size">Over how many articles it was counted.</param>
    internal async Task<T?> GetAsync<T>(string name, Func<Task<T?>> count, Func<T, int> size)
        where T : class
    {
        var now = clock.GetUtcNow();
        if (_counted.TryGetValue(name, out var held) && now - held.At < Held && held.Value is T value)
        {
            return value;
        }

        if (await count() is not { } counted)
        {
            return null;
        }

        if (size(counted) >= Many)
        {
            if (_counted.Count >= Most)
            {
                _counted.Clear();
            }

            _counted[name] = (counted, now);
        }

        return counted;
    }
}
