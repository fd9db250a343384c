using System.Collections.Concurrent;
using System.Globalization;

namespace KamtibmasPortal.News.Fetching.Web;

/// <summary>One request at a time for each host, a pause between two, and silence where the host asked for it.</summary>
public sealed class HostTurns(TimeProvider clock)
{
    /// <summary>No site is left alone for longer, whatever it says.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(24);

    /// <summary>Without a word from the host about how long it is busy.</summary>
    private static readonly TimeSpan UnstatedSilence = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, HostLine> _lines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names a host: http and https of one name are one host, other ports are others.</summary>
    public static string HostOf(Uri address) => address.IsDefaultPort ? address.IdnHost : $"{address.IdnHost}:{address.Port}";

    /// <summary>When the host may be asked again; null when it may be now.</summary>
    public DateTimeOffset? SilentUntil(Uri address) =>
        _lines.TryGetValue(HostOf(address), out var line) && line.SilentUntil is { } until && until > clock.GetUtcNow() ? until : null;

    /// <summary>Waits until the host is free and its pause over.</summary>
    /// <param name="address">Any address of the host.</param>
    /// <param name="pause">Time between the end of one request and the start of the next.</param>
    /// <param name="cancellation">Leaves the line.</param>
    public async Task<Turn> WaitAsync(Uri address, TimeSpan pause, CancellationToken cancellation)
    {
        var line = _lines.GetOrAdd(HostOf(address), _ => new HostLine());
        await line.OneAtATime.WaitAsync(cancellation);
        try
        {
            if (line.LastEnd is { } last && last + pause - clock.GetUtcNow() is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, clock, cancellation);
            }
        }
        catch
        {
            line.OneAtATime.Release();
            throw;
        }

        return new Turn(
            () =>
            {
                line.LastEnd = clock.GetUtcNow();
                line.OneAtATime.Release();
            },
            null);
    }

    /// <summary>Keeps silent towards the host as its answer asks, and says until when.</summary>
    /// <param name="address">Any address of the host.</param>
    /// <param name="retryAfter">Seconds or a date, as sent; null when nothing was said.</param>
    public DateTimeOffset KeepSilent(Uri address, string? retryAfter)
    {
        var now = clock.GetUtcNow();
        var silence = int.TryParse(retryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(retryAfter, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until) && until > now ? until - now
            : UnstatedSilence;
        var end = now + (silence < LongestSilence ? silence : LongestSilence);
        _lines.GetOrAdd(HostOf(address), _ => new HostLine()).SilentUntil = end;
        return end;
    }

    private sealed class HostLine
    {
        public SemaphoreSlim OneAtATime { get; } = new(1);
        public DateTimeOffset? LastEnd { get; set; }
        public DateTimeOffset? SilentUntil { get; set; }
    }
}
