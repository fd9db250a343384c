namespace KamtibmasPortal.News.Model;

/// <summary>Names of acts on articles and reports beside yes and no.</summary>
public static class DeskActs
{
    public const string Edit = "article.edit";
    public const string Restore = "article.restore";
    public const string Withdraw = "article.withdraw";
    public const string Reinstate = "article.reinstate";
    public const string Return = "article.return";
    public const string Correct = "article.correct";
    public const string LiftSensitive = "article.sensitive-lift";
    public const string ConfirmSensitive = "article.sensitive-confirm";
    public const string Pin = "article.pin";
    public const string Assign = "article.assign";
    public const string Add = "article.add";
    public const string Propose = "article.propose";
    public const string AcceptProposal = "article.proposal-accept";
    public const string DeclineProposal = "article.proposal-decline";
    public const string BulkUndo = "article.bulk-undo";
    public const string HandleReport = "report.handle";
    public const string EraseContact = "report.contact-erase";
    private const string Bulk = "article.bulk-";

    public static readonly IReadOnlyList<string> All =
    [
        Edit, Restore, Withdraw, Reinstate, Return, Correct, LiftSensitive, ConfirmSensitive, Pin, Assign, Add, Propose, AcceptProposal, DeclineProposal,
        .. Enum.GetValues<BulkKind>().Select(OfBulk), BulkUndo, HandleReport, EraseContact,
    ];

    public static string OfBulk(BulkKind kind) => Bulk + kind.ToString().ToLowerInvariant();
}
