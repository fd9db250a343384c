namespace KamtibmasPortal.News.Model;

/// <summary>Why an article waits for an editor; several may hold at once.</summary>
[Flags]
public enum WaitReasons
{
    None = 0,

    /// <summary>Its source is under review.</summary>
    SourceReview = 1,

    /// <summary>A tag that a machine set is weak, or there is none that says where.</summary>
    LowConfidence = 2,
    Sensitive = 4,

    /// <summary>Its publisher changed it after an editor had let it pass.</summary>
    PublisherChange = 8,

    /// <summary>A contributor proposes a change.</summary>
    Proposal = 16,

    /// <summary>An editor put it back into the queue.</summary>
    Returned = 32,
}

/// <summary>Where an article stands with the editors, whole: kept before an act that can be undone exactly.</summary>
public sealed record ReviewStanding(ReviewState State, WaitReasons Waiting, DateTime? WaitingSince, string? AssignedTo, bool IsSensitiveLifted, bool IsSensitiveConfirmed, DateTime? PinnedUntil = null);

/// <summary>The part of an article that editors decide: its states and the only steps between them, and why and how urgently it waits.</summary>
public sealed partial class Article
{
    /// <summary>A tag below it is worth an editor's look: of those the labelled articles showed one in four to be wrong.</summary>
    public const double Doubtful = 0.75;

    private const WaitReasons Remembered = WaitReasons.SourceReview | WaitReasons.PublisherChange | WaitReasons.Returned;

    /// <summary>Every step there is from one state to another.</summary>
    private static readonly HashSet<(ReviewState From, ReviewState To)> s_steps =
    [
        (ReviewState.Pending, ReviewState.Published),
        (ReviewState.Pending, ReviewState.Rejected),
        (ReviewState.Published, ReviewState.Pending),
        (ReviewState.Published, ReviewState.Withdrawn),
        (ReviewState.Rejected, ReviewState.Pending),
        (ReviewState.Withdrawn, ReviewState.Published),
    ];

    /// <summary>Most urgent first: what readers could see a moment ago, whom the law protects, colleagues who wait, doubtful tags, all else.</summary>
    private static readonly (WaitReasons Reason, int Urgency)[] s_urgency =
    [
        (WaitReasons.PublisherChange, 50), (WaitReasons.Sensitive, 40), (WaitReasons.Proposal, 30), (WaitReasons.Returned, 25), (WaitReasons.LowConfidence, 20), (WaitReasons.SourceReview, 10),
    ];

    public ReviewState State { get; private set; }

    /// <summary>An editor has read it and lets it be shown all the same.</summary>
    public bool IsSensitiveLifted { get; private set; }

    /// <summary>An editor says that it is sensitive: no machine takes the mark away, and it can't be published before the mark is lifted.</summary>
    public bool IsSensitiveConfirmed { get; private set; }

    public WaitReasons Waiting { get; private set; }

    /// <summary>0 when nothing waits; the larger, the sooner an editor should look.</summary>
    public int Urgency { get; private set; }

    /// <summary>UTC; null when nothing waits.</summary>
    public DateTime? WaitingSince { get; private set; }

    /// <summary>E-mail of the editor who takes care of it.</summary>
    public string? AssignedTo { get; set; }

    /// <summary>Proposals of contributors that nobody has decided on.</summary>
    public int OpenProposals { get; private set; }

    /// <summary>It stands at the top of the home page until then, UTC.</summary>
    public DateTime? PinnedUntil { get; set; }

