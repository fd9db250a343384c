namespace KamtibmasPortal.News.Search;

/// <summary>
/// The number under which the index keeps an article: seconds of its rank x 1024 + a place within the second. Newest first is the order
/// of the index itself, and a span of days a span of numbers.
/// </summary>
public static class SearchNumber
{
    public const int Places = 1024;

    // A day begins in WIT (+9) first and ends in WIB (+7) last.
    private static readonly TimeSpan Earliest = TimeSpan.FromHours(9);
    private static readonly TimeSpan Latest = TimeSpan.FromHours(7);

    /// <summary>First number of a second.</summary>
    public static long Of(DateTime utc) => Math.Max(0, (long)(utc - DateTime.UnixEpoch).TotalSeconds) * Places;

    /// <summary>The least number that an article of that day can have.</summary>
    public static long From(DateOnly day) => Of(day.ToDateTime(TimeOnly.MinValue) - (day > DateOnly.MinValue.AddDays(1) ? Earliest : TimeSpan.Zero));

    /// <summary>The least number that no article of that day or before can have.</summary>
    public static long Behind(DateOnly day) => day == DateOnly.MaxValue ? long.MaxValue : Of(day.AddDays(1).ToDateTime(TimeOnly.MinValue) - Latest);
}
