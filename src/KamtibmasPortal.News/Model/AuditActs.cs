namespace KamtibmasPortal.News.Model;

/// <summary>The names of acts, as they are stored for good; pages say them in words. A new act stands in <see cref="All"/> too.</summary>
public static class AuditActs
{
    /// <summary>Who acted by a command on the server.</summary>
    public const string Shell = "(shell)";

    /// <summary>Who acted by the portal's configuration.</summary>
    public const string Configuration = "(configuration)";

    public const string Publish = "article.publish";
    public const string Reject = "article.reject";
    public const string Erase = "article.erase";
    public const string SourceAdd = "source.add";
    public const string SourceChange = "source.change";
    public const string SourceWithdraw = "source.withdraw";
    public const string SourceWithdrawStop = "source.withdraw-stop";
    public const string SourceWithdrawUndo = "source.withdraw-undo";
    public const string SourceInterval = "source.interval";
    public const string SourceRemove = "source.remove";
    public const string StoryMerge = "story.merge";
    public const string StorySplit = "story.split";
    public const string StoryMove = "story.move";
    public const string Retag = "archive.retag";
    public const string RetagUndo = "archive.retag-undo";
    public const string Import = "archive.import";

    /// <summary>Acts on accounts begin with it: only administrators read them.</summary>
    public const string Accounts = "account.";

    public const string SignIn = "account.sign-in";
    public const string SignOut = "account.sign-out";
    public const string Create = "account.create";
    public const string Invite = "account.invite";
    public const string WithdrawInvitation = "account.invitation-withdraw";
    public const string Join = "account.join";
    public const string Role = "account.role";
    public const string Deactivate = "account.deactivate";
    public const string Reactivate = "account.reactivate";
    public const string ResetLink = "account.reset-link";
    public const string PasswordReset = "account.password-reset";
    public const string PasswordChange = "account.password";
    public const string TwoFactorOn = "account.two-factor-on";
    public const string TwoFactorOff = "account.two-factor-off";
    public const string RecoveryCodes = "account.recovery-codes";
    public const string PasskeyAdd = "account.passkey-add";
    public const string PasskeyRemove = "account.passkey-remove";
    public const string SessionsEnd = "account.sessions-end";

    public static readonly IReadOnlyList<string> All =
    [
        Publish, Reject, Erase, "source.Pause", "source.Resume", "source.PollNow", "source.StartBackfill", "source.StopBackfill", SourceAdd, SourceChange, SourceWithdraw, SourceWithdrawStop, SourceWithdrawUndo, SourceInterval, SourceRemove,
        .. DeskActs.All, StoryMerge, StorySplit, StoryMove, Retag, RetagUndo, .. RuleActs.All, Import,
        SignIn, SignOut, Create, Invite, WithdrawInvitation, Join, Role, Deactivate, Reactivate, ResetLink, PasswordReset, PasswordChange,
        TwoFactorOn, TwoFactorOff, RecoveryCodes, PasskeyAdd, PasskeyRemove, SessionsEnd,
    ];
}
