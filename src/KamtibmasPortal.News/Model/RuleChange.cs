namespace KamtibmasPortal.News.Model;

/// <summary>The tables of rules that editors may change. Which cells a row has stands with each.</summary>
public enum RuleTable
{
    /// <summary>Name, Kemendagri code, kind (abbr, spelling, former, town), remark.</summary>
    RegionAlias,

    /// <summary>Slug of the topic, weight or "mask", pattern.</summary>
    TopicCue,

    /// <summary>Slug, name, description.</summary>
    Topic,

    /// <summary>Slug, kind, name, code of its region or nothing, further codes of its territory, slug of the unit above.</summary>
    Agency,

    /// <summary>Slug of the unit, another name of it.</summary>
    AgencyAlias,

    /// <summary>Number, who answers, what for, slugs of topics, kinds of agencies (both between "|"), address of the page it was found on, day it was found.</summary>
    Contact,
}

/// <summary>Where a change of the rules stands: previewed, then applied and undone over the whole archive, each as a job that can be cut off at any moment.</summary>
public enum RuleState { Draft, Previewed, Applying, Applied, Undoing, Undone, Discarded }

/// <summary>
/// One row of the rules as editors want it. What comes with the software stays as it is: changes that are applied lie over it, so that
/// a newer version loses none and undoing one is exact.
/// </summary>
public sealed class RuleChange
{
    public const int LongestKey = 400;
    public const int LongestNote = 500;

    public required Guid Id { get; init; }
    public required RuleTable Table { get; init; }

    /// <summary>What tells the row from others of its table.</summary>
    public required string Key { get; init; }

    /// <summary>The row's cells as they were; null where there was none.</summary>
    public List<string>? Before { get; init; }

    /// <summary>The cells as they are to be; null takes the row away.</summary>
    public List<string>? After { get; init; }

    public required DateTime At { get; init; }

    /// <summary>E-mail of who wants it.</summary>
    public required string Editor { get; init; }
    public string? Note { get; init; }
    public RuleState State { get; private set; } = RuleState.Draft;

    /// <summary>Place among all that were ever applied: later ones lie over earlier ones. 0 for one that never was.</summary>
    public int Place { get; private set; }
    public DateTime? AppliedAt { get; private set; }
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Mark of the rules under which the preview was made: under others it says nothing.</summary>
    public string? Rules { get; private set; }

    /// <summary>What the change does to the archive, or has done.</summary>
    public RuleEffect Effect { get; set; } = new();

    /// <summary>Last article that the present job has looked at, in the order of ids.</summary>
    public Guid LastArticleId { get; set; }

    /// <summary>Articles the present job has looked at.</summary>
    public int Looked { get; set; }

    /// <summary>Articles there were when the job began.</summary>
    public int Total { get; private set; }

    /// <summary>Rises with every step: of two processes that work on one change only one can write.</summary>
    public int Step { get; set; }

    /// <summary>A job is under way, or has been cut off.</summary>
    public bool IsRunning => State is RuleState.Draft or RuleState.Applying or RuleState.Undoing;

    /// <summary>The row as it is, or was last.</summary>
    public IReadOnlyList<string> Cells => After ?? Before ?? [];

    /// <summary>The preview begins, or begins again.</summary>
    public bool TryPreview(int total) => TryBegin(State is RuleState.Draft or RuleState.Previewed or RuleState.Undone, RuleState.Draft, total);

    /// <param name="place">Behind all others.</param>
    /// <param name="total">Articles there are.</param>
    /// <param name="now">UTC.</param>
    public bool TryApply(int place, int total, DateTime now)
    {
        if (!TryBegin(State is RuleState.Previewed, RuleState.Applying, total))
        {
            return false;
        }

        (Place, AppliedAt, UndoneAt) = (place, now, null);
        return true;
    }

    public bool TryUndo(int total, DateTime now)
    {
        if (!TryBegin(State is RuleState.Applied, RuleState.Undoing, total))
        {
            return false;
        }

        UndoneAt = now;
        return true;
    }

    public bool TryDiscard()
    {
        if (State is not (RuleState.Draft or RuleState.Previewed or RuleState.Undone))
        {
            return false;
        }

        (State, Step) = (RuleState.Discarded, Step + 1);
        return true;
    }

    /// <summary>A preview that was begun under other rules begins again.</summary>
    /// <param name="rules">Mark of the rules without the change.</param>
    public void GoOnUnder(string rules)
    {
        if (State is RuleState.Draft && Rules != rules)
        {
            (Rules, LastArticleId, Looked, Effect) = (rules, Guid.Empty, 0, new RuleEffect());
        }
    }

    /// <summary>The present job has looked at everything.</summary>
    public void Finish() => State = State switch
    {
        RuleState.Draft => RuleState.Previewed,
        RuleState.Applying => RuleState.Applied,
        RuleState.Undoing => RuleState.Undone,
        _ => State,
    };

    private bool TryBegin(bool isAllowed, RuleState next, int total)
    {
        if (!isAllowed)
        {
            return false;
        }

        (State, LastArticleId, Looked, Total, Effect) = (next, Guid.Empty, 0, total, new RuleEffect());
        Step++;
        return true;
    }
}
