namespace KamtibmasPortal.News.Model;

public enum BackfillState { Running, Stopped, Done }

/// <summary>The reading of a source's archive, one page after another beside the daily work.</summary>
public sealed class Backfill
{
    public required Guid SourceId { get; init; }
    public required DateTime StartedAt { get; init; }
    public BackfillState State { get; private set; }

    /// <summary>Address of the archive page to read next; null before the first.</summary>
    public string? NextPage { get; private set; }

    /// <summary>Number of that page, from 2: the first one is the daily list.</summary>
    public int PageNumber { get; private set; } = 2;
    public int PagesRead { get; private set; }
    public int Found { get; private set; }

    /// <summary>SHA-256 of the keys of the page read last: a site that answers every page alike must not be read for ever.</summary>
    public string LastPageSha256 { get; private set; } = "";

    /// <summary>When the next page is due, UTC.</summary>
    public DateTime DueAt { get; private set; }

    public string? Detail { get; private set; }

    public void Resume(DateTime now)
    {
        State = BackfillState.Running;
        DueAt = now;
        Detail = null;
    }

    public void Stop() => State = State is BackfillState.Running ? BackfillState.Stopped : State;

    /// <summary>Notes a page that was read.</summary>
    public void Advance(int found, string sha256, string? next, DateTime dueAt)
    {
        PagesRead++;
        PageNumber++;
        Found += found;
        LastPageSha256 = sha256;
        NextPage = next;
        DueAt = dueAt;
    }

    /// <summary>The page could not be read now; the same one again later.</summary>
    public void Delay(string detail, DateTime dueAt)
    {
        Detail = detail;
        DueAt = dueAt;
    }

    public void End(string detail)
    {
        State = BackfillState.Done;
        Detail = detail;
    }
}
