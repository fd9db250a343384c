namespace KamtibmasPortal.News.Model;

/// <summary>What workers keep about a source between two polls. Editors change the <see cref="Source"/>, workers this.</summary>
public sealed class SourceState
{
    public required Guid SourceId { get; init; }

    /// <summary>Host that is asked, lower case; null for a folder. Sources of one host are never read by two processes at once.</summary>
    public string? Host { get; set; }

    /// <summary>Null: at the next opportunity.</summary>
    public DateTime? NextDueAt { get; set; }
    public DateTime? LastRunAt { get; private set; }

    /// <summary>When the source last announced something new, UTC.</summary>
    public DateTime? LastNewAt { get; private set; }

    /// <summary>Minutes between two polls as the source's habit asks for.</summary>
    public double PaceMinutes { get; private set; } = Pace.Start.TotalMinutes;

    /// <summary>Runs in a row in which the source could not be read.</summary>
    public int Failures { get; private set; }

    /// <summary>The site asked not to be disturbed before this time.</summary>
    public DateTime? BlockedUntil { get; set; }

    /// <summary>What <see cref="SourceKind.Auto"/> found; null while unknown.</summary>
    public SourceKind? ReadAs { get; set; }

    /// <summary>Address that is really read, when it is another than the source's.</summary>
    public string? ReadFrom { get; set; }

    /// <summary>Validators of the list as last read whole, for conditional requests.</summary>
    public string? ETag { get; set; }
    public string? LastModified { get; set; }

    /// <summary>SHA-256 of the list as last read.</summary>
    public string? ListSha256 { get; set; }

    /// <summary>Process that reads the source now; it may hold it until <see cref="LeaseUntil"/>.</summary>
    public string? LeaseOwner { get; private set; }
    public DateTime? LeaseUntil { get; private set; }

    /// <summary>Fencing token: grows with every claim, and only the newest may write.</summary>
    public long Fence { get; private set; }

    /// <summary>Free, run out, or left behind by the same process before it was restarted.</summary>
    public bool IsFree(string owner, DateTime now) => LeaseUntil is null || LeaseUntil <= now || LeaseOwner == owner;

    public void Claim(string owner, DateTime until)
    {
        LeaseOwner = owner;
        LeaseUntil = until;
        Fence++;
    }

    /// <summary>Gives the source back and says when it is due again.</summary>
    /// <param name="run">The finished run.</param>
    /// <param name="fixedMinutes">The source's own interval, or null to follow its habit.</param>
    /// <param name="habit">Typical distance of its announcements, as far as they are dated.</param>
    /// <param name="now">UTC.</param>
    public void Finish(FetchRun run, int? fixedMinutes, TimeSpan? habit, DateTime now)
    {
        LeaseOwner = null;
        LeaseUntil = null;
        Failures = run.Reason is null ? 0 : Failures + 1;
        if (run.Reason is null)
        {
            PaceMinutes = Pace.Next(TimeSpan.FromMinutes(PaceMinutes), run.Stored, now - LastRunAt, habit).TotalMinutes;
            LastNewAt = run.Stored > 0 ? now : LastNewAt;
        }

        LastRunAt = now;
        NextDueAt = now + Pace.AfterFailures(fixedMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : TimeSpan.FromMinutes(PaceMinutes), Failures);
        if (BlockedUntil > NextDueAt)
        {
            NextDueAt = BlockedUntil;
        }
    }
}

/// <summary>How often a source is polled: twice as often as it publishes, between <see cref="Shortest"/> and <see cref="Longest"/>.</summary>
public static class Pace
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(2);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Before anything is known of a source.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromMinutes(15);

    /// <param name="before">The pace so far.</param>
    /// <param name="arrived">New items of this run.</param>
    /// <param name="elapsed">Since the run before; null for the first one.</param>
    /// <param name="habit">Typical distance of dated announcements; null when they are undated.</param>
    public static TimeSpan Next(TimeSpan before, int arrived, TimeSpan? elapsed, TimeSpan? habit)
    {
        var wanted = habit is { } distance ? distance / 2
            : elapsed is not { } since ? before
            : arrived > 0 ? since / (2 * arrived)
            : before * 1.5;
        // Halfway: one odd day must not turn everything over.
        return Clamp((before + Clamp(wanted)) / 2);
    }

    /// <summary>The pace doubled for each failure in a row, up to a day.</summary>
    public static TimeSpan AfterFailures(TimeSpan pace, int failures) =>
        failures == 0 ? pace : Clamp(TimeSpan.FromTicks((long)Math.Min(Longest.Ticks, Math.Max(pace.Ticks, TimeSpan.FromMinutes(5).Ticks) * Math.Pow(2, Math.Min(failures, 12)))));

    private static TimeSpan Clamp(TimeSpan pace) => pace < Shortest ? Shortest : pace > Longest ? Longest : pace;
}

/// <summary>The right to read one source and to write what comes of it.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Fence">Token that every write shows; a newer one makes it worthless.</param>
public sealed record SourceLease(Guid SourceId, long Fence);