    /// <summary>Why it was withdrawn, in words for the public.</summary>
    public string? WithdrawalReason { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>When the public could see it first; null when it never could. It stays when the article goes.</summary>
    public DateTime? PublicSince { get; private set; }

    public ReviewStanding Standing => new(State, Waiting, WaitingSince, AssignedTo, IsSensitiveLifted, IsSensitiveConfirmed, PinnedUntil);

    public bool CanBecome(ReviewState to) => s_steps.Contains((State, to)) && !(to is ReviewState.Published && IsSensitiveConfirmed);

    /// <summary>State at birth follows from the source's trust; a sensitive article waits whatever the trust. With its tags.</summary>
    public void Enter(Trust trust)
    {
        State = trust is Trust.Publish && !IsSensitive ? ReviewState.Published : ReviewState.Pending;
        NotePublic(FirstSeenAt);
        Queue(trust is Trust.Review ? WaitReasons.SourceReview : WaitReasons.None, FirstSeenAt);
    }

    /// <summary>False when the state does not allow it: only a pending article can be published.</summary>
    public bool TryPublish()
    {
        if (State is not ReviewState.Pending || !TryMove(ReviewState.Published))
        {
            return false;
        }

        IsSensitiveLifted |= IsSensitive;
        Forget();
        return true;
    }

    /// <summary>False when the state does not allow it: only a pending article can be rejected.</summary>
    public bool TryReject()
    {
        var done = TryMove(ReviewState.Rejected);
        if (done)
        {
            Forget();
        }

        return done;
    }

    /// <summary>Takes a published article back, and tells the public why. False when the state does not allow it.</summary>
    public bool TryWithdraw(string reason, DateTime now)
    {
        if (!TryMove(ReviewState.Withdrawn))
        {
            return false;
        }

        (WithdrawalReason, WithdrawnAt, PinnedUntil) = (reason, now, null);
        Forget();
        return true;
    }

    /// <summary>A withdrawn article is shown again. False when the state does not allow it, or it was found to be sensitive since.</summary>
    public bool TryReinstate()
    {
        if (State is not ReviewState.Withdrawn || (IsSensitive && !IsSensitiveLifted) || !TryMove(ReviewState.Published))
        {
            return false;
        }

        (WithdrawalReason, WithdrawnAt) = (null, null);
        return true;
    }

    /// <summary>A rejected or published article goes back into the queue. False when the state does not allow it.</summary>
    public bool TryReturn(DateTime now)
    {
        var done = TryMove(ReviewState.Pending);
        if (done)
        {
            Queue(WaitReasons.Returned, now);
        }

        return done;
    }

    /// <summary>An editor has seen what the publisher changed. False when there is nothing to see.</summary>
    public bool TryAcknowledge()
    {
        if (State is not ReviewState.Published || !Waiting.HasFlag(WaitReasons.PublisherChange))
        {
            return false;
        }

        Forget();
        return true;
    }

    /// <summary>A published article goes back to the editors: its publisher made a change that must not go out unseen, or a machine finds it sensitive.</summary>
    public void Withhold(WaitReasons why, DateTime now)
    {
        if (State is ReviewState.Published && TryMove(ReviewState.Pending))
        {
            Queue(why, now);
        }
    }

    /// <summary>Takes back <see cref="Withhold"/>: the reason for it was undone.</summary>
    public void Release()
    {
        if (State is ReviewState.Pending)
        {
            State = ReviewState.Published;
            Forget();
        }
    }

    /// <summary>The publisher changed what an editor had let pass; it stays public, and an editor looks at it.</summary>
    public void NoteChange(DateTime now) => Queue(WaitReasons.PublisherChange, now);

    /// <summary>Why it waits, looked at anew after its tags or its mark have changed.</summary>
    public void Requeue(DateTime now) => Queue(WaitReasons.None, now);

    public void Propose(DateTime now)
    {
        OpenProposals++;
        Requeue(now);
    }

    public void SettleProposal(DateTime now)
    {
        OpenProposals = Math.Max(0, OpenProposals - 1);
        Requeue(now);
    }

    /// <summary>It is not what the mark protects, or nothing in it names whom: it may be shown.</summary>
    public void LiftSensitive(DateTime now)
    {
        (IsSensitiveLifted, IsSensitiveConfirmed) = (true, false);
        Requeue(now);
    }

    /// <summary>It must not be shown; a published one goes back to the editors.</summary>
    public void ConfirmSensitive(DateTime now)
    {
        (IsSensitive, IsSensitiveConfirmed, IsSensitiveLifted, PinnedUntil) = (true, true, false, null);
        Withhold(WaitReasons.Sensitive, now);
        Requeue(now);
    }

    /// <summary>Keeps the moment at which the public could see it first.</summary>
    public void NotePublic(DateTime now) => PublicSince ??= State is ReviewState.Published ? now : null;

    /// <summary>Puts back what an act has changed, exactly.</summary>
    public void Restore(ReviewStanding standing)
    {
        if (State is ReviewState.Withdrawn && standing.State is not ReviewState.Withdrawn)
        {
            (WithdrawalReason, WithdrawnAt, PinnedUntil) = (null, null, standing.PinnedUntil);
        }

        (State, AssignedTo, IsSensitiveLifted, IsSensitiveConfirmed) = (standing.State, standing.AssignedTo, standing.IsSensitiveLifted, standing.IsSensitiveConfirmed);
        (Waiting, WaitingSince, Urgency) = (standing.Waiting, standing.WaitingSince, UrgencyOf(standing.Waiting));
    }

    private bool TryMove(ReviewState to)
    {
        if (!CanBecome(to))
        {
            return false;
        }

        State = to;
        return true;
    }

    private void Forget()
    {
        Waiting = OpenProposals > 0 ? WaitReasons.Proposal : WaitReasons.None;
        Urgency = UrgencyOf(Waiting);
        WaitingSince = Waiting is WaitReasons.None ? null : WaitingSince;
    }

    private void Queue(WaitReasons added, DateTime now)
    {
        var reasons = (Waiting & Remembered) | added;
        if (State is ReviewState.Pending)
        {
            reasons |= IsDoubtful() ? WaitReasons.LowConfidence : WaitReasons.None;
            reasons |= IsSensitive && !IsSensitiveLifted ? WaitReasons.Sensitive : WaitReasons.None;
            reasons |= reasons is WaitReasons.None ? WaitReasons.SourceReview : WaitReasons.None;
        }
        else
        {
            reasons &= WaitReasons.PublisherChange;
        }

        reasons |= OpenProposals > 0 ? WaitReasons.Proposal : WaitReasons.None;
        (Waiting, Urgency) = (reasons, UrgencyOf(reasons));
        WaitingSince = reasons is WaitReasons.None ? null : WaitingSince ?? now;
    }

    private bool IsDoubtful() =>
        !Tags.Exists(t => t.Kind is TagKind.Region && !t.IsImplied) || Tags.Exists(t => !t.IsImplied && t.Origin is not TagOrigin.Editor && t.Confidence < Doubtful);

    private static int UrgencyOf(WaitReasons reasons) => Array.Find(s_urgency, u => reasons.HasFlag(u.Reason)).Urgency;
}
