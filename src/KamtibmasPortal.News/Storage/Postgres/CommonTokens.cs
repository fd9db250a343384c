using System.Collections.Concurrent;
using KamtibmasPortal.News.Search;

namespace KamtibmasPortal.News.Storage.Postgres;

/// <summary>
/// What was lately found in more entries than anybody counts: telling it anew costs a bitmap of them all. That a word has so many
/// hardly changes, and where it says "more than ten thousand" no exact number is promised.
/// </summary>
internal sealed class CommonTokens(TimeProvider clock)
{
    private const int Most = 5_000;
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (int Over, DateTimeOffset At)> _seen = new(StringComparer.Ordinal);

    /// <summary>Whether a query over all times is known to have more than so many entries.</summary>
    public bool Exceeds(SearchScope scope, int limit) =>
        scope is { Expression: { } asked, From: 0, Before: long.MaxValue } && _seen.TryGetValue(TsText.Query(asked), out var seen) && seen.Over >= limit && clock.GetUtcNow() - seen.At < Held;

    /// <summary>More than <paramref name="over"/> entries were found.</summary>
    public void Note(SearchScope scope, int over)
    {
        if (scope is not { Expression: { } asked, From: 0, Before: long.MaxValue })
        {
            return;
        }

        if (_seen.Count >= Most)
        {
            _seen.Clear();
        }

        _seen.AddOrUpdate(TsText.Query(asked), (over, clock.GetUtcNow()), (_, known) => (Math.Max(over, known.Over), clock.GetUtcNow()));
    }
}
