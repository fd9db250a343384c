using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Pages.Editing;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Accounts;

/// <summary>Who did what: administrators read all of it, editors all but the acts on accounts.</summary>
[Authorize(Policy = DeskPolicies.Editors)]
public sealed class AuditModel(AuditQueries audit) : DeskPage
{
    private const int Shown = 50;

    public AuditQuery Query { get; private set; } = null!;
    public AuditPage Found { get; private set; } = new([], null);
    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();
    public bool IsContinued { get; private set; }
    public bool SeesAccounts => User.IsInRole(EditorRoles.Administrator);

    public IEnumerable<string> Acts => AuditActs.All.Where(a => SeesAccounts || !a.StartsWith(AuditActs.Accounts, StringComparison.Ordinal));

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = Addresses.CursorParameter)] string? cursor, CancellationToken cancellation)
    {
        var after = ArticleCursor.Read(cursor);
        if (cursor is not null && after is null)
        {
            return BadRequest();
        }

        Query = AuditQuery.Read(Request.Query);
        IsContinued = after is not null;
        Found = await audit.PageAsync(Query.Filter(SeesAccounts), Shown, after, cancellation);
        Titles = await audit.TitlesAsync(Found.Items, cancellation);
        Head = new PageHead(Texts.AuditRoom.Heading, Addresses.Audit);
        return Page();
    }

    /// <summary>Where the subject of an act can be looked at; null where it is gone or has no page.</summary>
    public string? PageOf(AuditEntry entry) => Guid.TryParse(entry.Subject, out var id)
        ? entry.Act switch
        {
            _ when Titles.ContainsKey(id) => Addresses.DeskArticle(id),
            AuditActs.StoryMerge or AuditActs.StorySplit or AuditActs.StoryMove => Addresses.DeskStory(id),
            RuleActs.Draft or RuleActs.Apply or RuleActs.Undo or RuleActs.Discard => Addresses.Rule(id),
            _ => null,
        }
        : null;

    public string NameOf(AuditEntry entry) => Guid.TryParse(entry.Subject, out var id) && Titles.GetValueOrDefault(id) is { } title ? title : entry.Subject;
}
