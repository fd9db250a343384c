namespace KamtibmasPortal.News.Ingestion;

/// <summary>How this process polls.</summary>
/// <param name="MaxConcurrency">Articles worked on at the same time; waiting for sites does not count.</param>
/// <param name="LeaseSeconds">How long a claimed source is left alone by other processes after a sign of life.</param>
public sealed record IngestionPace(int MaxConcurrency, int LeaseSeconds)
{
    /// <summary>Sources that may be waited for at the same time, for each slot of work.</summary>
    private const int PollsPerSlot = 32;

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);

    /// <summary>A few at a time, so that several workers share what is due.</summary>
    public int ClaimsAtOnce => MaxConcurrency;

    /// <summary>Polls under way at the most.</summary>
    public int MostPolls => MaxConcurrency * PollsPerSlot;

    /// <summary>Of them, polls of sources that failed the last time: what is broken must not crowd out what is well.</summary>
    public int MostFailingPolls => Math.Max(1, MostPolls / 4);
}
